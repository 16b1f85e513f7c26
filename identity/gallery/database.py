"""The gallery's file: every page encrypted (SQLCipher), one transaction at a time."""

import fcntl
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sqlcipher3 import dbapi2 as sqlcipher

from identity.errors import IdentityError
from identity.gallery.keys import KeyRing, Keys
from identity.gallery.replacing import begin, replace, settle, unsettled

Connection = sqlcipher.Connection

PLAIN = b"SQLite format 3\0"
_TABLES = """
CREATE TABLE keys (
    subject TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
CREATE TABLE templates (
    subject TEXT NOT NULL REFERENCES keys ON DELETE CASCADE, number INTEGER NOT NULL,
    model TEXT NOT NULL, version TEXT NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY (subject, number)) STRICT;
CREATE TABLE enrolments (
    subject TEXT PRIMARY KEY REFERENCES keys ON DELETE CASCADE, reference INTEGER NOT NULL,
    images INTEGER NOT NULL, enrolled_at REAL NOT NULL) STRICT;
CREATE INDEX by_reference ON enrolments (reference);
CREATE TABLE attempts (
    subject TEXT PRIMARY KEY REFERENCES keys ON DELETE CASCADE, failed INTEGER NOT NULL,
    last_failed_at REAL NOT NULL) STRICT;
PRAGMA user_version = 2;
"""
_PATIENCE_S = 10.0
_AGAIN_S = 0.02

Copy = Callable[[Path, Keys, Connection, Keys], None]
"""Fill a new file: from this file, under these keys, into this connection, under those keys."""


class Database:
    """Opened at its first use. Safe from any thread; several processes may have it open, and none
    of them while it is replaced. Raises IdentityError `gallery_unreadable` when it is damaged or
    belongs to other keys."""

    def __init__(self, file: Path, ring: KeyRing, from_plain: Copy) -> None:
        """from_plain: copies a gallery of the time before files were encrypted."""
        self._file, self._ring, self._from_plain = file, ring, from_plain
        self._thread_lock = threading.RLock()
        self._base: Connection | None = None
        self._guard: BinaryIO | None = None
        self._keys: Keys | None = None
        self.openings = 0

    @contextmanager
    def transaction(self) -> Iterator[tuple[Connection, Keys]]:
        """One transaction, and the keys that the file is under."""
        with self._thread_lock, self._errors_said():
            base = self._base or self._open()
            assert self._keys is not None
            with _one_transaction(base):
                yield base, self._keys

    def rekey(self, tenant: bool, copy: Copy) -> None:
        """Replace the file by one under new keys, and destroy the old keys. IdentityError `busy`
        while another process has the gallery open."""
        with self._thread_lock, self._errors_said():
            if self._base is None:
                self._open()
            old = self._keys
            assert old is not None and self._guard is not None
            try:
                _lock(self._guard, fcntl.LOCK_EX, patience_s=0.5)
                self._shut()
                new = self._ring.stage(tenant)
                replace(
                    self._file,
                    lambda path: _build(path, new, lambda base: copy(self._file, old, base, new)),
                    lambda: self._ring.promote(new),
                )
            finally:
                self.close()

    def close(self) -> None:
        """Close the file; the next transaction opens it again."""
        with self._thread_lock:
            self._shut()
            self._let_go()

    def _open(self) -> Connection:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._guard = self._file.with_suffix(".lock").open("ab")
        try:
            self._share(self._guard)
            self._base, self._keys = self._unlocked()
            self.openings += 1
        except BaseException:
            self._let_go()
            raise
        return self._base

    def _share(self, guard: BinaryIO) -> None:
        """Take the lock beside others, once the file needs no care. Whoever else began with it
        keeps the lock for as long as they are there, so what is needed is asked again each time."""
        deadline = time.monotonic() + _PATIENCE_S
        _lock(guard, fcntl.LOCK_SH)
        while self._needs_care():
            try:
                _lock(guard, fcntl.LOCK_EX, patience_s=0.0)
            except IdentityError:
                if time.monotonic() > deadline:
                    raise
                fcntl.flock(guard, fcntl.LOCK_UN)  # others who wait need all of it, too
                time.sleep(_AGAIN_S)
            else:
                self._care()
            _lock(guard, fcntl.LOCK_SH)

    def _needs_care(self) -> bool:
        return unsettled(self._file) or not _begun(self._file) or self._is_plain()

    def _care(self) -> None:
        """With nobody else there: finish what was broken off, make the file, or encrypt it."""
        settle(self._file)
        if not _begun(self._file):
            keys = self._ring.current()
            begin(self._file, lambda path: _build(path, keys, lambda base: None))
        elif self._is_plain():
            keys = self._ring.current()
            replace(
                self._file,
                lambda path: _build(
                    path, keys, lambda base: self._from_plain(self._file, keys, base, keys)
                ),
                lambda: None,
            )

    def _unlocked(self) -> tuple[Connection, Keys]:
        """Under the current keys, or under those of a change that was not finished."""
        keys, staged = self._ring.current(), self._ring.staged()
        try:
            base = connected(self._file, keys)
        except sqlcipher.DatabaseError:
            if staged is None:
                raise
            base = connected(self._file, staged)
            self._ring.promote(staged)
            return base, staged
        if staged is not None:
            self._ring.discard()
        return base, keys

    def _is_plain(self) -> bool:
        with self._file.open("rb") as file:
            return file.read(len(PLAIN)) == PLAIN

    def _shut(self) -> None:
        if self._base is not None:
            self._base.close()
        self._base = self._keys = None

    def _let_go(self) -> None:
        if self._guard is not None:
            self._guard.close()
        self._guard = None

    @contextmanager
    def _errors_said(self) -> Iterator[None]:
        try:
            yield
        except (sqlcipher.DatabaseError, OSError) as damaged:
            raise unreadable(self._file, str(damaged)) from damaged


