"""Formats that JSON Schema leaves to us: dates before and after today, the citizen number."""

import re
from datetime import date, datetime

from jsonschema import FormatChecker

CHECKER = FormatChecker(formats=())

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _today() -> date:
    return datetime.now().astimezone().date()


def _date(text: str) -> date | None:
    if not _ISO_DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@CHECKER.checks("date")
def is_date(value: object) -> bool:
    """A day that exists, as YYYY-MM-DD."""
    return not isinstance(value, str) or _date(value) is not None


@CHECKER.checks("past-date")
def is_past_date(value: object) -> bool:
    """A day that is not after today."""
    if not isinstance(value, str):
        return True
    day = _date(value)
    return day is not None and day <= _today()


@CHECKER.checks("future-date")
def is_future_date(value: object) -> bool:
    """A day that is not before today."""
    if not isinstance(value, str):
        return True
    day = _date(value)
    return day is not None and day >= _today()


@CHECKER.checks("citizen-number")
def is_citizen_number(value: object) -> bool:
    """18 characters with the right check character (GB 11643)."""
    if not isinstance(value, str):
        return True
    if not re.fullmatch(r"[0-9]{17}[0-9X]", value):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(value, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == value[-1]
