"""What time it is, and how it is written."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """The present moment, with its zone."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """UTC to the second: 2026-11-23T02:31:05Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local_day(moment: datetime) -> str:
    """The day at the counters: 2026-11-23."""
    return moment.astimezone().date().isoformat()
