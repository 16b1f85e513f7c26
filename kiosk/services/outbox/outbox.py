"""The outbox as the window uses it: commit, rate, ask, forget."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uuid6

from foundation.attachments import Attachment, attachments_in
from kiosk.services.forms.canonical import body_sha256, canonical_json
from kiosk.services.outbox.admission import (
    OutboxFull,
    need_place,
    need_room,
    need_true_clock,
)
from kiosk.services.outbox.clock import Clock, SystemClock
from kiosk.services.outbox.ratings import drop_ratings
from kiosk.services.outbox.rows import Rows
from kiosk.services.outbox.states import FINAL, Kind, State

NEVER = 1e15
"""Due at the end of time: until something else makes it due."""


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

    def __init__(self, path: Path, key: bytes, clock: Clock | None = None) -> None:
        self.rows = Rows(path, key, clock or SystemClock())
        self.attachments = self.rows.attachments

    def commit(self, visit: str, department: str, body: dict[str, Any]) -> str:
        """Keep an application durably and return its key (UUIDv7).

        body: as `Draft.body` makes it; these very bytes are what the department's receipt
        will hash. Attachments that its answers name were kept before by the same visit.
        Raises NotAdmitted, and LookupError for an attachment that is not there.
        """
        need_room(self.rows.folder)
        need_place(self.unsent())
        need_true_clock(self.rows.clock, self.rows.anchor())
        named = attachments_in(body["answers"])
        for one in named:
            if not self.attachments.has(visit, one.sha256):
                raise LookupError(f"this visit has no attachment {one.sha256}")
        about: tuple[Any, ...] = (Kind.SUBMISSION, visit, body["service"], department, None)
        return self._add(about, body, named, self.rows.clock.steady())

    def rate(self, visit: str, about: str, score: int, tags: list[str]) -> str:
        """Keep a rating of the application `about`; it leaves once that one is received."""
        body = {"score": score, "tags": sorted(tags)}
        with self._writing():  # what it rates may be settled before or after, not in between
            row = self.rows.row(about)
            arrived = row["receipt"] is not None
            facts = (Kind.RATING, visit, row["service"], row["department"], about)
            key = self._add(facts, body, [], self.rows.clock.steady() if arrived else NEVER)
            if not arrived and row["state"] in FINAL:
                drop_ratings(self.rows, about)
        return key

    def status(self, key: str) -> Progress:
        """Where it stands. KeyError when this key is not here."""
        row = self.rows.row(key)
        return Progress(State(row["state"]), row["attempts"], row["receipt"], row["problem"])

    def receipt(self, key: str) -> str | None:
        """The department's receipt (compact JWS); None while there is none."""
        receipt: str | None = self.rows.row(key)["receipt"]
        return receipt

    def forget_visit(self, visit: str) -> None:
        """The person has left: erase what is settled now, and the rest once it is settled.

        Attachments go with it, also those of an application that was never sent.
        """
        self.rows.forget(visit)

    def forget_all_visits(self) -> None:
        """The terminal starts, and nobody is there: a visit that fell with it is over."""
        rows = self.rows.rows("SELECT DISTINCT visit FROM submissions WHERE forgotten = 0")
        for visit in {*(row["visit"] for row in rows), *self.attachments.visits()}:
            self.forget_visit(visit)

    def unsent(self) -> int:
        """How many wait for a department."""
        return int(self.rows.rows(_UNSENT)[0]["n"])

    def trust_clock(self) -> None:
        """Somebody has looked: what the clock says now is right."""
        self.rows.run("DELETE FROM clock")

    def first_broken_audit_line(self) -> int | None:
        """None while the audit trail is whole."""
        return self.rows.first_broken_audit_line()

    def close(self) -> None:
        """Let go of the file."""
        self.rows.close()

    def _add(
        self, about: tuple[Any, ...], body: dict[str, Any], named: list[Attachment], due: float
    ) -> str:
        key, content, rows = str(uuid6.uuid7()), canonical_json(body), self.rows
        clock, department = rows.clock, about[3]
        sealed = rows.sealer.seal(content, key)
        with self._writing():
            rows.run(_INSERT_SUBMISSION, key, *about, sealed, body_sha256(content))
            for one in named:
                rows.run(_INSERT_ENCLOSURE, key, one.sha256, one.bytes)
            rows.run(_INSERT_OUTBOX, key, department, due, clock.boot, clock.wall())
            rows.run(_ANCHOR, clock.wall(), clock.steady(), clock.boot)
            rows.note(key, "commit")
        return key

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            with self.rows.transaction():
                yield
        except sqlite3.OperationalError as full:
            raise OutboxFull(str(full)) from full


_UNSENT = "SELECT count(*) AS n FROM outbox WHERE state IN ('committed', 'sending')"

_INSERT_SUBMISSION = """
INSERT INTO submissions (key, kind, visit, service, department, about, sealed, body_sha256)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""

_INSERT_ENCLOSURE = "INSERT INTO enclosures (key, sha256, bytes) VALUES (?, ?, ?)"

_INSERT_OUTBOX = """
INSERT INTO outbox (key, state, department, due, boot, committed_at)
VALUES (?, 'committed', ?, ?, ?, ?)
"""

_ANCHOR = "INSERT OR REPLACE INTO clock (place, wall, steady, boot) VALUES (1, ?, ?, ?)"
