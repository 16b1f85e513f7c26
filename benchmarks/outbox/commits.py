"""How long a person waits for "saved": the outbox's commit beside a plain SQLite insert."""

import os
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.outbox.figures import summary
from kiosk.services.forms import canonical_json
from kiosk.services.outbox import Outbox

ATTACHMENT = 5_000_000
"""Bytes of what each application names; it is stored already."""

_BODY: dict[str, Any] = {
    "service": "residence_permit",
    "citizen": "999999199001011238",
    "language": "zh_CN",
    "form": {"id": "residence_permit", "version": 1},
    "answers": {f"field_{n}": "示例市 滨河路 18 号 502 室" for n in range(12)},
    "sources": {f"field_{n}": "residence.address" for n in range(12)},
}


def measure(folder: Path, commits: int) -> dict[str, dict[str, float]]:
    """Both in turns, so that a busy disk hits both."""
    outbox = Outbox(folder / "outbox.sqlite", os.urandom(32))
    plain = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", _TABLE):
        plain.execute(statement)
    content = os.urandom(ATTACHMENT)
    keep = partial(outbox.attachments.keep, "visit", content, "photo.jpg", "image/jpeg")
    took: dict[str, list[float]] = {"keep_attachment": [_timed(keep)], "outbox": []}
    took["plain_sqlite"] = []
    named = {**_BODY, "answers": {**_BODY["answers"], "photo": [keep()]}}
    body = canonical_json(named)
    for number in range(commits):
        took["outbox"].append(_timed(partial(outbox.commit, "visit", "households", named)))
        row = (str(number), body)
        took["plain_sqlite"].append(_timed(partial(plain.execute, _INSERT, row)))
    outbox.close()
    plain.close()
    return {name: summary(times) for name, times in took.items()}


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


_TABLE = "CREATE TABLE submissions (key TEXT PRIMARY KEY, body BLOB)"
_INSERT = "INSERT INTO submissions VALUES (?, ?)"
