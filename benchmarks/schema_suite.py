"""The published JSON Schema test suite (2020-12), asked of the terminal and of the back-end.

Without --suite, ATRIUM_SCHEMA_SUITE or .venv/schema-suite (`make schema-suite`) says where it is:
a folder with tests/draft2020-12 and remotes.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jsonschema.protocols import Validator
from jsonschema_specifications import REGISTRY as SPECIFICATIONS
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from backend.offer import Service
from foundation import schemas
from kiosk.services.forms.model import Form

_SUITE_HOST = "http://localhost:1234"
"""Where the suite's schemas say that others of it are; forms refer to nothing outside."""

_DAY = date(2026, 11, 23)
_PAGE = {
    "id": "page",
    "title": {"en": "Page"},
    "fields": [{"name": "note", "widget": "note", "label": {"en": "Note"}}],
}


@dataclass(frozen=True)
class Case:
    """One instance, and whether the suite calls it valid."""

    name: str
    schema: Any
    instance: Any
    valid: bool


def suite_folder(named: Path | None = None) -> Path | None:
    """Where the suite is; None when it is nowhere."""
    places = [named, os.environ.get("ATRIUM_SCHEMA_SUITE"), Path(sys.prefix, "schema-suite")]
    found = [Path(place) for place in places if place]
    return next((one for one in found if (one / "tests" / "draft2020-12").is_dir()), None)


def required_cases(suite: Path) -> Iterator[Case]:
    """Every case that an implementation must get right."""
    for path in sorted((suite / "tests" / "draft2020-12").glob("*.json")):
        for group in json.loads(path.read_text("utf-8")):
            for one in group["tests"]:
                name = f"{path.stem}: {group['description']}: {one['description']}"
                yield Case(name, group["schema"], one["data"], one["valid"])


def terminal(schema: dict[str, Any]) -> Validator:
    """As a form at the terminal has it."""
    form = Form.model_validate({"id": "f", "version": 1, "schema": schema, "pages": [_PAGE]})
    return form.rules.checks(_DAY).whole


def back_end(schema: dict[str, Any]) -> Validator:
    """As a service at the back-end has it."""
    form = {"id": "f", "version": 1, "schema": schema, "pages": [_PAGE]}
    return Service("service", "department", 1, form).rules.checks(_DAY).whole


SIDES: dict[str, Callable[[dict[str, Any]], Validator]] = {
    "terminal": terminal,
    "back_end": back_end,
}


def disagreements(suite: Path, side: Callable[[dict[str, Any]], Validator]) -> list[str]:
    """The required cases that a side judges otherwise."""
    remotes = _remotes(suite)
    return [
        case.name for case in required_cases(suite) if _judged(case, side, remotes) != case.valid
    ]


def _judged(
    case: Case, side: Callable[[dict[str, Any]], Validator], remotes: Registry[Any]
) -> bool:
    """The suite's required cases take formats as annotations; forms check them beyond that."""
    schema = case.schema if isinstance(case.schema, dict) else {"allOf": [case.schema]}
    own = side(schema)
    if _SUITE_HOST in json.dumps(schema):
        own = schemas.validator(schema, registry=remotes)
    return own.evolve(format_checker=None).is_valid(case.instance)


def _remotes(suite: Path) -> Registry[Any]:
    """What the suite's schemas refer to: those of no draft, and of this one."""
    folder = suite / "remotes"
    paths = [path.relative_to(folder) for path in sorted(folder.rglob("*.json"))]
    pairs = [
        (
            f"{_SUITE_HOST}/{path.as_posix()}",
            Resource.from_contents(
                json.loads((folder / path).read_text("utf-8")), default_specification=DRAFT202012
            ),
        )
        for path in paths
        if path.parts[0] == "draft2020-12" or not path.parts[0].startswith("draft")
    ]
    registry: Registry[Any] = SPECIFICATIONS.with_resources(pairs)
    return registry


def main(argv: Sequence[str]) -> int:
    """Print a table, or JSON; exit 1 when a side disagrees with the suite."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.schema_suite")
    parser.add_argument("--suite", type=Path, metavar="DIR")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    suite = suite_folder(options.suite)
    if suite is None:
        print("the suite is nowhere: `make schema-suite`, or name it by --suite", file=sys.stderr)
        return 2
    total = sum(1 for _ in required_cases(suite))
    wrong = {name: disagreements(suite, side) for name, side in SIDES.items()}
    if options.json:
        rows = {name: {"agreed": total - len(one), "total": total} for name, one in wrong.items()}
        print(json.dumps(rows | {"disagreements": wrong}, ensure_ascii=False))
    else:
        for name, one in wrong.items():
            print(f"{name:10} agrees on {total - len(one)} of {total} required cases")
            print("".join(f"  not on {case}\n" for case in one), end="")
    return int(any(wrong.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
