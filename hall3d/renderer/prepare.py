"""Baking ahead of the first start: `python -m hall3d bake`."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from hall3d.plan import parse_departments
from hall3d.plan.departments import LANGUAGES
from hall3d.scene.bake import bake, baked_folder, source_digest
from hall3d.signs.store import signs


def main(arguments: Sequence[str]) -> int:
    """Bake the hall of a departments file and paint its signs in every language."""
    parser = argparse.ArgumentParser(prog="hall3d bake", description="bake a hall into the cache")
    parser.add_argument("--departments", type=Path, required=True, help="JSON as in `open`")
    options = parser.parse_args(arguments)
    told = json.loads(options.departments.read_text(encoding="utf-8"))
    prepare(told["departments"] if isinstance(told, dict) else told)
    return 0


def prepare(rows: object) -> None:
    """Bake the hall of these departments (as in `open`) unless the cache has it."""
    departments = parse_departments(rows)
    bake(departments)
    for language in LANGUAGES:
        signs(departments, language, baked_folder(), source_digest())
