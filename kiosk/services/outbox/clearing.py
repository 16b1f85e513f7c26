"""What was settled long ago is dropped, with its audit lines, a little at a time."""

from kiosk.services.outbox.admission import ClockUntrusted, need_true_clock
from kiosk.services.outbox.rows import Rows

KEPT_S = 90 * 24 * 3600.0
"""How long a settled row and an audit line are kept."""
STEP = 100
"""Rows that one commit drops, and audit lines as well: nobody waits for more than that."""


def clear(rows: Rows) -> None:
    """Drop the oldest STEP of both that have been kept for KEPT_S; none while nobody knows what
    day it is. What has content, waits, is rated by what waits or is a clerk's stays."""
    try:
        need_true_clock(rows.clock, rows.anchor())
    except ClockUntrusted:
        return
    before = rows.clock.wall() - KEPT_S
    with rows.transaction():
        old = [(row["key"],) for row in rows.rows(_OLD, before, STEP)]
        for table in ("enclosures", "outbox", "submissions"):
            rows.run_many(f"DELETE FROM {table} WHERE key = ?", old)
        rows.drop_audit_lines(before, STEP)


_OLD = """
SELECT key FROM outbox JOIN submissions AS it USING (key)
WHERE settled_at < ? AND sealed IS NULL
AND NOT EXISTS (SELECT 1 FROM submissions AS rating WHERE rating.about = it.key)
ORDER BY settled_at LIMIT ?
"""
