"""The staff's audit trail: one line an act, each chained to the one before; nobody's name."""

import fcntl
import json
import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Protocol

from kiosk.staff.chain import Head, Line, broken_line, digest, read_lines

_HEAD = "staff-audit-head"
_ACT = re.compile(r"[a-z_]+( [a-z_]+)*")
_SUBJECT = re.compile(r"([0-9a-f]{8,64})?")


class HeadStore(Protocol):
    """The part of the vault that is needed here."""

    def get(self, name: str) -> bytes | None:
        """A secret, or None."""
        ...

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret durably."""
        ...


class AuditTrail:
    """Append-only lines of JSON; an edited, removed, added or reordered line breaks the chain.

    heads: where the newest line's number and hash are kept apart from the file. With it, a tail
    that was cut off, a file that is gone and a chain that was made anew are found too.
    """

    def __init__(self, path: Path, heads: HeadStore | None = None) -> None:
        self._path = path
        self._heads = heads

    def note(self, act: str, subject: str = "") -> None:
        """Write down durably that `act` was done, to an opaque subject where there is one.

        Raises ValueError for an act that is not plain words, or a subject that is not a reference
        of hex digits: a name or a card number must never get in here.
        """
        if not _ACT.fullmatch(act) or not _SUBJECT.fullmatch(subject):
            raise ValueError("an act is small words and a subject a reference of hex digits")
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            head = _append(file, act, subject, self.head())
            # The line first: a crash between the two leaves a head that is still in the chain.
            if self._heads is not None:
                self._heads.put(_HEAD, json.dumps([head.number, head.hash]).encode())

    def first_broken_line(self) -> int | None:
        """Counted from 1; None while the trail is whole. Of a cut tail, the first that is gone."""
        return broken_line(self._lines(), self.head())

    def head(self) -> Head | None:
        """The newest line as it was noted apart from the file; None where nobody kept it."""
        held = self._heads.get(_HEAD) if self._heads is not None else None
        return Head(*json.loads(held)) if held is not None else None

    def length(self) -> int:
        """How many lines there are."""
        return len(self._lines())

    def _lines(self) -> list[Line]:
        return read_lines(self._path.read_bytes()) if self._path.exists() else []


def _append(file: IO[bytes], act: str, subject: str, known: Head | None) -> Head:
    """Add a line; half a line that a power cut left before it stays as it is."""
    file.seek(0)
    held = file.read()
    lines = read_lines(held)
    entry = {
        "at": datetime.now(UTC).isoformat(),
        "act": act,
        "subject": subject,
        "after": _before(lines, known),
    }
    entry["hash"] = digest(entry)
    torn = b"\n" if held and not held.endswith(b"\n") else b""
    file.write(torn + json.dumps(entry).encode() + b"\n")
    file.flush()
    os.fsync(file.fileno())
    return Head(len(lines) + 1, entry["hash"])


def _before(lines: Sequence[Line], known: Head | None) -> str:
    """The hash that the next line follows.

    Where the line noted as newest is not in the file, the next one follows it all the same: it
    then fits nothing that is left, and shows for ever that something was taken away.
    """
    if known is not None:
        there = lines[known.number - 1].hash if len(lines) >= known.number else None
        if there != known.hash:
            return known.hash
    return next((line.hash for line in reversed(lines) if line.whole), Line.START)
