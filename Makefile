policywright := .venv/bin/policywright

.PHONY: help handbook serve check test bench fuzz atheris kills sbom audit tested judge lock clean

help:  ## list these targets
	@sed -nE 's/^([a-z]+):.*## /  make \1\t/p' Makefile | expand -t 20

handbook:  ## check the policies, then build the website and the PDFs into site/
	@scripts/setup.sh handbook
	@$(policywright) build

serve:  ## preview the handbook in a browser while writing
	@scripts/setup.sh handbook
	@$(policywright) serve

check:  ## check the policies and build nothing
	@scripts/setup.sh handbook
	@$(policywright) check

test:  ## lint, type-check and test the program
	@scripts/setup.sh test
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo
	.venv/bin/pytest -n auto

# A part of it is `make bench ONLY="check site"`, each thing once TIMES=1, and `make bench POLICIES="10 100 1000"
# PAGES="100 300 1000"` takes a night.
POLICIES := 10 100
PAGES := 100
TIMES := 5
ONLY :=
bench: export PYTHONPATH := scripts
bench:  ## measure all that has a budget, beside others: half an hour, or eight minutes with TIMES=1
	@scripts/setup.sh test
	.venv/bin/python -m bench --policies "$(POLICIES)" --pages "$(PAGES)" --runs $(TIMES) --only "$(ONLY)"

MUTATIONS := 100000
SEED := 1
fuzz:  ## try a hundred thousand mutations of a handbook; what fails is kept in tests/fuzz/cases/
	@scripts/setup.sh test
	.venv/bin/python -m tests.fuzz.run --mutations $(MUTATIONS) --seed $(SEED)

RUNS := 100000
atheris:  ## let atheris look for bytes that the reader cannot bear
	@scripts/setup.sh fuzz
	.venv/bin/python -m tests.fuzz.reader -runs=$(RUNS)

KILLS := 200
kills:  ## kill two hundred builds at random moments, and look at what each leaves
	@scripts/setup.sh test
	.venv/bin/python -m tests.endings.kills --count $(KILLS)

sbom:  ## write the bills of materials and the licences into build/sbom/
	@scripts/sbom.sh

audit:  ## ask whether weaknesses are known of what is installed, where that can be asked
	@scripts/audit.sh

tested:  ## try the accessibility of all kinds of pages, and note it in the statement
	@scripts/setup.sh test
	.venv/bin/python -m tests.browser.record

judge:  ## build the handbook, and let veraPDF, qpdf and Poppler judge all its PDFs
	@scripts/setup.sh test
	@$(policywright) build
	.venv/bin/python -m tests.pdf.judge

# The versions that we choose stand in pyproject.toml and package.json; the locks add all that these bring along.
# `make lock UPGRADE=--upgrade` moves the latter to their newest versions too.
lock:  ## write the locks anew after a change of pyproject.toml or package.json
	@scripts/lock.sh $(UPGRADE)

clean:  ## remove all that was installed or built here
	rm -rf .venv node_modules templates/vendor build dist policywright.egg-info .policywright
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find site -mindepth 1 ! -path site/.gitignore -delete
	find scripts templates tests -name __pycache__ -prune -exec rm -r {} +
