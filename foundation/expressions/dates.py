"""Days in expressions: texts such as 2026-11-23; of a date and time, its day counts."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from foundation.expressions.values import Context

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(T.*)?", re.ASCII)


def today(context: Context) -> str:
    """The local day."""
    return context.moment.date().isoformat()


def now_time(context: Context) -> str:
    """The local time, HH:MM."""
    return context.moment.strftime("%H:%M")


def years_since(context: Context, value: Any) -> int | None:
    """Whole years from a day until today: an age."""
    day = _day(value)
    if day is None:
        return None
    now = context.moment.date()
    return now.year - day.year - ((now.month, now.day) < (day.month, day.day))


def days_between(_: Context, first: Any, second: Any) -> int | None:
    """Days from `first` until `second`; below 0 when it comes before."""
    start, end = _day(first), _day(second)
    return None if start is None or end is None else (end - start).days


def add_days(_: Context, value: Any, count: Any) -> str | None:
    """The day that many days later."""
    day = _day(value)
    if day is None or isinstance(count, bool) or not isinstance(count, int):
        return None
    try:
        return (day + timedelta(days=count)).isoformat()
    except OverflowError:
        return None


def add_months(_: Context, value: Any, count: Any) -> str | None:
    """The same day that many months later; the last of the month where it has no such day."""
    day = _day(value)
    if day is None or isinstance(count, bool) or not isinstance(count, int):
        return None
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).isoformat()


def part(name: str) -> Callable[[Context, Any], int | None]:
    """Year, month or day of a day; year and month of a month such as 2026-11, too."""

    def value_of(_: Context, value: Any) -> int | None:
        whole = f"{value}-01" if name != "day" and isinstance(value, str) else value
        day = _day(value) or _day(whole)
        return None if day is None else int(getattr(day, name))

    return value_of


def weekday(_: Context, value: Any) -> int | None:
    """1 for Monday to 7 for Sunday."""
    day = _day(value)
    return None if day is None else day.isoweekday()


def _day(value: Any) -> date | None:
    found = _ISO.fullmatch(value) if isinstance(value, str) else None
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
