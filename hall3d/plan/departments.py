"""The departments a hall is made for, as they arrive in an `open` message."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MOST = 60
LANGUAGES = ("zh_CN", "en")
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


class InvalidDepartments(ValueError):
    """What was sent is not a list of departments; the text says which entry and why."""


@dataclass(frozen=True)
class Department:
    """One counter's sign: `colour` is RRGGBB, `name` maps a language to the name."""

    id: str
    number: int
    colour: str
    name: dict[str, str]

    def __hash__(self) -> int:
        return hash(self.id)


def parse_departments(rows: object) -> tuple[Department, ...]:
    """Departments from decoded JSON. Raises InvalidDepartments."""
    if not isinstance(rows, list) or not rows:
        raise InvalidDepartments("departments must be a list with at least one entry")
    if len(rows) > MOST:
        raise InvalidDepartments(f"a hall holds at most {MOST} departments, not {len(rows)}")
    parsed = tuple(_parse(index, row) for index, row in enumerate(rows))
    _unique([one.id for one in parsed], "id")
    _unique([one.number for one in parsed], "number")
    return parsed


def _parse(index: int, row: Any) -> Department:
    where = f"department {index + 1}"
    if not isinstance(row, dict):
        raise InvalidDepartments(f"{where} must be an object")
    number, colour, name = row.get("number"), row.get("colour"), row.get("name")
    if not isinstance(row.get("id"), str) or not row["id"]:
        raise InvalidDepartments(f"{where} needs an id")
    if not isinstance(number, int) or isinstance(number, bool):
        raise InvalidDepartments(f"{where} needs a whole number as its number")
    match = _COLOUR.fullmatch(colour) if isinstance(colour, str) else None
    if match is None:
        raise InvalidDepartments(f"{where} needs a colour like 1D4F91")
    if not isinstance(name, dict) or not all(
        isinstance(name.get(language), str) and name[language].strip() for language in LANGUAGES
    ):
        raise InvalidDepartments(f"{where} needs a name in each of {', '.join(LANGUAGES)}")
    names = {language: name[language].strip() for language in LANGUAGES}
    return Department(row["id"], number, match[1].upper(), names)


def _unique(values: Sequence[object], what: str) -> None:
    twice = sorted({str(value) for value in values if values.count(value) > 1})
    if twice:
        raise InvalidDepartments(f"two departments share the {what} {twice[0]}")
