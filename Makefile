# Every command a person needs. The work is done in tools/; `make` alone prints this list.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PYTEST := $(BIN)/pytest
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run setup test check fix bench docs e2e law lock

help: ## print this list
	@sed -n 's/^\([a-z][a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: ## set up, run the main job for the fictional client, serve http://localhost:8000 (PORT=8001 for another port)
	@$(PYTHON) -m tools.run $(PORT)

setup: ## install all that running and testing need; twice is no harm
	@$(PYTHON) -m tools.setup test

test: setup ## run every test on a PostgreSQL that lives as long as they do, and a smoke set on SQLite
	@JOBS=$(JOBS) $(PYTHON) -m tools.test

e2e: setup ## drive the site in Chromium
	@$(PYTHON) -m tools.postgres $(PYTEST) -m e2e -n0

check: setup ## lint, format, types, import rules, migrations, law, templates, docs, locks; changes nothing
	@$(PYTHON) -m tools.check

fix: setup ## the repairs a machine can make
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: ## measure the numbers the design promises, one JSON object a line
	@$(PYTHON) -m tools.setup test >&2
	@$(PYTHON) -m tools.bench

docs: setup ## build the documentation into site/
	$(BIN)/mkdocs build --strict --quiet
	@echo "The documentation is in site/index.html."

law: setup ## check the law data, and say what is due for review
	$(BIN)/vacatur law check
	$(BIN)/vacatur law stale --as-of $$(date +%F)

lock: ## write the locks anew with the newest versions that fit
	@$(PYTHON) -m tools.lock
