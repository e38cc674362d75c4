# Lianfang: everything from a fresh machine with Python 3.11 or newer, git and make. `make help` lists what there is.
PYTHON ?= python3
BIN    := .venv/bin
SRC    := lianfang
PO     := $(wildcard $(SRC)/locale/*/LC_MESSAGES/*.po)
# Compiled afterwards on all cores, where pip has one; some libraries carry files that are no Python.
INSTALL = $(BIN)/python -m pip install -q --disable-pip-version-check --no-compile
COMPILE = $(BIN)/python -m compileall -qq -j 0 .venv/lib || true

unexport PYTHONDONTWRITEBYTECODE # where it is set, hundreds of processes of the tests compile everything anew

.DEFAULT_GOAL := help
.PHONY: help setup run test stories sqlite postgresql check bench docs words lock clean

help: ## what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1 - /p' $(MAKEFILE_LIST)

setup: .build/ready ## install everything a county runs, and nothing else

run: .build/ready ## start on 127.0.0.1 (PORT, DATABASE_URL and LIANFANG_HOME are obeyed)
	@$(BIN)/lianfang serve --seed-if-empty

test: ## all checks, all tests on SQLite and PostgreSQL, the stories in a browser
	@$(MAKE) --no-print-directory -j 2 .build/ready .venv/dev-ready
	@$(MAKE) --no-print-directory check
	@$(BIN)/python -m tools.chromium
	@$(MAKE) --no-print-directory -j 2 stories sqlite postgresql

stories:
	$(BIN)/pytest -q -n 3 --dist loadfile --no-loadscope-reorder tests/journeys

# The others beside the stories, in the time in which those wait for somebody's eyes and hands; then beside one another.
sqlite:
	nice $(BIN)/pytest -q -n 2 --ignore tests/journeys

postgresql:
	nice $(BIN)/python -m tools.with_postgres $(BIN)/pytest -q -n 2 --of-the-database --ignore tests/journeys

check: .build/ready .venv/dev-ready ## the rules of the house, in seconds
	@$(BIN)/python -m tools.check

bench: .build/ready .venv/dev-ready ## one table of figures
	$(BIN)/python -m benchmarks

docs: .build/ready .venv/dev-ready ## draw docs/flows and docs/rules from the code
	$(BIN)/python -m tools.drawings

words: .build/ready .venv/dev-ready ## gather new words into the catalogues
	$(BIN)/python -m tools.words update

lock: .venv/web-ready ## pin the libraries anew from pyproject.toml
	$(BIN)/python -m tools.lock

clean: ## forget what make made; the county's own (var/) stays
	rm -rf .venv .build node_modules

# What setup is made of. Each stamp is newer than what it was made from, so a second `make` looks at dates and does nothing.
.venv/web-ready: requirements/web.lock
	@$(PYTHON) -c 'import sys; sys.exit("Lianfang needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(INSTALL) -r $<
	@$(COMPILE)
	@touch $@

.venv/dev-ready: requirements/dev.lock .venv/web-ready
	$(INSTALL) -r $<
	@$(COMPILE)
	@touch $@

.venv/self-ready: pyproject.toml .venv/web-ready
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.package-lock.json: package-lock.json requirements/node.lock .venv/web-ready
	$(BIN)/python -m tools.npm ci --ignore-scripts
	@touch $@

.build/words: $(PO) tools/words.py .venv/self-ready
	@mkdir -p .build
	$(BIN)/python -m tools.words compile
	@touch $@

.build/ready: .venv/self-ready node_modules/.package-lock.json .build/words $(shell find $(SRC) -path '*/static*') $(SRC)/config/static_files.py
	LIANFANG_HOME=.build/home $(BIN)/python -m django collectstatic --settings lianfang.config.settings --noinput --clear -v 0
	@touch $@
