"""The outbox itself: the window commits and asks, the courier claims and settles."""

import json
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import uuid6

from foundation.attachments import Attachment, attachments_in
from foundation.secrets.chunked import BrokenSeal
from kiosk.services.forms.canonical import body_sha256, canonical_json
from kiosk.services.outbox import audit
from kiosk.services.outbox.admission import OutboxFull, need_place, need_room
from kiosk.services.outbox.attachments import Attachments
from kiosk.services.outbox.backoff import LONGEST_ASKED_S, wait_s
from kiosk.services.outbox.parcel import Enclosure, Parcel
from kiosk.services.outbox.schema import open_outbox
from kiosk.services.outbox.sealing import Sealer
from kiosk.services.outbox.states import Event, Kind, State, after

LEASE_S = 60.0


@dataclass(frozen=True)
class Progress:
    """Where one submission stands. `problem` is the department's kind of refusal."""

    state: State
    attempts: int
    receipt: str | None
    problem: str | None

    @property
    def received(self) -> bool:
        """Whether the department's verified receipt is here."""
        return self.receipt is not None


class Outbox:
    """One file, any number of threads and processes. `key`: 32 secret bytes from the vault."""

    def __init__(self, path: Path, key: bytes, clock: Callable[[], float] = time.time) -> None:
        self._folder = path.parent
        self._connection = open_outbox(path)
        self._sealer = Sealer(key)
        self._clock = clock
        self._lock = threading.RLock()
        self._chance = random.Random()
        self.attachments = Attachments(path.parent / "attachments", key, self._needed)

    def commit(self, visit: str, department: str, body: dict[str, Any]) -> str:
        """Keep an application durably and return its key (UUIDv7).

        body: as `Draft.body` makes it; these very bytes are what the department's receipt
        will hash. Attachments that its answers name were kept before by the same visit.
        Raises NotAdmitted, and LookupError for an attachment that is not there.
        """
        need_room(self._folder)
        need_place(self.unsent())
        named = attachments_in(body["answers"])
        for one in named:
            if not self.attachments.has(visit, one.sha256):
                raise LookupError(f"this visit has no attachment {one.sha256}")
        service = body["service"]
        return self._add(Kind.SUBMISSION, visit, department, service, None, body, named)

    def rate(self, visit: str, about: str, score: int, tags: list[str]) -> str:
        """Keep a rating of the application `about`; it leaves once that one is received."""
        row = self._row(about)
        body = {"score": score, "tags": sorted(tags)}
        return self._add(Kind.RATING, visit, row["department"], row["service"], about, body, [])

    def status(self, key: str) -> Progress:
        """Where it stands. KeyError when this key is not here."""
        row = self._row(key)
        return Progress(State(row["state"]), row["attempts"], row["receipt"], row["problem"])

    def receipt(self, key: str) -> str | None:
        """The department's receipt (compact JWS); None while there is none."""
        receipt: str | None = self._row(key)["receipt"]
        return receipt

    def forget_visit(self, visit: str) -> None:
        """The person has left: erase what is settled now, and the rest once it is settled.

        Attachments go with it, also those of an application that was never sent.
        """
        with self._transaction():
            self._run("UPDATE submissions SET forgotten = 1 WHERE visit = ?", visit)
            rows = self._run("SELECT key FROM submissions WHERE visit = ?", visit)
            for row in rows.fetchall():
                self._erase_if_settled(row["key"])
        self._wipe(visit)

    def forget_all_visits(self) -> None:
        """The terminal starts, and nobody is there: a visit that fell with it is over."""
        rows = self._run("SELECT DISTINCT visit FROM submissions WHERE forgotten = 0").fetchall()
        for visit in {*(row["visit"] for row in rows), *self.attachments.visits()}:
            self.forget_visit(visit)

    def unsent(self) -> int:
        """How many wait for a department."""
        states = (State.COMMITTED, State.SENDING)
        query = "SELECT count(*) AS n FROM outbox WHERE state IN (?, ?)"
        return int(self._run(query, *states).fetchone()["n"])

    def claim(self) -> Parcel | None:
        """The next thing to deliver, leased for LEASE_S seconds; None when nothing is due.

        Raises BrokenSeal for a row that cannot be opened; it is left to a clerk, and not
        claimed again.
        """
        now = self._clock()
        with self._transaction():
            row = self._run(_DUE, now, now + LONGEST_ASKED_S).fetchone()
            if row is None:
                return None
            state = after(State(row["state"]), Event.CLAIM)
            self._run(
                "UPDATE outbox SET state = ?, due = ?, attempts = attempts + 1 WHERE key = ?",
                state,
                now + LEASE_S,
                row["key"],
            )
            audit.note(self._connection, now, row["key"], Event.CLAIM)
        try:
            content = self._sealer.open(row["sealed"], row["key"])
        except BrokenSeal:
            self.doubt(row["key"], "broken_seal")
            raise
        return Parcel(
            row["key"],
            Kind(row["kind"]),
            row["department"],
            row["service"],
            content,
            row["body_sha256"],
            row["attempts"] + 1,
            row["about_receipt"],
            self._enclosures(row["visit"], content),
            doubtful=row["state"] == State.SENDING,
        )

    def acknowledge(self, key: str, receipt: str, reference: str = "") -> None:
        """The department has it. receipt: verified; "" for what has none (a rating). reference:
        what a department that signs no receipt calls it."""
        with self._transaction():
            self._settle(key, Event.ACKNOWLEDGE)
            self._run(_ANSWERED, receipt or None, reference or None, key)
            erased = self._erase_if_settled(key)
        if erased:
            self._wipe(self._row(key)["visit"])

    def postpone(self, key: str, asked_s: float | None = None) -> float:
        """It did not work this time; returns the seconds until the next try."""
        wait = wait_s(self._row(key)["attempts"], asked_s, self._chance)
        with self._transaction():
            self._settle(key, Event.POSTPONE, self._clock() + wait)
        return wait

    def reject(self, key: str, problem: str) -> None:
        """The department refused it for good."""
        self._end(key, Event.REJECT, problem)

    def doubt(self, key: str, problem: str) -> None:
        """It may have arrived, and must not be sent again."""
        self._end(key, Event.DOUBT, problem)

    def give_up(self, key: str, problem: str) -> None:
        """It can never be sent."""
        self._end(key, Event.GIVE_UP, problem)

    def release_leases(self) -> None:
        """A courier begins, and it is the only one: what an earlier one held is due."""
        self._make_due(State.SENDING)

    def hurry(self) -> None:
        """The way is open again: nobody waits for a back-off any longer."""
        self._make_due(State.COMMITTED)

    def next_due_s(self) -> float | None:
        """Seconds until something is due; None when nothing waits."""
        now = self._clock()
        row = self._run(_NEXT_DUE).fetchone()
        if row is None:
            return None
        wait = float(row["due"]) - now
        return 0.0 if wait > LONGEST_ASKED_S else max(0.0, wait)

    def first_broken_audit_line(self) -> int | None:
        """None while the audit trail is whole."""
        with self._lock:
            return audit.first_broken(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _add(
        self,
        kind: Kind,
        visit: str,
        department: str,
        service: str,
        about: str | None,
        body: dict[str, Any],
        named: list[Attachment],
    ) -> str:
        key, content, now = str(uuid6.uuid7()), canonical_json(body), self._clock()
        sealed = self._sealer.seal(content, key)
        facts = (
            key,
            kind,
            visit,
            service,
            department,
            about,
            sealed,
            body_sha256(content),
        )
        try:
            with self._transaction():
                self._run(_INSERT_SUBMISSION, *facts)
                for one in named:
                    self._run(_INSERT_ENCLOSURE, key, one.sha256, one.bytes)
                self._run(_INSERT_OUTBOX, key, State.COMMITTED, now, now)
                audit.note(self._connection, now, key, "commit")
        except sqlite3.OperationalError as full:
            raise OutboxFull(str(full)) from full
        return key

    def _settle(self, key: str, event: Event, due: float = 0.0) -> None:
        state = after(State(self._row(key)["state"]), event)
        self._run("UPDATE outbox SET state = ?, due = ? WHERE key = ?", state, due, key)
        audit.note(self._connection, self._clock(), key, event)

    def _end(self, key: str, event: Event, problem: str) -> None:
        with self._transaction():
            self._settle(key, event)
            self._run("UPDATE submissions SET problem = ? WHERE key = ?", problem, key)
            erased = self._erase_if_settled(key)
        if erased:
            self._wipe(self._row(key)["visit"])

    def _erase_if_settled(self, key: str) -> bool:
        """A department that has it, or never will, leaves us no reason to keep content.

        What is uncertain stays sealed, for a clerk has to look into it.
        """
        row = self._row(key)
        state = State(row["state"])
        erasable = state in (State.ACKED, State.REJECTED, State.DEAD)
        if not (row["forgotten"] and erasable and row["sealed"] is not None):
            return False
        self._run("UPDATE submissions SET sealed = NULL WHERE key = ?", key)
        audit.note(self._connection, self._clock(), key, "erase")
        if state is State.ACKED:
            self._settle(key, Event.CLOSE)
        return True

    def _make_due(self, state: State) -> None:
        with self._transaction():
            self._run("UPDATE outbox SET due = ? WHERE state = ?", self._clock(), state)

    def _needed(self, visit: str) -> set[str]:
        return {row["sha256"] for row in self._run(_NEEDED, visit).fetchall()}

    def _enclosures(self, visit: str, content: bytes) -> tuple[Enclosure, ...]:
        return tuple(
            Enclosure(one, partial(self.attachments.parts, visit, one.sha256))
            for one in attachments_in(json.loads(content))
        )

    def _wipe(self, visit: str) -> None:
        """What was erased also leaves the write-ahead log, which a busy reader only delays, and
        the attachments go that nothing needs any longer."""
        self.attachments.forget_visit(visit)
        self._run("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _row(self, key: str) -> sqlite3.Row:
        row: sqlite3.Row | None = self._run(_ONE, key).fetchone()
        if row is None:
            raise KeyError(key)
        return row

    def _run(self, statement: str, *values: object) -> sqlite3.Cursor:
        with self._lock:
            return self._connection.execute(statement, values)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


_ONE = "SELECT * FROM submissions JOIN outbox USING (key) WHERE key = ?"

_INSERT_SUBMISSION = """
INSERT INTO submissions (key, kind, visit, service, department, about, sealed, body_sha256)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""

_INSERT_ENCLOSURE = "INSERT INTO enclosures (key, sha256, bytes) VALUES (?, ?, ?)"

_ANSWERED = "UPDATE submissions SET receipt = ?, reference = ? WHERE key = ?"

_NEEDED = """
SELECT sha256 FROM enclosures JOIN submissions USING (key)
WHERE visit = ? AND sealed IS NOT NULL
"""

_INSERT_OUTBOX = "INSERT INTO outbox (key, state, due, committed_at) VALUES (?, ?, ?, ?)"

_WAITING = """
FROM outbox JOIN submissions AS it USING (key)
LEFT JOIN submissions AS other ON other.key = it.about
WHERE outbox.state IN ('committed', 'sending')
  AND (it.about IS NULL OR other.receipt IS NOT NULL)
"""

# Nothing is ever planned further ahead than an hour: what seems to be was planned by a clock
# that has been set back since, and is due.
_DUE = f"""
SELECT it.*, outbox.state, outbox.attempts, other.receipt AS about_receipt {_WAITING}
  AND (outbox.due <= ? OR outbox.due > ?)
ORDER BY outbox.due LIMIT 1
"""

_NEXT_DUE = f"SELECT outbox.due {_WAITING} ORDER BY outbox.due LIMIT 1"
