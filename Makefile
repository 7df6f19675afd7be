# The verbs of the project. `make demo` and `make test` work on a fresh machine; nothing else has to be installed first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLES := src/dragoman/data/samples

.PHONY: demo test lint evaluate lock clean

$(BIN)/dragoman: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --constraint requirements.lock --editable .
	@touch $@

$(VENV)/.test: $(BIN)/dragoman
	$(BIN)/pip install --quiet --constraint requirements.lock --editable '.[test,postgresql]'
	@touch $@

# Code the sample pages that ship with the package, print the records, store them in dragoman.db.
demo: $(BIN)/dragoman
	$(BIN)/dragoman code $(SAMPLES) --db dragoman.db
	$(BIN)/dragoman list --db dragoman.db

# A real PostgreSQL for the store's tests, where the machine lets us install one; without it those tests are skipped
# and counted.
.PHONY: postgresql
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && \
	  { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >/dev/null 2>&1; } || \
	echo "PostgreSQL is not installed and cannot be installed here: its tests will be skipped."

lint: $(VENV)/.test
	$(BIN)/ruff check src tests
	$(BIN)/mypy

test: $(VENV)/.test postgresql lint
	$(BIN)/pytest

# Score the installed dragoman on the project's own gold records.
evaluate: $(BIN)/dragoman
	$(BIN)/dragoman evaluate records gate/gold --pages $(SAMPLES)

# Write the lock file anew from what is installed.
lock: $(VENV)/.test
	$(BIN)/pip freeze --exclude-editable | grep -v '^dragoman' > requirements.lock

clean:
	rm -rf $(VENV) build dist *.egg-info src/*.egg-info .pytest_cache .mypy_cache .ruff_cache
