# Every target prepares its own environment first; nothing else has to be installed by hand.

PYTHON ?= python3
UV ?= uv
SEED ?= 20250715
VENV_PYTHON = .venv/bin/python

.DEFAULT_GOAL = test
.PHONY: setup run test bench torture lock catalogue i18n

setup:                ## the virtual environment and, as root on Debian, Qt's libraries
	@$(PYTHON) tests/environment.py $(TOOLS)

run: setup            ## the window on an example station; without a screen its reports as PDF
	@$(VENV_PYTHON) tests/run_example.py

test: TOOLS = --tests
test: setup           ## every check, in the order of tests/check.py
	@$(VENV_PYTHON) tests/check.py

bench: setup          ## how fast and how small, as ratios measured in one run
	@$(VENV_PYTHON) -m tests.benchmarks

torture: TOOLS = --torture
torture: setup        ## random stations against the oracle; kills, power cuts, failing calls, damaged files
	@$(VENV_PYTHON) -m pytest -n 2 tests/torture
	@$(VENV_PYTHON) -m tests.torture --seed $(SEED)

lock:                 ## pin every dependency of setup.cfg again (the only target that needs uv)
	@$(UV) pip compile pyproject.toml --extra dev --universal --generate-hashes --quiet \
		--custom-compile-command "make lock" \
		--output-file requirements.lock

catalogue: setup      ## the catalogue's files as the one compiled file that the program loads
	@$(VENV_PYTHON) -m data.catalogue.compile

i18n: setup           ## the translation file brought up to date with the code, and compiled
	@$(VENV_PYTHON) -m tests.translation
