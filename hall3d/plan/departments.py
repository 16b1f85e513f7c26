"""The departments a hall is made for, as they arrive in an `open` message."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

MOST = 1000
LANGUAGES = ("zh_CN", "en")
"""Every name must be there in these; more languages are welcome."""
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")


class InvalidDepartments(ValueError):
    """What was sent is not a list of departments; the text says which entry and why."""


@dataclass(frozen=True)
class Zone:
    """Counters that stand together: `letter` on the signs, `colour` RRGGBB, `name` by language."""

    id: str
    letter: str
    colour: str
    name: dict[str, str]

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True)
class Department:
    """One counter's sign: `colour` is RRGGBB, `name` maps a language to the name."""

    id: str
    number: int
    colour: str
    name: dict[str, str]
    zone: Zone | None = None

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


def many(departments: Sequence[Department], count: int) -> tuple[Department, ...]:
    """As many counters as asked for: each department with several windows, side by side.

    A further window of `tax` is `tax-2`; numbers run on from 1. Raises InvalidDepartments.
    """
    if not 1 <= count <= MOST:
        raise InvalidDepartments(f"a hall has 1 to {MOST} counters, not {count}")
    chosen = departments[: min(count, len(departments))]
    share, extra = divmod(count, len(chosen))
    windows = [
        replace(one, id=one.id if window == 0 else f"{one.id}-{window + 1}")
        for index, one in enumerate(chosen)
        for window in range(share + (index < extra))
    ]
    return tuple(replace(one, number=number) for number, one in enumerate(windows, 1))


def zones_of(departments: Sequence[Department]) -> tuple[Zone, ...]:
    """The zones in the order in which they first appear."""
    found = {one.zone.id: one.zone for one in departments if one.zone is not None}
    return tuple(found.values())


def _parse(index: int, row: Any) -> Department:
    where = f"department {index + 1}"
    if not isinstance(row, dict):
        raise InvalidDepartments(f"{where} must be an object")
    number = row.get("number")
    if not isinstance(number, int) or isinstance(number, bool):
        raise InvalidDepartments(f"{where} needs a whole number as its number")
    zone = row.get("zone")
    return Department(
        _identifier(where, row),
        number,
        _colour(where, row),
        _name(where, row),
        None if zone is None else _zone(where, zone),
    )


def _zone(where: str, row: Any) -> Zone:
    where = f"the zone of {where}"
    if not isinstance(row, dict):
        raise InvalidDepartments(f"{where} must be an object")
    letter = row.get("letter")
    if not isinstance(letter, str) or not 1 <= len(letter) <= 2:
        raise InvalidDepartments(f"{where} needs one or two letters as its letter")
    return Zone(_identifier(where, row), letter, _colour(where, row), _name(where, row))


def _identifier(where: str, row: dict[str, Any]) -> str:
    if not isinstance(row.get("id"), str) or not row["id"]:
        raise InvalidDepartments(f"{where} needs an id")
    return str(row["id"])


def _colour(where: str, row: dict[str, Any]) -> str:
    colour = row.get("colour")
    match = _COLOUR.fullmatch(colour) if isinstance(colour, str) else None
    if match is None:
        raise InvalidDepartments(f"{where} needs a colour like 1D4F91")
    return match[1].upper()


def _name(where: str, row: dict[str, Any]) -> dict[str, str]:
    name = row.get("name")
    if not isinstance(name, dict) or not all(
        isinstance(name.get(language), str) and name[language].strip() for language in LANGUAGES
    ):
        raise InvalidDepartments(f"{where} needs a name in each of {', '.join(LANGUAGES)}")
    return {str(language): str(text).strip() for language, text in name.items()}


def _unique(values: Sequence[object], what: str) -> None:
    twice = [str(value) for value, count in Counter(values).items() if count > 1]
    if twice:
        raise InvalidDepartments(f"two departments share the {what} {min(twice)}")
