"""How long a person waits for "saved": the outbox's commit beside a plain SQLite insert."""

import argparse
import json
import os
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.timing import percentiles, timed
from kiosk.services.forms import canonical_json
from kiosk.services.outbox import Outbox

_BODY: dict[str, Any] = {
    "service": "residence_permit",
    "citizen": "999999199001011238",
    "language": "zh_CN",
    "form": {"id": "residence_permit", "version": 1},
    "answers": {f"field_{n}": "示例市 滨河路 18 号 502 室" for n in range(12)},
    "sources": {f"field_{n}": "residence.address" for n in range(12)},
}


def main(argv: Sequence[str]) -> int:
    """Print a table, or JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks outbox")
    parser.add_argument("--commits", type=int, default=1000)
    parser.add_argument("--folder", type=Path, help="a folder on the disk to be measured")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        results = measure(Path(folder), options.commits)
    if options.json:
        print(json.dumps(results))
        return 0
    for name, row in results.items():
        print(f"{name:14} p50 {row['p50_ms']:7.2f} ms   p99 {row['p99_ms']:7.2f} ms")
    ratio = results["outbox"]["p50_ms"] / results["plain_sqlite"]["p50_ms"]
    print(f"a commit costs {ratio:.1f} plain inserts (WAL, synchronous=FULL, the same body)")
    return 0


def measure(folder: Path, commits: int) -> dict[str, dict[str, float]]:
    """Both in turns, so that a busy disk hits both."""
    outbox = Outbox(folder / "outbox.sqlite", os.urandom(32))
    plain = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
    for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", _TABLE):
        plain.execute(statement)
    body = canonical_json(_BODY)
    took: dict[str, list[float]] = {"outbox": [], "plain_sqlite": []}
    for number in range(commits):
        took["outbox"].append(timed(partial(outbox.commit, "visit", "households", _BODY)))
        row = (str(number), body)
        took["plain_sqlite"].append(timed(partial(plain.execute, _INSERT, row)))
    outbox.close()
    plain.close()
    return {name: {"commits": len(times), **percentiles(times)} for name, times in took.items()}


_TABLE = "CREATE TABLE submissions (key TEXT PRIMARY KEY, body BLOB)"
_INSERT = "INSERT INTO submissions VALUES (?, ?)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
