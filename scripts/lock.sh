#!/usr/bin/env bash
# Writes requirements*.lock from pyproject.toml, and package-lock.json from package.json. See `make lock`.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(mktemp -d)
trap 'rm -r "$tools"' EXIT
python3 -m venv "$tools"
"$tools/bin/python" -m pip install --quiet uv==0.13.9

# Universal, so that one lock serves every platform and every Python from 3.11 on.
compile() {
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --custom-compile-command 'make lock' --output-file "$@"
}

compile requirements.lock pyproject.toml --group build "$@"
compile requirements-test.lock pyproject.toml --group build --extra test --constraint requirements.lock "$@"
compile requirements-node.lock --group node "$@"
compile requirements-fuzz.lock --group fuzz "$@"
compile requirements-inventory.lock --group inventory "$@"

npm install --package-lock-only
