# The commands of this project; pre-commit and .ci/run call the same ones.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/mae-sot-2568.yaml

.PHONY: help setup run test check fix docs lock bench corpus clean

help:  ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(VENV)/run.stamp: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps -e .
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

setup: $(VENV)/dev.stamp  ## a virtual environment with everything

run: $(VENV)/run.stamp  ## the reports of the example, under out/
	$(BIN)/prongsai report $(EXAMPLE) --out out
	@echo
	@echo "เปิดดู / open: out/mae-sot-2568/"

test: $(VENV)/dev.stamp  ## the tests
	$(BIN)/python -m pytest

check: $(VENV)/dev.stamp  ## all that pre-commit and CI ask for
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/prongsai framework check
	$(BIN)/python -m pytest --cov --cov-report=term

fix: $(VENV)/dev.stamp  ## mend what can be mended by a program
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/dev.stamp  ## the parts of the documentation that follow from the code
	$(BIN)/python docs/generate.py

lock: $(VENV)/dev.stamp  ## new versions of everything the project stands on
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --extra dev pyproject.toml -o requirements-dev.lock

bench: $(VENV)/dev.stamp  ## the benchmarks, each against a peer and the machine's limit
	$(BIN)/python -m pip install --quiet -e '.[bench]'
	$(BIN)/python -m bench

corpus: $(VENV)/dev.stamp  ## the checker on documents with planted faults: the measured table in docs/checker-rules.md
	$(BIN)/python -m corpus docs --seed 4242 --agencies 4 --documents 8

clean:  ## what the commands above made
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
