"""Ratings wait for what they rate: due once it arrived, dropped once it never will."""

from kiosk.services.outbox.rows import Rows
from kiosk.services.outbox.states import Event


def make_ratings_due(rows: Rows, about: str) -> None:
    """What they rate has arrived."""
    rows.run(_ARE_DUE, rows.clock.steady(), about)


def drop_ratings(rows: Rows, about: str) -> None:
    """There is nothing to rate."""
    for row in rows.rows(_WAITING_FOR, about):
        rows.step(row["key"], Event.REJECT)
        rows.erase_if_settled(row["key"])


_WAITING_FOR = """
SELECT key FROM submissions JOIN outbox USING (key) WHERE about = ? AND state = 'committed'
"""

_ARE_DUE = """
UPDATE outbox SET due = ? WHERE state IN ('committed', 'sending')
AND key IN (SELECT key FROM submissions WHERE about = ?)
"""
