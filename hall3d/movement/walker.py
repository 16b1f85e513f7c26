"""A visitor on the move: along a way, by keys, or at once where motion is reduced."""

import math
from collections.abc import Sequence
from itertools import pairwise

from hall3d.movement.ground import Ground, Point
from hall3d.plan.model import Pose

SPEED = 2.6
"""Metres a second on a way: brisk, since nobody comes for the walk."""
_KEY_SPEED = 1.9
_KEY_TURN = 75.0
_TURN = 150.0
_SOFT = 0.45
"""Seconds in which speed builds up and dies down."""
_LOOK_AHEAD = 0.9
KEYS = ("forward", "back", "left", "right")


class Walker:
    """Holds a pose and moves it; time comes from outside, so that it can be replayed."""

    def __init__(self, ground: Ground, pose: Pose) -> None:
        self._ground = ground
        self.pose = pose
        self._way: list[Point] = []
        self._gone = 0.0
        self._length = 0.0
        self._final: float | None = None
        self._speed = 0.0
        self._turning = 0.0
        self._keys: set[str] = set()
        self._stick = (0.0, 0.0)

    @property
    def following(self) -> bool:
        """Whether a way is being followed."""
        return bool(self._way) or self._final is not None

    @property
    def way(self) -> Sequence[Point] | None:
        """The way that is being walked, whole, or None."""
        return self._way or None

    @property
    def moving(self) -> bool:
        """Whether the next step may change the pose."""
        rolling = abs(self._speed) > 1e-3 or abs(self._turning) > 1e-2
        return self.following or bool(self._keys) or self._stick != (0.0, 0.0) or rolling

    def stand(self, pose: Pose) -> None:
        """Be somewhere at once."""
        self.stop()
        self.pose = pose

    def follow(self, way: Sequence[Point], heading: float | None) -> None:
        """Walk a way from where one is, at its end turn to `heading` if there is one."""
        self._way, self._gone = list(way), 0.0
        self._length = _length(self._way)
        self._final = heading
        self._let_go()
        self._turning = 0.0

    def stop(self) -> None:
        """Give up the way and let go of the keys."""
        self._way, self._final = [], None
        self._let_go()
        self._speed = self._turning = 0.0

    def steer(self, walk: float, turn: float) -> None:
        """A stick is held so far, -1..1 each; 0, 0 lets go. Holding it ends the way."""
        if self.following and (walk, turn) != (0.0, 0.0):
            self._way, self._final, self._speed = [], None, 0.0
        self._stick = (walk, turn)

    def press(self, key: str, down: bool) -> None:
        """A key goes down or up; a key that goes down ends the way."""
        if key not in KEYS:
            raise ValueError(f"a key is one of {', '.join(KEYS)}, not {key!r}")
        if not down:
            self._keys.discard(key)
            return
        if self.following:
            self._way, self._final, self._speed = [], None, 0.0
        self._keys.add(key)

    def step(self, seconds: float) -> bool:
        """Move for a while; True when a way has just been finished."""
        if self._way:
            self._walk(seconds)
            return not self.following
        if self._final is not None:
            return self._turn_in(seconds)
        self._steer(seconds)
        return False

    def _walk(self, seconds: float) -> None:
        """Along the way: softly off, softly in, looking a little ahead."""
        left = self._length - self._gone
        braking = math.sqrt(2 * left * SPEED / _SOFT) if left > 0 else 0.0
        wanted = min(SPEED, max(0.25, braking))
        gain = SPEED / _SOFT * seconds
        self._speed += max(-2 * gain, min(gain, wanted - self._speed))
        self._gone = min(self._length, self._gone + self._speed * seconds)
        x, y = _along(self._way, self._gone)
        heading = self.pose.heading
        ahead = _along(self._way, min(self._length, self._gone + _LOOK_AHEAD))
        if math.dist((x, y), ahead) > 0.25:
            wish = math.degrees(math.atan2(ahead[0] - x, ahead[1] - y))
            heading = _turned(heading, wish, seconds)
        elif self._final is not None:
            heading = _turned(heading, self._final, seconds)
        self.pose = Pose(x, y, heading)
        if self._gone >= self._length - 1e-6:
            self._way, self._speed = [], 0.0

    def _turn_in(self, seconds: float) -> bool:
        if self._final is None:
            return False
        heading = _turned(self.pose.heading, self._final, seconds)
        self.pose = Pose(self.pose.x, self.pose.y, heading)
        if abs(_between(heading, self._final)) > 0.2:
            return False
        self.pose = Pose(self.pose.x, self.pose.y, self._final % 360.0)
        self._final = None
        return True

    def _steer(self, seconds: float) -> None:
        """Speed and turn approach what keys and stick ask for; walls let one slide along."""
        forward, turn = self._wish()
        soft = 1.0 - math.exp(-seconds / 0.12)
        self._speed += (forward * _KEY_SPEED - self._speed) * soft
        self._turning += (turn * _KEY_TURN - self._turning) * soft
        if forward == turn == 0.0 and abs(self._speed) < 0.02 and abs(self._turning) < 1.0:
            self._speed = self._turning = 0.0
        heading = (self.pose.heading + self._turning * seconds) % 360.0
        angle = math.radians(heading)
        reach = self._speed * seconds
        start = (self.pose.x, self.pose.y)
        end = (start[0] + reach * math.sin(angle), start[1] + reach * math.cos(angle))
        x, y = self._ground.slide(start, end)
        self.pose = Pose(x, y, heading)

    def _wish(self) -> tuple[float, float]:
        """How much of the full speed and turn is asked for; back is slower than forward."""
        keys, (walk, turn) = self._keys, self._stick
        walk += ("forward" in keys) - ("back" in keys)
        turn += ("right" in keys) - ("left" in keys)
        return max(-0.7, min(1.0, walk if walk > 0 else 0.7 * walk)), max(-1.0, min(1.0, turn))

    def _let_go(self) -> None:
        self._keys.clear()
        self._stick = (0.0, 0.0)


def _between(start: float, end: float) -> float:
    """The shorter turn from one heading to another, degrees."""
    return (end - start + 180.0) % 360.0 - 180.0


def _turned(heading: float, wish: float, seconds: float) -> float:
    """A heading on its way to another: quick when far from it, gentle near it."""
    left = _between(heading, wish)
    part = left * (1.0 - math.exp(-seconds / 0.16))
    least = min(abs(left), 12.0 * seconds)
    most = _TURN * seconds
    size = min(max(abs(part), least), most)
    return (heading + math.copysign(size, left)) % 360.0


def _length(way: Sequence[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(way))


def _along(way: Sequence[Point], gone: float) -> Point:
    """The point so many metres along a way."""
    for a, b in pairwise(way):
        far = math.dist(a, b)
        if gone <= far:
            share = gone / far if far > 0 else 0.0
            return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        gone -= far
    return way[-1]
