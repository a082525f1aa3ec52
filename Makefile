# Lotrinh's commands. Each prints one sentence saying what it does; `make` alone lists them.
SHELL := /bin/bash
BIN := .venv/bin
PYTHON ?=
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup demo test check agree bench format requirements

help:
	@echo "These are the commands of lotrinh:"
	@echo "  make demo    load the example plans and show the scoreboard on http://127.0.0.1:8000"
	@echo "  make test    run every test, the walk through the pages in a browser among them"
	@echo "  make check   look at style, types, the floors of the house, and the translations"
	@echo "  make agree   hold the engines to each other on many random formulas"
	@echo "  make bench   measure the engines against each other"
	@echo "  make setup   install what is needed into .venv; a second time does nothing"
	@echo "  make format  put the code into the house's layout"

setup:
	@echo "Setup: puts what lotrinh needs, pinned and checked by hash, into .venv here, and nothing elsewhere."
	@scripts/setup.sh dev

demo:
	@echo "Demo: loads the example plans into SQLite and serves the scoreboard on http://127.0.0.1:8000 until Ctrl-C."
	@scripts/setup.sh web
	@exec $(BIN)/lotrinh demo

test:
	@echo "Test: runs every test, with a real browser for the walk through the pages."
	@scripts/setup.sh dev
	@scripts/test_programs.sh
	@$(BIN)/python -m pytest $(ARGS)

check:
	@echo "Check: looks at style, types, the floors of the house, and the translations, and changes nothing."
	@scripts/setup.sh dev
	@scripts/check.sh

agree:
	@echo "Agree: holds every engine to the reference on 1,500 random formulas and ledgers; takes a while."
	@scripts/setup.sh dev
	@LOTRINH_EXAMPLES=1500 $(BIN)/python -m pytest tests/agreement $(ARGS)

bench:
	@echo "Bench: measures the engines at growing sizes against their rivals and a raw scan; half an hour."
	@scripts/setup.sh dev
	@$(BIN)/python -m benchmarks $(ARGS)

format:
	@echo "Format: puts the code into the house's layout and mends what the linter can mend."
	@scripts/setup.sh dev
	@$(BIN)/ruff check --fix --quiet; $(BIN)/ruff format --quiet

requirements:
	@echo "Requirements: compiles requirements/*.in anew into pinned and hashed lists (needs uv)."
	@scripts/requirements.sh
