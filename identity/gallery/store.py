"""The gallery's file: who is enrolled, their sealed templates, their tries."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from identity.decisions.attempts import Attempts
from identity.decisions.decision import ModelInfo
from identity.errors import IdentityError
from identity.gallery.sealing import Unreadable, new_key, seal, unseal
from identity.gallery.template import pack, unpack
from identity.pictures import Vector

_TABLES = """
CREATE TABLE IF NOT EXISTS keys (
    subject TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS templates (
    subject TEXT NOT NULL REFERENCES keys ON DELETE CASCADE, number INTEGER NOT NULL,
    model TEXT NOT NULL, version TEXT NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY (subject, number)) STRICT;
CREATE TABLE IF NOT EXISTS enrolments (
    subject TEXT PRIMARY KEY REFERENCES keys ON DELETE CASCADE, images INTEGER NOT NULL,
    enrolled_at REAL NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS attempts (
    subject TEXT PRIMARY KEY REFERENCES keys ON DELETE CASCADE, failed INTEGER NOT NULL,
    last_failed_at REAL NOT NULL) STRICT;
"""
_KEY = "data key"


@dataclass(frozen=True)
class Enrolment:
    """One enrolled subject; `enrolled_at` is ISO 8601 in UTC."""

    subject: str
    images: int
    enrolled_at: str


class Gallery:
    """Safe from any thread. Raises IdentityError `gallery_unreadable` when the file is damaged
    or was sealed with another key."""

    def __init__(self, file: Path, key: Callable[[], bytes]) -> None:
        """key: gives the 32-byte key that wraps all others; asked when it is first needed."""
        self._file = file
        self._ask_key = key
        self._key: bytes | None = None
        self._lock = threading.Lock()
        self._base = self._open()

    def enrol(self, subject: str, model: ModelInfo, vectors: Sequence[Vector]) -> None:
        """Store a person's templates in place of earlier ones, under a new key; tries start
        again."""
        key = new_key()
        wrapped = seal(self._wrapping_key(), key, (_KEY, subject))
        bound = (subject, model.name, model.version)
        sealed = [seal(key, pack(vector), bound) for vector in vectors]
        with self._change() as base:
            base.execute("DELETE FROM keys WHERE subject = ?", (subject,))
            base.execute("INSERT INTO keys VALUES (?, ?)", (subject, wrapped))
            base.executemany(
                "INSERT INTO templates VALUES (?, ?, ?, ?, ?)",
                [(subject, n, model.name, model.version, one) for n, one in enumerate(sealed)],
            )
            base.execute(
                "INSERT INTO enrolments VALUES (?, ?, ?)",
                (subject, len(sealed), time.time()),
            )

    def templates(self, subject: str, model: ModelInfo) -> list[Vector]:
        """A person's templates of exactly this model; those of others are never given out."""
        with self._change() as base:
            row = base.execute("SELECT wrapped FROM keys WHERE subject = ?", (subject,)).fetchone()
            sealed = base.execute(
                "SELECT sealed FROM templates WHERE subject = ? AND model = ? AND version = ?"
                " ORDER BY number",
                (subject, model.name, model.version),
            ).fetchall()
        if row is None or not sealed:
            return []
        try:
            key = unseal(self._wrapping_key(), row[0], (_KEY, subject))
            bound = (subject, model.name, model.version)
            return [unpack(unseal(key, one, bound)) for (one,) in sealed]
        except Unreadable as wrong:
            raise self._unreadable("an entry does not open with this terminal's key") from wrong

    def erase(self, subject: str) -> bool:
        """Delete a person's key and all else of them; False when nobody was enrolled so."""
        with self._change() as base:
            gone = base.execute("DELETE FROM keys WHERE subject = ?", (subject,)).rowcount
        return gone > 0

    def subjects(self) -> list[Enrolment]:
        """Everybody enrolled, the earliest first."""
        with self._change() as base:
            rows = base.execute(
                "SELECT subject, images, enrolled_at FROM enrolments ORDER BY enrolled_at"
            ).fetchall()
        return [Enrolment(s, n, _utc(at)) for s, n, at in rows]

    def attempts(self, subject: str) -> Attempts:
        """The failures in a row of a subject."""
        with self._change() as base:
            row = base.execute(
                "SELECT failed, last_failed_at FROM attempts WHERE subject = ?",
                (subject,),
            ).fetchone()
        return Attempts(*row) if row else Attempts()

    def keep_attempts(self, subject: str, attempts: Attempts) -> None:
        """Store the failures in a row, on disk before this returns; nothing of a subject who was
        erased meanwhile."""
        with self._change() as base:
            base.execute(
                "INSERT OR REPLACE INTO attempts SELECT subject, ?, ? FROM keys WHERE subject = ?",
                (attempts.failed, attempts.last_failed_at, subject),
            )

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    def _open(self) -> sqlite3.Connection:
        # made here, not by SQLite, so that nobody else could ever read it
        os.close(os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600))
        os.chmod(self._file, 0o600)
        base = sqlite3.connect(self._file, check_same_thread=False, timeout=10)
        try:
            base.execute("PRAGMA secure_delete = ON")
            base.execute("PRAGMA synchronous = FULL")
            base.execute("PRAGMA foreign_keys = ON")
            base.executescript(_TABLES)
        except sqlite3.DatabaseError as damaged:
            base.close()
            raise self._unreadable(str(damaged)) from damaged
        return base

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One transaction."""
        with self._lock:
            try:
                with self._base:
                    yield self._base
            except sqlite3.DatabaseError as damaged:
                raise self._unreadable(str(damaged)) from damaged

    def _wrapping_key(self) -> bytes:
        if self._key is None:
            self._key = self._ask_key()
        return self._key

    def _unreadable(self, why: str) -> IdentityError:
        return IdentityError(
            "gallery_unreadable",
            f"{self._file} cannot be read ({why}); bring it and the terminal's keys back from a"
            " backup, or move it away and enrol everybody anew",
        )


def _utc(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