def connected(file: Path, keys: Keys) -> Connection:
    """The file, opened under these keys; sqlcipher3's DatabaseError when they do not fit."""
    base = sqlcipher.connect(str(file), check_same_thread=False, timeout=_PATIENCE_S)
    base.isolation_level = None  # transactions begin and end where this module says
    try:
        base.execute("PRAGMA cipher_log_level = NONE")  # what is wrong is raised, and said once
        base.execute(f"PRAGMA key = \"x'{keys.database.hex()}'\"")
        for pragma in (
            "cipher_memory_security = ON",  # pages and keys are wiped when they are let go
            "journal_mode = DELETE",  # no page of the past outlives its transaction in a file
            "temp_store = MEMORY",
            "secure_delete = ON",
            "synchronous = FULL",
            "foreign_keys = ON",
        ):
            base.execute(f"PRAGMA {pragma}")
        base.execute("SELECT count(*) FROM sqlite_master")
    except sqlcipher.DatabaseError:
        base.close()
        raise
    return base


def _build(path: Path, keys: Keys, fill: Callable[[Connection], None]) -> None:
    """A new file, whole or empty: tables and content are one transaction."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    base = connected(path, keys)
    try:
        with _one_transaction(base):
            for statement in _TABLES.split(";"):
                base.execute(statement)
            fill(base)
    finally:
        base.close()


@contextmanager
def _one_transaction(base: Connection) -> Iterator[None]:
    base.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        base.execute("ROLLBACK")
        raise
    base.execute("COMMIT")


def unreadable(file: Path, why: str) -> IdentityError:
    """The one answer to a damaged file and to wrong keys."""
    return IdentityError(
        "gallery_unreadable",
        f"{file} cannot be read ({why}); bring it and the terminal's keys back from a"
        " backup, or move it away and enrol everybody anew",
    )


def _begun(file: Path) -> bool:
    return file.exists() and file.stat().st_size > 0


def _lock(guard: BinaryIO, kind: int, patience_s: float = _PATIENCE_S) -> None:
    """Take the lock in this kind; IdentityError `busy` when others kept it for all that time."""
    deadline = time.monotonic() + patience_s
    while True:
        try:
            fcntl.flock(guard, kind | fcntl.LOCK_NB)
        except BlockingIOError as kept:
            if time.monotonic() > deadline:
                raise IdentityError(
                    "busy", "another process has the gallery open; stop the terminal first"
                ) from kept
            time.sleep(_AGAIN_S)
        else:
            return
