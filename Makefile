# Shorthands for those who work on Copydesk; users need only ./copydesk.
VENV ?= .venv

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

up: ## everything on this machine
	./copydesk up

test: ## the test suite, servers included
	./copydesk test

lint: ## what .ci/run asks of the code, the tests aside
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

configuration: ## docs/configuration.md again, after a change of a setting
	$(VENV)/bin/python -c 'from shared.config.described import page; print(page(), end="")' \
	    > docs/configuration.md

contract: ## freeze the views and the API anew, on purpose: see tests/contract/frozen.py
	$(VENV)/bin/python -m tests.contract.frozen

seed: ## drop the sample files into the inbox
	cp -R seeds/. var/inbox/

lock: ## the lock files again, after a change of dependencies in pyproject.toml
	deploy/lock

bench-env: ## the peers that tests/benchmarks measures beside Copydesk
	$(VENV)/bin/uv pip install --python $(VENV)/bin/python --require-hashes \
	    -r requirements-bench.lock

ci: ## all that a change must pass
	.ci/run

.PHONY: help up test lint configuration contract seed lock bench-env ci
