"""When the terminal takes nothing new: the paper way is offered instead."""

import os
from pathlib import Path

UNSENT_LIMIT = 20_000
FREE_DISK_LIMIT = 64 * 1024 * 1024


class NotAdmitted(Exception):
    """Nothing new can be kept safely: offer the paper way. Nothing was saved."""


class OutboxFull(NotAdmitted):
    """There is no room: too little of the disk is free, or too much waits already."""


def need_room(folder: Path, coming: int = 0) -> None:
    """Raises OutboxFull where `coming` bytes more would leave too little of the disk free."""
    space = os.statvfs(folder)
    if space.f_bavail * space.f_frsize - coming < FREE_DISK_LIMIT:
        raise OutboxFull("the disk is nearly full")


def need_place(unsent: int) -> None:
    """Raises OutboxFull where too many applications wait already."""
    if unsent >= UNSENT_LIMIT:
        raise OutboxFull(f"{UNSENT_LIMIT} applications wait already")
