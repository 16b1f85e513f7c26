"""The outbox as the courier uses it: claim by lease, settle, and many of both in one commit."""

import json
import random
import sqlite3
from collections.abc import Collection
from contextlib import AbstractContextManager
from functools import partial

from foundation.attachments import attachments_in
from foundation.secrets.chunked import BrokenSeal
from kiosk.services.outbox.backoff import wait_s
from kiosk.services.outbox.clearing import clear
from kiosk.services.outbox.outbox import NEVER, Outbox
from kiosk.services.outbox.parcel import Enclosure, Parcel
from kiosk.services.outbox.ratings import drop_ratings, make_ratings_due
from kiosk.services.outbox.states import Event, Kind, State, after

LEASE_S = 60.0


class Dispatch:
    """Rows of one department are a lane; lanes do not wait for each other."""

    def __init__(self, outbox: Outbox) -> None:
        self._rows = outbox.rows
        self._chance = random.Random()

    def together(self) -> AbstractContextManager[None]:
        """All that is done inside is durable at the end, with one wait for the disk."""
        return self._rows.transaction()

    def begin(self, repeatable: Collection[str]) -> None:
        """A courier begins, and it is the only one. Before a reboot time was counted otherwise,
        so all that is left from then is due. repeatable: departments where a try that was cut
        short may be repeated at once; elsewhere its lease has to pass first."""
        now, boot = self._rows.clock.steady(), self._rows.clock.boot
        with self._rows.transaction():
            self._rows.run(_OF_ANOTHER_BOOT, now, NEVER, boot, boot)
            for department in repeatable:
                self._rows.run(_MAKE_DUE, now, department, State.SENDING)

    def hurry(self, department: str) -> None:
        """The way is open again: nobody waits for a back-off any longer."""
        self._rows.run(_MAKE_DUE, self._rows.clock.steady(), department, State.COMMITTED)

    def departments(self) -> list[str]:
        """Those that something is or will be due for."""
        return [row["department"] for row in self._rows.rows(_DEPARTMENTS)]

    def claim(
        self, department: str, count: int = 1, held: Collection[str] = frozenset()
    ) -> list[Parcel]:
        """The next things to deliver there, leased for LEASE_S seconds; fewer when no more is due.

        held: keys that somebody still works on. Their lease may have passed while the machine
        slept or the clock was set; it is renewed, and they are not claimed a second time.
        A row that cannot be opened is left to a clerk.
        """
        rows, parcels = self._rows, []
        now, boot = rows.clock.steady(), rows.clock.boot
        with rows.transaction():
            late = rows.rows(_DUE, department, now, count)
            self.renew([row["key"] for row in late if row["key"] in held])
            due = [row for row in late if row["key"] not in held]
            steps = [(after(State(row["state"]), Event.CLAIM), row["key"]) for row in due]
            rows.run_many(_CLAIM, ((to, now + LEASE_S, boot, key) for to, key in steps))
            for row in due:
                rows.note(row["key"], Event.CLAIM)
                try:
                    parcels.append(self._parcel(row))
                except BrokenSeal:
                    self.give_up(row["key"], "broken_seal")
        return parcels

    def renew(self, keys: Collection[str]) -> None:
        """Somebody still works on these."""
        due = self._rows.clock.steady() + LEASE_S
        with self._rows.transaction():
            for key in keys:
                self._rows.run(_RENEW, due, key)

    def acknowledge(self, key: str, receipt: str) -> None:
        """The department has it. receipt: as `Received` has it."""
        rows = self._rows
        with rows.transaction():
            row = rows.step(key, Event.ACKNOWLEDGE)
            rows.run(ANSWERED, receipt or None, key)
            if row["kind"] == Kind.SUBMISSION:
                make_ratings_due(rows, key)
            if row["forgotten"]:
                rows.erase_if_settled(key)

    def postpone(self, key: str, asked_s: float | None = None) -> float:
        """It did not work this time; returns the seconds until the next try."""
        return self._again(key, Event.POSTPONE, asked_s)

    def check_later(self, key: str, asked_s: float) -> float:
        """It may have arrived: ask the department in `asked_s` seconds or more."""
        return self._again(key, Event.CHECK_LATER, asked_s)

    def reject(self, key: str, problem: str) -> None:
        """The department refused it for good."""
        self._end(key, Event.REJECT, problem)

    def doubt(self, key: str, problem: str) -> None:
        """It may have arrived, and must not be sent again."""
        self._end(key, Event.DOUBT, problem)

    def give_up(self, key: str, problem: str) -> None:
        """It cannot be sent as it is."""
        self._end(key, Event.GIVE_UP, problem)

    def next_due_s(self, department: str) -> float | None:
        """Seconds until something is due there; None when nothing is."""
        due = self._rows.rows(_NEXT_DUE, department)[0]["due"]
        if due is None or due >= NEVER:
            return None
        return max(0.0, float(due) - self._rows.clock.steady())

    def clear(self) -> None:
        """Drop a little of what was settled long ago."""
        clear(self._rows)

    def say_lane(self, department: str, state: str, cause: str) -> None:
        """How a department answers, for staff to see."""
        self._rows.run(_LANE, department, state, cause, self._rows.clock.wall())

    def _again(self, key: str, event: Event, asked_s: float | None) -> float:
        wait = wait_s(self._rows.row(key)["attempts"], asked_s, self._chance)
        with self._rows.transaction():
            self._rows.step(key, event, self._rows.clock.steady() + wait)
        return wait

    def _end(self, key: str, event: Event, problem: str) -> None:
        rows = self._rows
        with rows.transaction():
            rows.step(key, event)
            rows.run("UPDATE submissions SET problem = ? WHERE key = ?", problem, key)
            if event is Event.REJECT:
                drop_ratings(rows, key)
            rows.erase_if_settled(key)

    def _parcel(self, row: sqlite3.Row) -> Parcel:
        key = row["key"]
        content = self._rows.sealer.open(row["sealed"], key)
        named = attachments_in(json.loads(content)) if row["names_files"] else []
        parts = self._rows.attachments.parts
        return Parcel(
            key,
            Kind(row["kind"]),
            row["department"],
            row["service"],
            content,
            row["body_sha256"],
            row["attempts"] + 1,
            row["about_receipt"],
            tuple(Enclosure(one, partial(parts, row["visit"], one.sha256)) for one in named),
            doubtful=row["state"] == State.SENDING,
        )


