#!/usr/bin/env bash
# Asks whether weaknesses are known of what Policywright and its tests install from Python's index, by the locks. Ends
# with 1 where any is, and tells which; where the data of advisories cannot be had, it says that, and ends with 0.
# See `make audit`.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(mktemp -d)
trap 'rm -r "$tools"' EXIT
nothing_compared() {
    echo "Known weaknesses: the data of advisories could not be had here, so nothing was compared."
    exit 0
}

python3 -m venv "$tools/inventory"
"$tools/inventory/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
    --requirement requirements-inventory.lock 2>"$tools/said" || nothing_compared

for lock in requirements.lock requirements-test.lock; do
    # It ends with 1 for what it found and for want of an answer alike, but finds nothing without a list.
    if ! "$tools/inventory/bin/pip-audit" --requirement "$lock" --require-hashes --disable-pip --format json \
        --timeout 15 >"$tools/found" 2>"$tools/said"; then
        [[ -s "$tools/found" ]] || nothing_compared
        cat "$tools/found" "$tools/said" >&2
        exit 1
    fi
    echo "Known weaknesses in $lock: none."
done
