"""The outbox as staff see it: what needs a clerk, what waits long, how departments answer."""

from dataclasses import dataclass

from kiosk.services.outbox.dispatch import ANSWERED
from kiosk.services.outbox.outbox import Outbox
from kiosk.services.outbox.ratings import drop_ratings, make_ratings_due
from kiosk.services.outbox.states import Event, State
from kiosk.services.receipts.acknowledgement import acknowledge

LONG_S = 24 * 3600.0


@dataclass(frozen=True)
class Case:
    """One row that needs somebody; nothing of its content. committed_at: seconds since 1970."""

    key: str
    state: State
    department: str
    service: str
    attempts: int
    problem: str
    committed_at: float


@dataclass(frozen=True)
class Lane:
    """How a department answers: open, trying (one at a time) or resting. waiting: rows."""

    department: str
    state: str
    cause: str
    since: float
    waiting: int


class Desk:
    """What staff may know and decide; every decision leaves a line in the audit trail."""

    def __init__(self, outbox: Outbox) -> None:
        self._rows = outbox.rows

    def cases(self) -> list[Case]:
        """Uncertain and dead rows, and those that have waited for a day; the oldest first."""
        before = self._rows.clock.wall() - LONG_S
        return [
            Case(
                row["key"],
                State(row["state"]),
                row["department"],
                row["service"],
                row["attempts"],
                row["problem"] or "",
                row["committed_at"],
            )
            for row in self._rows.rows(_CASES, before)
        ]

    def lanes(self) -> list[Lane]:
        """Every department that was ever sent to, or is waited for."""
        return [Lane(*row) for row in self._rows.rows(_LANES)]

    def arrived(self, key: str, reference: str) -> None:
        """The department was asked and has it, under this reference of its own.

        Raises ImpossibleStep for what is not uncertain, and KeyError.
        """
        with self._rows.transaction():
            self._rows.step(key, Event.FOUND)
            word = acknowledge(reference, "", b"").text()
            self._rows.run(ANSWERED, word, key)
            make_ratings_due(self._rows, key)
            self._rows.erase_if_settled(key)

    def send_anew(self, key: str) -> None:
        """The department was asked and does not have it, or what kept it from being sent is
        mended. Raises ImpossibleStep, KeyError."""
        with self._rows.transaction():
            self._rows.step(key, Event.SEND_ANEW, self._rows.clock.steady())
            self._rows.run("UPDATE outbox SET attempts = 0 WHERE key = ?", key)
            self._rows.run("UPDATE submissions SET problem = NULL WHERE key = ?", key)

    def set_aside(self, key: str) -> None:
        """It was settled on paper: its content is erased. Raises ImpossibleStep, KeyError."""
        with self._rows.transaction():
            self._rows.step(key, Event.SET_ASIDE)
            self._rows.erase(key)
            drop_ratings(self._rows, key)


_CASES = """
SELECT key, state, department, service, attempts, problem, committed_at
FROM outbox JOIN submissions USING (key, department)
WHERE state IN ('uncertain', 'dead')
   OR (state IN ('committed', 'sending') AND committed_at < ? AND about IS NULL)
ORDER BY committed_at, place
"""

_LANES = """
WITH waiting AS (
    SELECT department, count(*) AS rows FROM outbox
    WHERE state IN ('committed', 'sending') GROUP BY department)
SELECT department, coalesce(state, 'open'), coalesce(cause, ''), coalesce(since, 0.0),
    coalesce(rows, 0)
FROM (SELECT department FROM lanes UNION SELECT department FROM waiting)
LEFT JOIN lanes USING (department) LEFT JOIN waiting USING (department)
ORDER BY department
"""
