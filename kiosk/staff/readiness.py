"""Whether the terminal may open: each part asked in turn, none hiding another."""

import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from foundation.secrets import Protection

GIGABYTE = 1024**3
LOW_DISK = GIGABYTE
TOO_MANY_UNSENT = 1000
_BUILT = 1_767_225_600  # 2026-01-01: no clock that is right is before this


@dataclass(frozen=True)
class Answer:
    """What a part says of itself. `detail` is a text id, or a figure; never anybody's name."""

    ok: bool
    detail: str = ""


@dataclass(frozen=True)
class Row:
    """One part of the terminal. `item` is a text id."""

    item: str
    ok: bool
    detail: str = ""


Probe = Callable[[], Answer]
"""Asks one part. An OSError is an answer too: the part is not ready."""


def readiness(probes: Mapping[str, Probe]) -> list[Row]:
    """Ask every part, in this order."""
    return [Row(item, *_asked(probe)) for item, probe in probes.items()]


def _asked(probe: Probe) -> tuple[bool, str]:
    try:
        answer = probe()
    except OSError as failed:
        return False, failed.strerror or type(failed).__name__
    return answer.ok, answer.detail


class Trail(Protocol):
    """The part of an audit trail that is needed here."""

    def first_broken_line(self) -> int | None:
        """Counted from 1; None while it is whole."""
        ...


def answers(healthy: Callable[[], bool]) -> Probe:
    """Something that is there or is not: the back-end, a process, a printer."""
    return lambda: Answer(healthy())


def disk(folder: Path, least: int = LOW_DISK) -> Probe:
    """At least so many bytes free where the data is."""

    def probe() -> Answer:
        free = shutil.disk_usage(folder).free
        return Answer(free >= least, f"{free / GIGABYTE:.1f} GB")

    return probe


def protected(protection: Callable[[], Protection]) -> Probe:
    """Secrets under more than what is bound to this machine."""

    def probe() -> Answer:
        by = protection()
        return Answer(by.level != "weak", f"vault_{by.kind}")

    return probe


def untouched(trail: Trail) -> Probe:
    """The staff's audit trail as it was written."""

    def probe() -> Answer:
        broken = trail.first_broken_line()
        return Answer(broken is None, "" if broken is None else f"# {broken}")

    return probe


def unsent(waiting: Callable[[], int], most: int = TOO_MANY_UNSENT) -> Probe:
    """Not more submissions waiting than a terminal should hold."""

    def probe() -> Answer:
        count = waiting()
        return Answer(count <= most, str(count))

    return probe


def clock(now: Callable[[], float] = time.time) -> Probe:
    """A clock that may be right, for receipts and waits depend on it."""

    def probe() -> Answer:
        seconds = now()
        return Answer(seconds >= _BUILT, time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds)))

    return probe
