"""A reference that a person can read out: HZ 2026 1123 0042 7."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from backend.store.tables import serials


def next_reference(connection: Connection, day: str) -> str:
    """The next one of a day (YYYY-MM-DD); its last digit checks all the others."""
    first = insert(serials).values(day=day, last=1)
    connection.execute(first.on_conflict_do_update(set_={"last": serials.c.last + 1}))
    last = connection.execute(select(serials.c.last).where(serials.c.day == day)).scalar_one()
    year, month, date = day.split("-")
    digits = f"{year}{month}{date}{last:04d}"
    return f"HZ {year} {month}{date} {last:04d} {check_digit(digits)}"


def check_digit(digits: str) -> int:
    """ISO 7064 MOD 11,10: finds every single wrong digit and nearly every swap."""
    product = 10
    for digit in digits:
        total = (product + int(digit)) % 10 or 10
        product = total * 2 % 11
    return (11 - product) % 10
