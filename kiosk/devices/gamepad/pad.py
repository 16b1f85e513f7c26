"""What a hand on a gamepad asks for, from the kernel's events of one pad (domain).

The names of buttons and sticks are those of Linux's gamepad specification: every driver of the
kernel reports by where a button is, not by what is printed on it.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

KEY, AXIS, SYNC = 1, 3, 0
"""Kinds of events."""
DROPPED = 3
"""The code of a SYNC that says that events were lost."""
SOUTH, EAST = 0x130, 0x131
_DPAD = {0x220: "up", 0x221: "down", 0x222: "left", 0x223: "right"}
_HATS = {16: ("left", "right"), 17: ("up", "down")}
X, Y, RIGHT_X = 0, 1, 3
_DEAD = 0.18
"""Share of a stick's way that is its own slack and no wish."""
_STEPS = 16
"""A stick's way in steps: less than one is nothing new, so a trembling hand sends no messages."""


class Wish(StrEnum):
    """What a press asks for."""

    GO = "go"
    BACK = "back"
    NEXT = "next"
    BEFORE = "before"


_WISHES = {"up": Wish.BEFORE, "left": Wish.BEFORE, "down": Wish.NEXT, "right": Wish.NEXT}


@dataclass(frozen=True)
class Event:
    """One event of the kernel: its kind (EV_*), code and value."""

    kind: int
    code: int
    value: int


@dataclass(frozen=True)
class Range:
    """The least and greatest value of an axis."""

    low: int
    high: int

    def share(self, value: int) -> float:
        """A value as -1..1; 0 for an axis that has no way."""
        if self.high <= self.low:
            return 0.0
        return max(-1.0, min(1.0, 2 * (value - self.low) / (self.high - self.low) - 1))


class Pad:
    """One pad. Feed it events; read `walk` and `turn` (-1..1) and take the wishes."""

    def __init__(self, ranges: Mapping[int, Range]) -> None:
        self._ranges = dict(ranges)
        self._sticks = {X: 0.0, Y: 0.0, RIGHT_X: 0.0}
        self._hats = dict.fromkeys(_HATS, 0)

    @property
    def steered(self) -> tuple[float, float]:
        """Walk and turn; the left stick does both, the right one turns too."""
        turn, back = _alive(self._sticks[X], self._sticks[Y])
        other, _ = _alive(self._sticks[RIGHT_X], 0.0)
        return _stepped(-back), _stepped(max(-1.0, min(1.0, turn + other)))

    def feed(self, events: Iterable[Event]) -> list[Wish]:
        """Take events in; what was pressed among them, in order. Lost events let go of all."""
        wishes: list[Wish] = []
        for event in events:
            if event.kind == SYNC and event.code == DROPPED:
                self.let_go()
            elif event.kind == KEY and event.value == 1:
                wishes += self._pressed(event.code)
            elif event.kind == AXIS:
                wishes += self._moved(event.code, event.value)
        return wishes

    def let_go(self) -> None:
        """Both sticks stand in their middle."""
        self._sticks = dict.fromkeys(self._sticks, 0.0)
        self._hats = dict.fromkeys(self._hats, 0)

    def _pressed(self, code: int) -> list[Wish]:
        if code in _DPAD:
            return [_WISHES[_DPAD[code]]]
        return {SOUTH: [Wish.GO], EAST: [Wish.BACK]}.get(code, [])

    def _moved(self, code: int, value: int) -> list[Wish]:
        if code in self._sticks and code in self._ranges:
            self._sticks[code] = self._ranges[code].share(value)
        elif code in _HATS:
            side = (value > 0) - (value < 0)
            before, self._hats[code] = self._hats[code], side
            if side not in (0, before):
                return [_WISHES[_HATS[code][side > 0]]]
        return []


def _alive(x: float, y: float) -> tuple[float, float]:
    """A stick without its slack: nothing in the middle, growing from there, whole at the rim."""
    far = math.hypot(x, y)
    if far <= _DEAD:
        return 0.0, 0.0
    scale = min(1.0, (far - _DEAD) / (1 - _DEAD)) / far
    return x * scale, y * scale


def _stepped(share: float) -> float:
    return round(share * _STEPS) / _STEPS
