# Everything a contributor types. Each target sets up what it needs once, and is quick from then on.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SEEDS := $(wildcard seeds/*.txt)
EVAL ?=
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test lint format fuzz bench eval fit lock schema man licences clean

help:  ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: $(VENV)/.runs  ## Set up from the lock and compare the two sample articles
	@$(BIN)/reconcile compare $(SEEDS)

test: $(VENV)/.tests  ## Run the tests (ARGS="-k dates" passes options on)
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.tests  ## ruff, mypy --strict and the directions of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict reconcile
	@$(BIN)/lint-imports

format: $(VENV)/.tests  ## Let ruff fix and format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

fuzz: $(if $(findstring --atheris,$(ARGS)),$(VENV)/.fuzzes,$(VENV)/.tests)  ## Fuzz every reader and the extractor (ARGS="--minutes 10", ARGS="--atheris html")
	@$(BIN)/python -m tools.fuzz $(ARGS)

bench: $(VENV)/.runs .venv-bench/.runs  ## Speed, flatness, cold start, memory and alignment, beside a peer (ARGS="--quick")
	@$(BIN)/python -m bench.bench --peer .venv-bench/bin/python $(ARGS)
	@$(BIN)/python -m bench.align

eval: $(VENV)/.runs  ## Every figure of the labelled sets beside its floor (EVAL=FOLDER runs its scoreboard.py first)
	@$(if $(EVAL),$(BIN)/python $(EVAL)/scoreboard.py $(ARGS))
	@$(BIN)/python -m tests.eval

fit: $(VENV)/.fits  ## Fit the weights of alignment and of the check to the labelled sets and write them (ARGS="--ablate")
	@$(BIN)/python tools/fit_alignment.py tests/stories/shared tests/stories/own --write rules/align.toml $(ARGS)
	@$(BIN)/python tools/fit_check.py --write rules/check.toml $(ARGS)

schema: $(VENV)/.runs  ## Write the report's JSON Schema from its models
	@$(BIN)/python -m reconcile.report.schema

# Resolved against the default index alone, so that no machine's own pip settings reach the files.
LOCK = PIP_CONFIG_FILE=/dev/null PIP_FIND_LINKS= PIP_EXTRA_INDEX_URL= CUSTOM_COMPILE_COMMAND="make lock" \
	.venv-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options $(ARGS)

lock: .venv-lock/.runs  ## Resolve the lock files anew with the oldest Python (ARGS="--upgrade")
	@$(LOCK) --build-deps-for editable --output-file requirements.lock pyproject.toml
	@$(LOCK) --extra all --output-file requirements-dev.lock pyproject.toml requirements-dev.in
	@$(LOCK) --output-file requirements-bench.lock requirements-bench.in
	@$(LOCK) --output-file requirements-fit.lock requirements-fit.in
	@$(LOCK) --output-file requirements-fuzz.lock requirements-fuzz.in

man: $(VENV)/.tests  ## Write the manual pages into build/man
	@PYTHONPATH=. $(BIN)/python tools/man.py build/man

licences: $(VENV)/.tests  ## List the licence of every dependency in docs/licences.md
	@sed -n '1,/^$$/p' docs/licences.md > docs/licences.md.part
	@$(BIN)/pip-licenses --from=mixed --format=markdown --with-system --ignore-packages reconcile pip setuptools >> docs/licences.md.part
	@mv docs/licences.md.part docs/licences.md

clean:  ## Remove everything that was made here, the environments too
	rm -rf $(VENV) .venv-bench .venv-lock build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name one with make PYTHON=..." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runs: requirements.lock pyproject.toml | $(VENV)/.made
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q reconcile
	@touch $@

$(VENV)/.tests: requirements-dev.lock $(VENV)/.runs
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.fits: requirements-fit.lock $(VENV)/.runs
	$(PIP) install --require-hashes -r requirements-fit.lock
	@touch $@

$(VENV)/.fuzzes: requirements-fuzz.lock $(VENV)/.tests
	$(PIP) install --require-hashes -r requirements-fuzz.lock
	@touch $@

.venv-bench/.runs: requirements-bench.lock
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-bench.lock
	@touch $@

.venv-lock/.runs:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip --disable-pip-version-check --quiet install "pip-tools>=7.6"
	@touch $@
