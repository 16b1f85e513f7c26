"""A reference that a person can read out: HZ 2026 1123 0042 7."""

from sqlalchemy import Connection, bindparam
from sqlalchemy.dialects.sqlite import insert

from backend.store.prepared import Prepared
from backend.store.tables import serials


def next_reference(connection: Connection, day: str) -> str:
    """The next one of a day (YYYY-MM-DD); its last digit checks all the others."""
    [(last,)] = _NEXT.run(connection, day=day)
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


_NEXT = Prepared(
    insert(serials)
    .values(day=bindparam("day"), last=1)
    .on_conflict_do_update(set_={"last": serials.c.last + 1})
    .returning(serials.c.last)
)
