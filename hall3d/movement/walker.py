"""Somebody who walks the hall: along a route or by keys, with easing, and never through things."""

import math
from collections.abc import Sequence

from hall3d.movement.ground import Ground, Point
from hall3d.movement.trail import Trail
from hall3d.plan import Pose

KEYS = ("forward", "back", "left", "right")
_STEP_S = 1 / 30  # longer times are walked in steps, so that no wall is jumped over
_FORWARD, _BACK = 1.7, 1.1  # metres a second by keys
_TURN = 80.0  # degrees a second by keys
_ROUTE_TURN = 120.0  # degrees a second at most on a route
_SLOWEST, _FASTEST, _ROUTE_S = 1.5, 4.5, 5.0
_ACCELERATION = 2.4
_EASE = 7.0  # a second: how soon keys take and lose effect
_LOOK_AHEAD = 1.3  # metres
_STILL = 0.02  # metres or radians a second below which one stands
_JUMP, _SNAP = 0.8, 30.0  # metres and degrees a key press moves when motion is reduced


class Walker:
    """Where somebody stands and looks, and where they are going.

    With `reduced` set nothing glides: routes end at once and keys move by single steps.
    """

    def __init__(self, ground: Ground, pose: Pose) -> None:
        self.pose = pose
        self.reduced = False
        self._ground = ground
        self._down: set[str] = set()
        self._speed = self._turning = 0.0
        self._trail: Trail | None = None
        self._final: float | None = None

    @property
    def walking(self) -> bool:
        """On a route that is not yet finished."""
        return self._trail is not None

    @property
    def moving(self) -> bool:
        """Whether `step` is going to change something."""
        still = abs(self._speed) < _STILL and abs(self._turning) < math.degrees(_STILL)
        return self.walking or bool(self._down) or not still

    @property
    def route(self) -> list[Point]:
        """The rest of the way, from here on; empty when there is none."""
        return [] if self._trail is None else self._trail.ahead()

    def stand(self, pose: Pose) -> None:
        """Be there at once, at rest."""
        self.pose = pose
        self._rest()

    def go(self, points: Sequence[Point], heading: float | None = None) -> None:
        """Walk along points that begin where one stands; then look along `heading`."""
        self._rest()
        if self.reduced:
            (x, y), last = points[-1], heading
            if last is None:
                last = self.pose.heading if len(points) < 2 else _bearing(points[-2], points[-1])
            self.pose = Pose(x, y, last % 360.0)
            return
        self._trail, self._final = Trail(points), heading

    def key(self, key: str, down: bool) -> None:
        """Press or release `forward`, `back`, `left` or `right`. A press leaves the route.

        Raises ValueError for another key.
        """
        if key not in KEYS:
            raise ValueError(f"there is no key {key!r}; there are: {', '.join(KEYS)}")
        if not down:
            self._down.discard(key)
            return
        self._trail = None
        if self.reduced:
            self._jump(key)
        else:
            self._down.add(key)

    def step(self, seconds: float) -> bool:
        """Let time pass. Returns whether the pose changed."""
        before = self.pose
        while seconds > 1e-9 and self.moving:
            part = min(seconds, _STEP_S)
            seconds -= part
            if self._trail is not None:
                self._follow(self._trail, part)
            else:
                self._steer(part)
        return self.pose != before

    def _rest(self) -> None:
        self._trail, self._final = None, None
        self._down.clear()
        self._speed = self._turning = 0.0

    def _jump(self, key: str) -> None:
        if key in ("left", "right"):
            self._turn(_SNAP if key == "right" else -_SNAP)
        else:
            self._advance(_JUMP if key == "forward" else -_JUMP)

    def _steer(self, seconds: float) -> None:
        """Move by the keys that are down; speeds run after what the keys ask for."""
        ahead = ("forward" in self._down) * _FORWARD - ("back" in self._down) * _BACK
        turn = (("right" in self._down) - ("left" in self._down)) * _TURN
        ease = 1 - math.exp(-_EASE * seconds)
        self._speed += (ahead - self._speed) * ease
        self._turning += (turn - self._turning) * ease
        if not self.moving:
            self._speed = self._turning = 0.0
            return
        self._turn(self._turning * seconds)
        self._advance(self._speed * seconds)

    def _follow(self, trail: Trail, seconds: float) -> None:
        """Walk on along the route, slower while the eyes are not yet on the way."""
        off = self._face(self._goal_heading(trail), seconds)
        if trail.rest > 0:
            cruising = min(max(trail.length / _ROUTE_S, _SLOWEST), _FASTEST)
            braking = math.sqrt(2 * _ACCELERATION * trail.rest) + 0.05
            wanted = min(cruising, braking) * max(0.0, math.cos(math.radians(min(off, 90.0)))) ** 2
            self._speed = min(self._speed + _ACCELERATION * seconds, wanted)
            trail.advance(self._speed * seconds)
            x, y = trail.at(trail.walked)
            self.pose = Pose(x, y, self.pose.heading)
        elif off < 0.5:
            final = self._final
            self._rest()
            if final is not None:
                self.pose = Pose(self.pose.x, self.pose.y, final % 360.0)

    def _goal_heading(self, trail: Trail) -> float:
        """Along the way; over its last stretch, whichever way one is to look in the end."""
        if trail.rest < 0.35:
            return self.pose.heading if self._final is None else self._final
        return _bearing(trail.at(trail.walked), trail.at(trail.walked + _LOOK_AHEAD))

    def _face(self, heading: float, seconds: float) -> float:
        """Turn toward a heading, fast when far off, gently when near. Returns degrees still off."""
        off = (heading - self.pose.heading + 180.0) % 360.0 - 180.0
        wanted = max(-_ROUTE_TURN, min(_ROUTE_TURN, off * 4.5))
        self._turning += (wanted - self._turning) * (1 - math.exp(-12.0 * seconds))
        self._turn(self._turning * seconds)
        return abs((heading - self.pose.heading + 180.0) % 360.0 - 180.0)

    def _turn(self, degrees: float) -> None:
        self.pose = Pose(self.pose.x, self.pose.y, (self.pose.heading + degrees) % 360.0)

    def _advance(self, metres: float) -> None:
        angle = math.radians(self.pose.heading)
        here = (self.pose.x, self.pose.y)
        there = (here[0] + math.sin(angle) * metres, here[1] + math.cos(angle) * metres)
        x, y = self._ground.slide(here, there)
        self.pose = Pose(x, y, self.pose.heading)


def _bearing(start: Point, end: Point) -> float:
    """The heading from one point to another, degrees clockwise from +y."""
    return math.degrees(math.atan2(end[0] - start[0], end[1] - start[1])) % 360.0
