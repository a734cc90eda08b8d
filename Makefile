# make run   set up and run the main job        make test   set up and run all tests
# make check format, lint, types, layers, tests make bench  what it costs     make quality  how right it is
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: run test check bench quality format clean
.DEFAULT_GOAL := run

run: $(READY)
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/huashu tui; else $(BIN)/huashu check examples || [ $$? -eq 1 ] || exit; \
	  echo; echo '检查自己的回复: .venv/bin/huashu check 文件或文件夹'; echo '打开坐席界面:   .venv/bin/huashu tui'; fi

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	@for part in matching loading rewrite files screen; do echo; echo "# $$part"; $(BIN)/python -m bench.$$part || exit; done

quality: $(READY)
	$(BIN)/python -m bench.quality

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
