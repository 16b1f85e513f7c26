"""A chain of hashed lines: how it is read, and where it breaks (domain)."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Line:
    """One line as it stands in the file. `whole`: it says what its own hash says."""

    START: ClassVar[str] = "0" * 64

    whole: bool
    hash: str = ""
    after: str = ""


@dataclass(frozen=True)
class Head:
    """The number (from 1) and hash of a line that was the newest once."""

    number: int
    hash: str


def read_lines(content: bytes) -> list[Line]:
    """Every line of a trail."""
    return [_line(text) for text in content.splitlines()]


def broken_line(lines: Sequence[Line], head: Head | None = None) -> int | None:
    """The first line, from 1, that is not as it was written; None when all are.

    Without a head the end cannot be checked: a tail that was cut off leaves a whole chain.
    """
    last = Line.START
    for number, line in enumerate(lines, 1):
        if not line.whole or line.after != last:
            return number
        if head is not None and head.number == number and head.hash != line.hash:
            return number
        last = line.hash
    if head is not None and len(lines) < head.number:
        return len(lines) + 1
    return None


def digest(entry: Mapping[str, str]) -> str:
    """SHA-256 over a line's fields, its own hash left out, as 64 hex digits."""
    body = {key: value for key, value in entry.items() if key != "hash"}
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _line(text: bytes) -> Line:
    try:
        entry = json.loads(text)
    except ValueError:
        return Line(False)
    if not isinstance(entry, dict):
        return Line(False)
    own = entry.get("hash")
    return Line(own == digest(entry), str(own), str(entry.get("after")))
