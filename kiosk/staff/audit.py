"""The staff's audit trail: one line an act, each chained to the one before; nobody's name."""

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

_START = "0" * 64


class AuditTrail:
    """Append-only lines of JSON; a changed, removed or reordered line breaks the chain."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, act: str, subject: str = "") -> None:
        """Write down durably that `act` was done, to an opaque subject where there is one."""
        last = _START
        for line in self._lines():
            last = line["hash"]
        entry = {"at": datetime.now(UTC).isoformat(), "act": act, "subject": subject, "after": last}
        entry["hash"] = _digest(entry)
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
            file.flush()
            os.fsync(file.fileno())

    def first_broken_line(self) -> int | None:
        """Counted from 1; None while the chain is whole. A cut tail needs the length kept
        elsewhere: compare `length` with what was noted before."""
        last = _START
        for number, line in enumerate(self._lines(), 1):
            body = {key: value for key, value in line.items() if key != "hash"}
            if line.get("after") != last or line.get("hash") != _digest(body):
                return number
            last = line["hash"]
        return None

    def length(self) -> int:
        """How many acts were noted."""
        return sum(1 for _ in self._lines())

    def _lines(self) -> Iterator[dict[str, str]]:
        if not self._path.exists():
            return
        with self._path.open(encoding="utf-8") as file:
            for text in file:
                try:
                    yield json.loads(text)
                except ValueError:
                    yield {"hash": "", "after": "unreadable"}


def _digest(entry: dict[str, str]) -> str:
    return hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()