_WAITING = "state IN ('committed', 'sending')"

_ABOUT_ARRIVED = """
(about IS NULL OR EXISTS (
    SELECT 1 FROM submissions AS other
    WHERE other.key = submissions.about AND other.receipt IS NOT NULL))
"""

_OF_ANOTHER_BOOT = f"""
UPDATE outbox SET due = iif(
        (SELECT {_ABOUT_ARRIVED} FROM submissions WHERE submissions.key = outbox.key), ?, ?),
    boot = ?
WHERE {_WAITING} AND boot <> ?
"""

_MAKE_DUE = f"""
UPDATE outbox SET due = min(due, ?) WHERE department = ? AND {_WAITING} AND state = ?
AND due < {NEVER}
"""

# One step through the index for each department, however many rows wait.
_DEPARTMENTS = f"""
WITH RECURSIVE found (department) AS (
    SELECT min(department) FROM outbox WHERE {_WAITING} AND due < {NEVER}
    UNION ALL
    SELECT (SELECT min(department) FROM outbox
            WHERE {_WAITING} AND due < {NEVER} AND department > found.department)
    FROM found WHERE found.department IS NOT NULL
) SELECT department FROM found WHERE department IS NOT NULL
"""

_DUE = f"""
SELECT it.*, outbox.state, outbox.attempts, other.receipt AS about_receipt,
    EXISTS (SELECT 1 FROM enclosures WHERE enclosures.key = it.key) AS names_files
FROM outbox JOIN submissions AS it USING (key)
LEFT JOIN submissions AS other ON other.key = it.about
WHERE outbox.department = ? AND {_WAITING} AND outbox.due <= ?
ORDER BY outbox.due LIMIT ?
"""

_CLAIM = "UPDATE outbox SET state = ?, due = ?, boot = ?, attempts = attempts + 1 WHERE key = ?"

_RENEW = "UPDATE outbox SET due = ? WHERE key = ? AND state = 'sending'"

_NEXT_DUE = f"SELECT min(due) AS due FROM outbox WHERE department = ? AND {_WAITING}"

ANSWERED = "UPDATE submissions SET receipt = ? WHERE key = ?"

_LANE = "INSERT OR REPLACE INTO lanes (department, state, cause, since) VALUES (?, ?, ?, ?)"
