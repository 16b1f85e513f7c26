"""Days as departments count them."""

from datetime import date, timedelta

_SATURDAY = 5


def after_working_days(day: date, days: int) -> date:
    """The working day (Monday to Friday) that so many of them end on."""
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < _SATURDAY
    return day
