"""The rows that window, courier and clerks share: one file, transactions, steps, erasing."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.services.outbox import audit
from kiosk.services.outbox.admission import Anchor
from kiosk.services.outbox.attachments import Attachments
from kiosk.services.outbox.clock import Clock
from kiosk.services.outbox.schema import open_outbox
from kiosk.services.outbox.sealing import Sealer
from kiosk.services.outbox.states import FINAL, Event, State, after

ERASABLE = (State.ACKED, State.REJECTED)


class Rows:
    """One file, any number of threads and processes. key: 32 secret bytes."""

    def __init__(self, path: Path, key: bytes, clock: Clock) -> None:
        self.folder = path.parent
        self.sealer = Sealer(key)
        self.clock = clock
        self.attachments = Attachments(path.parent / "attachments", key, self._needed)
        self._connection = open_outbox(path)
        self._lock = threading.RLock()
        self._depth = 0
        self._erased: set[str] = set()
        self._notes: list[audit.Line] = []

    def run(self, statement: str, *values: object) -> sqlite3.Cursor:
        """Execute one statement."""
        with self._lock:
            return self._connection.execute(statement, values)

    def run_many(self, statement: str, values: Iterable[tuple[object, ...]]) -> None:
        """Execute one statement with each of these."""
        with self._lock:
            self._connection.executemany(statement, values)

    def rows(self, statement: str, *values: object) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self._lock:
            return self._connection.execute(statement, values).fetchall()

    def row(self, key: str) -> sqlite3.Row:
        """Everything about one key. Raises KeyError."""
        found = self.rows(_ONE, key)
        if not found:
            raise KeyError(key)
        return found[0]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, durable at the end; one inside of another belongs to it."""
        with self._lock:
            if self._depth:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                if self._notes:
                    audit.note(self._connection, self._notes)
                self._connection.execute("COMMIT")
            except BaseException:
                self._erased.clear()
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._notes.clear()
                self._depth = 0
            self._wipe_erased()

    def step(self, key: str, event: Event, due: float = 0.0) -> sqlite3.Row:
        """Take a row to its next state; returns it as it was. Raises ImpossibleStep."""
        row = self.row(key)
        state = after(State(row["state"]), event)
        settled_at = self.clock.wall() if state in FINAL else None
        self.run(_STEP, state, due, self.clock.boot, settled_at, key)
        self.note(key, event)
        return row

    def note(self, key: str, event: str) -> None:
        """A line of the audit trail, in the caller's transaction."""
        self._notes.append((self.clock.wall(), key, event))

    def first_broken_audit_line(self) -> int | None:
        """None while the audit trail is whole."""
        with self._lock:
            return audit.first_broken(self._connection)

    def drop_audit_lines(self, before: float, most: int) -> None:
        """The oldest ones, in the caller's transaction."""
        with self._lock:
            audit.drop(self._connection, before, most)

    def anchor(self) -> Anchor | None:
        """None before the first commit."""
        found = self.rows("SELECT wall, steady, boot FROM clock")
        return Anchor(*found[0]) if found else None

    def forget(self, visit: str) -> None:
        """Erase what is settled now, the rest once it is settled, and attachments with it."""
        with self.transaction():
            self.run("UPDATE submissions SET forgotten = 1 WHERE visit = ?", visit)
            for row in self.rows("SELECT key FROM submissions WHERE visit = ?", visit):
                self.erase_if_settled(row["key"])
            self._erased.add(visit)

    def erase_if_settled(self, key: str) -> None:
        """A department that has it, or never will, leaves us no reason to keep content.

        What a clerk has to look into stays, sealed.
        """
        row = self.row(key)
        state = State(row["state"])
        if not (row["forgotten"] and state in ERASABLE and row["sealed"] is not None):
            return
        self.erase(key)
        if state is State.ACKED:
            self.step(key, Event.CLOSE)

    def erase(self, key: str) -> None:
        """Its content goes, and what nothing else of its visit needs."""
        self.run("UPDATE submissions SET sealed = NULL WHERE key = ?", key)
        self.note(key, "erase")
        row = self.row(key)
        if row["forgotten"]:
            self._erased.add(row["visit"])

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _needed(self, visit: str) -> set[str]:
        return {row["sha256"] for row in self.rows(_NEEDED, visit)}

    def _wipe_erased(self) -> None:
        """What was erased also leaves the write-ahead log, which a busy reader only delays, and
        the attachments go that nothing needs any longer."""
        if not self._erased:
            return
        visits, self._erased = self._erased, set()
        for visit in visits:
            self.attachments.forget_visit(visit)
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")


_ONE = "SELECT * FROM submissions JOIN outbox USING (key, department) WHERE key = ?"

_STEP = "UPDATE outbox SET state = ?, due = ?, boot = ?, settled_at = ? WHERE key = ?"

_NEEDED = """
SELECT sha256 FROM enclosures JOIN submissions USING (key)
WHERE visit = ? AND sealed IS NOT NULL
"""
