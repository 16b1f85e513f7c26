# Everything a newcomer needs; `make run` and `make test` set up what is missing.

PYTHON := $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
PREPARED := $(VENV)/prepared
ROOMS := kiosk identity hall3d backend foundation benchmarks
ARGS ?=
# Tests wait for processes and windows half of the time; files run side by side.
SIDE_BY_SIDE ?= 2

.PHONY: run test demo setup system lint bench schema-suite package lock clean

run: setup
	$(BIN)/atrium run --demo-without-display $(ARGS)

test: setup
	$(BIN)/python -m pytest -n $(SIDE_BY_SIDE) --dist loadfile $(ARGS)

demo: setup
	$(BIN)/atrium demo --out out/demo $(ARGS)

setup: system $(PREPARED)

system:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Atrium needs Python 3.11 or later; this is $$($(PYTHON) --version)" >&2; exit 1; }
	@packaging/setup-debian.sh $(PYTHON)

$(INSTALLED): requirements.lock pyproject.toml | system
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Models, translations and the hall's light, made once from what is installed.
$(PREPARED): $(INSTALLED) $(shell find assets hall3d identity kiosk/screens -name '__pycache__' -prune -o -type f -newer $(PREPARED) -print 2>/dev/null)
	$(BIN)/atrium prepare
	@touch $@

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy $(ROOMS) tests
	$(BIN)/lint-imports
	$(BIN)/pyside6-qmllint -I kiosk/screens/types $$(find kiosk/screens -name '*.qml')

bench: setup
	$(BIN)/python -m benchmarks $(ARGS)

# The published JSON Schema test suite, as the source package of jsonschema carries it.
schema-suite: setup
	rm -rf $(VENV)/schema-suite && mkdir $(VENV)/schema-suite
	$(BIN)/pip download --quiet --no-deps --no-binary jsonschema -d $(VENV)/schema-suite \
		jsonschema==$$($(BIN)/python -c 'from importlib.metadata import version; print(version("jsonschema"))')
	tar -xzf $(VENV)/schema-suite/jsonschema-*.tar.gz -C $(VENV)/schema-suite --strip-components 2 --wildcards '*/json/*'
	$(BIN)/python -m benchmarks.schema_suite

package: setup
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build packaging/atrium.spec
	dist/atrium/atrium demo --out out/package-demo

# Needs uv. No download address may be in the file.
lock:
	uv pip compile pyproject.toml --extra dev --generate-hashes --override packaging/overrides.txt \
		--python-version 3.11 --no-header --no-annotate --no-emit-index-url -o requirements.lock

clean:
	rm -rf $(VENV) build dist out *.egg-info
