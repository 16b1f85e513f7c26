"""What every camera offers, and the pace of those that are recordings."""

import time
from dataclasses import dataclass
from threading import Event
from typing import Protocol

from identity.errors import IdentityError
from identity.pictures import Image


@dataclass(frozen=True)
class Shot:
    """One picture, and when it was taken in seconds since the camera's first."""

    image: Image
    at_s: float


class Camera(Protocol):
    """Opened where it is made; `close` must follow on every path.

    responds: whether who stands before it can do what they are asked; nobody in a recording can.
    """

    demonstration: bool
    responds: bool

    def read(self, stop: Event) -> Shot | None:
        """The next picture; None when the recording ended or `stop` was set, which ends a wait at
        once. Raises IdentityError `no_camera` when the camera fails."""

    def close(self) -> None:
        """Let go of the device. A second call does nothing."""


class Pace:
    """Plays a recording as fast as it was taken; a slow viewer misses nothing, it takes longer."""

    def __init__(self, fps: float) -> None:
        self._fps = fps
        self._shown = 0
        self._next = 0.0

    def wait(self, stop: Event) -> float | None:
        """Wait for the next picture's time; returns its `at_s`, or None when stopped."""
        now = time.monotonic()
        if stop.wait(max(0.0, self._next - now)):
            return None
        self._next = max(self._next, now) + 1 / self._fps
        self._shown += 1
        return (self._shown - 1) / self._fps


def no_camera(detail: str) -> IdentityError:
    """A camera that cannot be used, and why."""
    return IdentityError("no_camera", detail)
