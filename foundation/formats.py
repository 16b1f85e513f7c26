"""Formats of answers that JSON Schema leaves to us; the terminal and the back-end check the same.

Which day "today" is, the caller says: an application that waited is judged by the day it was made.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from jsonschema import FormatChecker

_PATTERNS = {
    "date": r"\d{4}-\d{2}-\d{2}",
    "time-of-day": r"([01]\d|2[0-3]):[0-5]\d",
    "local-date-time": r"\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d",
    "year-month": r"\d{4}-(0[1-9]|1[0-2])",
    "decimal": r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?",
    "email": r"[^\s@\"(),:;<>\[\\\]]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
    r"[A-Za-z]{2,63}",
    "iban": r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}",
    "bsn": r"\d{9}",
    "citizen-number": r"\d{17}[\dX]",
}
_COMPILED = {name: re.compile(pattern, re.ASCII) for name, pattern in _PATTERNS.items()}


def _is_date(text: str) -> bool:
    return _parsed(date.fromisoformat, "date", text)


def _is_local_date_time(text: str) -> bool:
    return _parsed(datetime.fromisoformat, "local-date-time", text)


def _is_citizen_number(text: str) -> bool:
    """18 characters with the right check character (GB 11643, ISO 7064 MOD 11-2)."""
    if not _fits("citizen-number", text):
        return False
    total = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(text[:17]))
    return "10X98765432"[total % 11] == text[17]


def _is_iban(text: str) -> bool:
    """In the spelling without spaces (ISO 13616)."""
    if not _fits("iban", text):
        return False
    return int("".join(str(int(letter, 36)) for letter in text[4:] + text[:4])) % 97 == 1


def _is_bsn(text: str) -> bool:
    """A Dutch citizen's number: nine digits whose weighted sum is a multiple of 11."""
    if not _fits("bsn", text) or not int(text):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(digit) for w, digit in zip(weights, text, strict=True)) % 11 == 0


def _is_uri(text: str) -> bool:
    """Absolute, with an authority: what a browser could open."""
    try:
        parts = urlsplit(text)
        return bool(parts.scheme and parts.hostname) and not re.search(r"[\s<>\"{}|\\^`]", text)
    except ValueError:
        return False


def _pattern(name: str) -> Callable[[str], bool]:
    return lambda text: _fits(name, text)


ALWAYS: dict[str, Callable[[str], bool]] = {
    "date": _is_date,
    "time-of-day": _pattern("time-of-day"),
    "local-date-time": _is_local_date_time,
    "year-month": _pattern("year-month"),
    "decimal": _pattern("decimal"),
    "email": _pattern("email"),
    "uri": _is_uri,
    "iban": _is_iban,
    "bsn": _is_bsn,
    "citizen-number": _is_citizen_number,
}
"""Formats that do not depend on the day; they judge texts only."""

NAMES = frozenset({*ALWAYS, "past-date", "future-date"})
"""Every format that an answer can have."""


@lru_cache(maxsize=8)
def checker(today: date) -> FormatChecker:
    """All formats, seen from `today`."""
    made = FormatChecker(formats=())
    dated: dict[str, Callable[[str], bool]] = {
        "past-date": lambda text: _is_date(text) and date.fromisoformat(text) <= today,
        "future-date": lambda text: _is_date(text) and date.fromisoformat(text) >= today,
    }
    for name, is_one in (ALWAYS | dated).items():
        made.checks(name)(_of_texts(is_one))
    return made


def _of_texts(is_one: Callable[[str], bool]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or is_one(value)


def _fits(name: str, text: str) -> bool:
    return _COMPILED[name].fullmatch(text) is not None


def _parsed(parse: Callable[[str], object], name: str, text: str) -> bool:
    if not _fits(name, text):
        return False
    try:
        parse(text)
    except ValueError:
        return False
    return True
