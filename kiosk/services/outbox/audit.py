"""What happened to each row, line chained to line; it names keys, never people."""

import hashlib
import sqlite3
from collections.abc import Iterable

Line = tuple[float, str, str]
"""(at, key, event): seconds since 1970, of a row, what happened."""

_BEGINNING = "0" * 64


def note(connection: sqlite3.Connection, lines: Iterable[Line]) -> None:
    """Add lines, in the caller's transaction."""
    last = connection.execute("SELECT link FROM audit ORDER BY place DESC LIMIT 1").fetchone()
    link, rows = last["link"] if last else _BEGINNING, []
    for line in lines:
        link = _link(link, *line)
        rows.append((*line, link))
    connection.executemany("INSERT INTO audit (at, key, event, link) VALUES (?, ?, ?, ?)", rows)


def drop(connection: sqlite3.Connection, before: float, most: int) -> None:
    """Drop the oldest lines, as far as they are all from before that time, in the caller's
    transaction. The latest line stays, for the next one to follow."""
    last = None
    for row in connection.execute(_OLDEST, (most,)):
        if row["at"] >= before:
            break
        last = row["place"], row["link"]
    if last is not None:
        connection.execute("DELETE FROM audit WHERE place <= ?", last[:1])
        connection.execute("DELETE FROM audit_dropped")
        connection.execute("INSERT INTO audit_dropped (place, link) VALUES (?, ?)", last)


def first_broken(connection: sqlite3.Connection) -> int | None:
    """The place of the first line that does not follow from the one before; None: all do."""
    previous, expected = _BEGINNING, 1
    for row in connection.execute(_WHOLE):
        if row["event"] is None:  # what is here begins after this one
            previous, expected = row["link"], row["place"] + 1
            continue
        previous = _link(previous, row["at"], row["key"], row["event"])
        if row["place"] != expected or row["link"] != previous:
            return expected
        expected += 1
    return None


def _link(previous: str, at: float, key: str, event: str) -> str:
    return hashlib.sha256(f"{previous}\n{at!r}\n{key}\n{event}".encode()).hexdigest()


_WHOLE = """
SELECT place, NULL AS at, NULL AS key, NULL AS event, link FROM audit_dropped
UNION ALL SELECT place, at, key, event, link FROM audit ORDER BY place
"""

_OLDEST = """
SELECT place, at, link FROM audit
WHERE place < (SELECT max(place) FROM audit) ORDER BY place LIMIT ?
"""
