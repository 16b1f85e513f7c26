"""Formats of answers that JSON Schema leaves to us, as the departments check them."""

from datetime import UTC, date, datetime, timedelta

from jsonschema import FormatChecker

CHECKER = FormatChecker(formats=())

# A terminal's midnight may be hours from ours: an answer is not refused for that.
_SLACK = timedelta(days=1)


def _today() -> date:
    return datetime.now(UTC).date()


@CHECKER.checks("date", raises=ValueError)
def _a_day(value: object) -> bool:
    if isinstance(value, str):
        _day(value)
    return True


@CHECKER.checks("past-date", raises=ValueError)
def _not_after_today(value: object) -> bool:
    return not isinstance(value, str) or _day(value) <= _today() + _SLACK


@CHECKER.checks("future-date", raises=ValueError)
def _not_before_today(value: object) -> bool:
    # Much later is fine too: the application may have waited in an outbox, so long ago is as well.
    return not isinstance(value, str) or _day(value) >= _today() - 30 * _SLACK


@CHECKER.checks("citizen-number", raises=ValueError)
def _checksum(value: object) -> bool:
    if not isinstance(value, str):
        return True
    if len(value) != 18 or not value.isascii() or not value[:17].isdigit():
        return False
    remainder = 0
    for character in value[:17]:  # ISO 7064 MOD 11-2
        remainder = (remainder + int(character)) * 2 % 11
    return "0123456789X"[(12 - remainder) % 11] == value[17]


def _day(text: str) -> date:
    if len(text) != 10:
        raise ValueError("a date is YYYY-MM-DD")
    return date.fromisoformat(text)
