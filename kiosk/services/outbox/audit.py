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


def first_broken(connection: sqlite3.Connection) -> int | None:
    """The place of the first line that does not follow from the one before; None: all do."""
    previous, expected = _BEGINNING, 1
    for row in connection.execute("SELECT * FROM audit ORDER BY place"):
        previous = _link(previous, row["at"], row["key"], row["event"])
        if row["place"] != expected or row["link"] != previous:
            return expected
        expected += 1
    return None


def _link(previous: str, at: float, key: str, event: str) -> str:
    return hashlib.sha256(f"{previous}\n{at!r}\n{key}\n{event}".encode()).hexdigest()
