# make run: everything on this machine at http://127.0.0.1:8000.  make test: everything that tests.
# Needs Python 3.11 or newer and nothing else; what it installs goes into .venv (and, for the tests,
# through apt). PYTHON=/some/python3 chooses the Python.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
INTO := --quiet --require-hashes
# Three lanes side by side, each run with a store of its own: what has rows on PostgreSQL and on
# SQLite, and stories in a browser. What needs no store follows where a lane ends early.
plain := (once and not journey)
postgresql := --database=postgresql -m 'not beside and not once and not journey'
sqlite := --database=sqlite -m 'beside or (not once and (not journey or everywhere))'
journeys := --database=postgresql -m 'journey and not beside'
once := --database=sqlite -m '$(plain) and not beside'
probes := tests/evaluation

# As root plainly, else with sudo when it asks no password.
AS_ROOT := $$( [ "$$(id -u)" = 0 ] || echo "sudo -n" )
APT := env DEBIAN_FRONTEND=noninteractive apt-get -q -y

.PHONY: help run test check bench words lock clean

help:  ## Say what can be made.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

run: .venv/.ready  ## Prepare the store and start web and worker; Ctrl-C stops all of it.
	@$(BIN)/motcua prepare
	@exec $(BIN)/motcua serve

test: .venv/.ready-for-tests  ## Run every test on PostgreSQL, and beside it what has rows on SQLite.
	@$(install_what_tests_need)
	@run() { $(BIN)/python -m pytest --durations=12 "$${@:2}" >"var/test-$$1.log" 2>&1; }; \
	closing() { grep -E '[0-9]+ (passed|failed|error)' "var/test-$$1.log" | tail -n 1; }; \
	both() { local worst=0; run journeys $(journeys) || worst=1; run probes $(once) $(probes) || worst=1; return $$worst; }; \
	trap 'kill $$(jobs -p) 2>/dev/null || true' EXIT; \
	run sqlite $(sqlite) & sqlite=$$!; \
	both & stories=$$!; \
	worst=0; \
	echo "== on PostgreSQL; on SQLite, and in a browser, beside it"; \
	$(BIN)/python -m pytest --durations=12 $(postgresql) 2>&1 | tee var/test-postgresql.log || worst=1; \
	run once $(once) --ignore=$(probes) || worst=1; \
	wait $$stories || worst=1; \
	wait $$sqlite || worst=1; \
	for name in once journeys probes sqlite; do echo "== $$name"; cat "var/test-$$name.log"; done; \
	printf '\n'; \
	for name in postgresql once journeys probes sqlite; do echo "$$name: $$(closing $$name)"; done; \
	exit $$worst

check: .venv/.ready-for-tests  ## Check style, types, contracts, architecture and drawings.
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest tests/architecture
	@$(BIN)/motcua library draw --check
	@$(BIN)/python tools/words.py --check
	@$(BIN)/python tools/functions.py --check
	@$(BIN)/python tools/indicators.py --check

bench: .venv/.ready-for-tests  ## Measure CPU time per operation on PostgreSQL.
	@$(install_what_tests_need)
	@$(BIN)/python -m tests.bench

words: .venv/.ready  ## Collect the words of the pages; name those without English.
	@$(BIN)/python tools/words.py

lock: .venv/.ready  ## Resolve the requirements anew and pin them with hashes.
	@for name in requirements requirements-dev requirements-uv; do \
	  $(BIN)/uv pip compile --generate-hashes --no-emit-index-url --no-emit-find-links \
	    --python-version 3.11 --quiet $$name.in --output-file $$name.txt; \
	done

clean:  ## Remove the environment and caches. The store under var/ stays.
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# ------------------------------------------------------------------ the environment

.venv/.ready: requirements.txt requirements.in requirements-uv.txt pyproject.toml
	@$(make_environment)
	@$(call install,requirements.txt)
	@touch $@

.venv/.ready-for-tests: requirements-dev.txt .venv/.ready
	@$(call install,requirements-dev.txt)
	@touch $@

# uv where it can be had and reaches its packages, pip otherwise; both by the same hashes.
define install
	if $(BIN)/uv pip install $(INTO) --python $(BIN)/python -r $(1); then \
	  $(BIN)/uv pip install --quiet --offline --python $(BIN)/python \
	    --no-deps --no-build-isolation -e .; \
	else \
	  echo "uv could not install $(1); pip does it now, which takes about a minute."; \
	  $(BIN)/python -m pip install $(INTO) -r $(1); \
	  $(BIN)/python -m pip install --quiet --no-index --no-deps --no-build-isolation -e .; \
	fi
endef

define make_environment
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	  python=""; \
	  for each in $(PYTHON) python3.11 python3 /usr/bin/python3 python3.12 python3.13; do \
	    if $$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	      python=$$each; break; \
	    fi; \
	  done; \
	  [ -n "$$python" ] || { echo "Python 3.11 or newer is needed: apt-get install python3"; exit 1; }; \
	  if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
	    echo "Installing python3-venv, which Debian leaves out of Python."; \
	    { $(AS_ROOT) $(APT) update && $(AS_ROOT) $(APT) install python3-venv; } >/dev/null || \
	      { echo "Python's venv is missing. Please install it as root: apt-get install python3-venv"; \
	        exit 1; }; \
	  fi; \
	  $$python -m venv --clear .venv; \
	fi; \
	$(BIN)/python -m pip install $(INTO) -r requirements-uv.txt || \
	  echo "uv cannot be had here; pip does its work."
endef

# ------------------------------------------------------------------ what the tests need from apt

define install_what_tests_need
	mkdir -p var; missing=""; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || \
	  missing+=" postgresql"; \
	for pair in chromium:chromium pdftotext:poppler-utils qpdf:qpdf clamd:clamav-daemon \
	    java:openjdk-17-jre-headless; do \
	  command -v $${pair%%:*} >/dev/null || missing+=" $${pair##*:}"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing what the tests need:$$missing"; \
	  { $(AS_ROOT) $(APT) update && \
	    $(AS_ROOT) $(APT) install --no-install-recommends $$missing; } >var/apt.log 2>&1 </dev/null || \
	    { tail -n 5 var/apt.log; \
	      echo "These could not be installed; please do it as root: apt-get install$$missing"; \
	      exit 1; }; \
	fi
endef
