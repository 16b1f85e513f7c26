"""When the terminal takes nothing new: the paper way is offered instead."""

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.services.outbox.clock import Clock

UNSENT_LIMIT = 20_000
FREE_DISK_LIMIT = 64 * 1024 * 1024
WRITTEN = 1_793_491_200.0
"""November 2026: no clock that says an earlier time is right."""
JUMP_S = 300.0
"""A wall clock that moves by more against the steady one has been set."""


class NotAdmitted(Exception):
    """Nothing new can be kept safely: offer the paper way. Nothing was saved."""


class OutboxFull(NotAdmitted):
    """There is no room: too little of the disk is free, or too much waits already."""


class ClockUntrusted(NotAdmitted):
    """Nobody knows what day it is: set the clock, then `atrium outbox trust-clock`."""


@dataclass(frozen=True)
class Anchor:
    """Both clocks at the latest commit."""

    wall: float
    steady: float
    boot: str


def need_room(folder: Path, coming: int = 0) -> None:
    """Raises OutboxFull where `coming` bytes more would leave too little of the disk free."""
    space = os.statvfs(folder)
    if space.f_bavail * space.f_frsize - coming < FREE_DISK_LIMIT:
        raise OutboxFull("the disk is nearly full")


def need_place(unsent: int) -> None:
    """Raises OutboxFull where too many applications wait already."""
    if unsent >= UNSENT_LIMIT:
        raise OutboxFull(f"{UNSENT_LIMIT} applications wait already")


def need_true_clock(clock: Clock, anchor: Anchor | None) -> None:
    """Raises ClockUntrusted for a time before this program was written, and for a clock that was
    set by more than JUMP_S since the latest commit, unless a time server vouches for it."""
    wall = clock.wall()
    if wall < WRITTEN:
        raise ClockUntrusted("the clock says a time before this program was written")
    if anchor is None:
        return
    moved = wall - anchor.wall
    if anchor.boot == clock.boot:
        moved -= clock.steady() - anchor.steady
    elif moved > 0:  # nobody knows how long the machine was off
        return
    if abs(moved) > JUMP_S and not clock.synchronised():
        raise ClockUntrusted(f"the clock was set by {moved:.0f} s since the latest application")
