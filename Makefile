# Two commands for a newcomer: `make demo` and `make test`. `make help` lists the rest.
SHELL := /bin/sh
.DEFAULT_GOAL := help

# the first Python from 3.11 to 3.13 that runs; say PYTHON=/path/to/python to choose another
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
STORE ?= out/demo.db
GOLD ?= seeds/gold
TEXTS ?= seeds/articles

.PHONY: help demo test check format score neo4j faults docs clean

help:  ## what can be made
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## */  make \1\t/' | expand -t 18

.venv/ready: pyproject.toml
	@test -n "$(PYTHON)" || { echo "Communiqué needs Python 3.11, 3.12 or 3.13 with venv; none was found. Install one or say: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/ready-dev: .venv/ready
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: .venv/ready  ## load the seed articles, ask a question, write the network page and the report
	@mkdir -p out
	@$(BIN)/communique load seeds/articles --store $(STORE)
	@echo
	@$(BIN)/communique status --store $(STORE)
	@echo
	@echo "Who met whom (communique query who-met-whom):"
	@$(BIN)/communique query who-met-whom --store $(STORE)
	@echo
	@$(BIN)/communique page --out out/network.html --store $(STORE)
	@$(BIN)/communique report --out out/report --store $(STORE)

test: check  ## everything that must hold: checks, then all tests
	$(BIN)/python -m pytest

check: .venv/ready-dev  ## formatting, lint, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/ready-dev  ## put the code in form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

score: .venv/ready  ## score the reader: make score GOLD=folder TEXTS=folder
	@$(BIN)/communique score $(GOLD) --texts $(TEXTS)

neo4j: .venv/ready-dev  ## start a Neo4j server from Maven Central (Java 17 or 21 with Maven); Ctrl-C stops it
	$(BIN)/python -m tests.server

faults: .venv/ready-dev  ## 1,000 faults of the embedded store and 200 of a server, at moments drawn at random
	$(BIN)/python -m tests.faults --embedded 1000 --server 200

docs: .venv/ready  ## make the schema's reference page anew
	$(BIN)/python -m graph.schema > graph/docs/schema.md

clean:  ## take away what was made (not the environment)
	rm -rf out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
