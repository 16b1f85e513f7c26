"""What a peer really has, by its own file; the terminal's word is only asked for its doubts."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

_NUMBER = re.compile(r"Use (\d+)$")


@dataclass(frozen=True)
class Found:
    """lost: promised to a citizen, at no peer, and flagged for no clerk. duplicated: received more
    than once. unflagged: the terminal says that it arrived, and it did not."""

    submissions: int
    received: int
    lost: int
    duplicated: int
    uncertain: int
    unflagged: int


def native_bodies(home: Path) -> list[str]:
    """Every case of an Atrium back-end."""
    return _column(home / "data" / "backend.sqlite", "SELECT body FROM cases")


def plain_bodies(file: Path) -> list[str]:
    """Every request that the peer without idempotency kept."""
    return _column(file, "SELECT body FROM received")


def check(promised: dict[int, str], bodies: Iterable[str], outbox: Path) -> Found:
    """promised: the number in each body, and the key that the terminal gave for it."""
    had = Counter(_number(body) for body in bodies)
    query = "SELECT key, state FROM outbox"
    with closing(sqlite3.connect(f"file:{outbox}?mode=ro", uri=True)) as file:
        states = dict(file.execute(query).fetchall())
    doubtful = {number for number, key in promised.items() if states[key] == "uncertain"}
    absent = promised.keys() - had.keys()
    settled = {number for number in absent if states[promised[number]] in ("acked", "closed")}
    strangers = had.keys() - promised.keys()
    return Found(
        submissions=len(promised),
        received=len(had),
        lost=len(absent - doubtful),
        duplicated=sum(count - 1 for count in had.values()) + len(strangers),
        uncertain=len(doubtful),
        unflagged=len(settled),
    )


def _number(body: str) -> int:
    found = _NUMBER.match(json.loads(body)["answers"]["use_text"])
    if found is None:
        raise ValueError(f"a peer has what nobody sent: {body[:80]}")
    return int(found[1])


def _column(path: Path, query: str) -> list[str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        return [row[0] for row in file.execute(query)]
