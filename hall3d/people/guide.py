"""What the guide does: waits at the desk, walks ahead of who follows a way, shows, goes back."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Literal

import numpy as np

from hall3d.people.easing import Point, approach, between, heading_to, turned
from hall3d.plan.model import HallPlan, Pose

AHEAD = 3.0
"""Metres of way that the guide keeps ahead."""
_ASIDE = 0.75
_FASTEST = 3.3
_SHORT = 5.0
"""Metres; on a shorter way nobody needs to be led."""
_STRIDE = 1.55
"""Metres of a slow walk's two steps; a brisk one's are longer."""
_BEFORE, _RIGHT = 2.2, 1.3
"""Metres that the guide stands before and beside whom they have led."""
_HALF_TURNED = 98.0
_OUT_OF_REACH = 35.0
"""Metres at which nobody sees where the guide is."""
_OUT_OF_SIGHT = 55.0
"""Degrees off the visitor's gaze."""
Task = Literal["home", "lead", "host", "return"]
FindWay = Callable[[Point, Point], Sequence[Point] | None]
"""A way between two points, both among its points, or None."""


class Guide:
    """Where the guide is and what they do. `phase`: 0..1 over two steps; `brisk`: 0 standing to 1
    walking fast; `showing`: 0..1, the hand raised; `glance`: degrees that the face is turned to
    the right; `left_handed`: which hand shows."""

    def __init__(self, plan: HallPlan, find_way: FindWay) -> None:
        self._plan = plan
        self._find_way = find_way
        kept_off = [block.grown(0.3) for block in plan.blocks]
        self._low = np.array([(block.x0, block.y0) for block in kept_off]).reshape(-1, 2)
        self._high = np.array([(block.x1, block.y1) for block in kept_off]).reshape(-1, 2)
        self.pose = plan.guide
        self.phase = self.brisk = self.showing = self.glance = 0.0
        self.left_handed = False
        self.task: Task = "home"
        self._way: tuple[Point, ...] = ()
        self._track = Track([])
        self._lead = Track([])
        self._gone = self._speed = self._aside = self._offset = 0.0
        self._rest = plan.guide
        self._visitor_gone = 0.0

    @property
    def busy(self) -> bool:
        """Whether a movement goes on that the visitor would miss if time stood still."""
        wish = 1.0 if self._hosting else 0.0
        turning = abs(between(self.pose.heading, self._rest.heading)) > 2.0
        settled = self.task in ("home", "host") and not turning
        return self._speed > 0.05 or not settled or abs(wish - self.showing) > 0.03

    def step(self, seconds: float, visitor: Pose, way: Sequence[Point] | None) -> None:
        """Let time pass; `way` is what the visitor follows, None when they do not."""
        self._choose(visitor, way)
        limit = self._limit(visitor) if self.task == "lead" else self._track.length
        self._walk(seconds, limit)
        self._face(seconds, visitor)
        self.showing = approach(self.showing, float(self._hosting), seconds, 0.16, 2.6)

    def settle(self, visitor: Pose) -> None:
        """Stand where one is, as if all that is under way but the walk had ended."""
        self._speed = self.brisk = 0.0
        self.showing = float(self._hosting)
        here = (self.pose.x, self.pose.y)
        to_visitor = heading_to(here, (visitor.x, visitor.y))
        at_place = self.task in ("home", "host")
        self.pose = Pose(*here, self._rest.heading if at_place else to_visitor)
        self.glance = self._glance_at(visitor)

    @property
    def _hosting(self) -> bool:
        return self.task == "host" and self._speed < 0.3

    def _choose(self, visitor: Pose, way: Sequence[Point] | None) -> None:
        """What to do next."""
        here = (visitor.x, visitor.y)
        if way is None:
            self._way = ()
            left = math.dist(here, (self.pose.x, self.pose.y)) > 4.2
            if self.task == "lead":
                left = math.dist(here, self._lead.points[-1]) > 1.0
            if self.task in ("lead", "host") and left:
                self._go_home(visitor)
        elif tuple(way) != self._way:
            self._way = tuple(way)
            if Track(way).length >= _SHORT:
                self._begin(visitor, way)
        if self._track.length - self._gone < 0.02:
            if self.task == "lead":
                self.task = "host"
            elif self.task == "return":
                self.task = "home"
        if self.task == "return" and self._hidden(visitor, 9.0):
            self.pose, self.task, self._speed = self._plan.guide, "home", 0.0

    def _begin(self, visitor: Pose, way: Sequence[Point]) -> None:
        """Set out: to the way from where the guide stands, along it, to a place beside its end."""
        lead = Track(way)
        self._lead, self._visitor_gone = lead, 0.0
        near = lead.nearest((self.pose.x, self.pose.y))
        join = min(max(AHEAD, near), max(lead.length - 2.0, 0.0))
        if self._hidden(visitor, 4.0):
            self._catch_up(visitor)
            join = min(3.0, lead.length - 2.0)
        spot = lead.at(join)
        approach_way = self._find_way((self.pose.x, self.pose.y), spot) or (spot,)
        self._rest = self._host_pose(way)
        rest = [point for gone, point in lead.marks if join < gone < lead.length - 2.0]
        last = [lead.at(max(join, lead.length - 2.0)), (self._rest.x, self._rest.y)]
        start = Track([(self.pose.x, self.pose.y), *approach_way, spot])
        self._track = Track([*start.points, *rest, *last])
        self._offset, self._gone = start.length - join, 0.0
        self.task = "lead"

    def _catch_up(self, visitor: Pose) -> None:
        """Come up from behind the visitor's right shoulder, where they did not look."""
        angle = math.radians(visitor.heading)
        c, s = math.cos(angle), math.sin(angle)
        x, y = visitor.x + 0.9 * c - 0.7 * s, visitor.y - 0.9 * s - 0.7 * c
        self.pose, self._speed = Pose(x, y, visitor.heading), 2.0

    def _go_home(self, visitor: Pose) -> None:
        home = self._plan.guide
        way = self._find_way((self.pose.x, self.pose.y), (home.x, home.y))
        points = [(self.pose.x, self.pose.y), *(way or ()), (home.x, home.y)]
        self._track, self._gone, self._rest = Track(points), 0.0, home
        self.task = "return"

    def _hidden(self, visitor: Pose, least: float) -> bool:
        """Whether the guide is far away and not looked at."""
        here, there = (visitor.x, visitor.y), (self.pose.x, self.pose.y)
        off = abs(between(visitor.heading, heading_to(here, there)))
        away = math.dist(here, there)
        return away > _OUT_OF_REACH or (away > least and off > _OUT_OF_SIGHT)

    def _host_pose(self, way: Sequence[Point]) -> Pose:
        """Beside the end of the way, half turned to the visitor, the goal at one hand."""
        end = way[-1]
        # in a corner two counters' stands are a hand's breadth apart
        stands = [counter.stand for counter in self._plan.counters]
        stand = min(stands, key=lambda one: math.dist(end, (one.x, one.y)))
        at_counter = math.dist(end, (stand.x, stand.y)) < 0.3
        facing = stand.heading if at_counter else heading_to(way[-2], end)
        angle = math.radians(facing)
        c, s = math.cos(angle), math.sin(angle)
        for right in (_RIGHT, -_RIGHT):
            x, y = end[0] + right * c + _BEFORE * s, end[1] - right * s + _BEFORE * c
            if self._free(x, y):
                self.left_handed = right < 0
                return Pose(x, y, (facing - math.copysign(_HALF_TURNED, right)) % 360.0)
        self.left_handed = False
        return Pose(end[0] + 0.8 * c, end[1] - 0.8 * s, (facing - _HALF_TURNED) % 360.0)

    def _free(self, x: float, y: float) -> bool:
        floor = self._plan.bounds
        inside = floor[0] + 0.5 < x < floor[2] - 0.5 and floor[1] + 0.5 < y < floor[3] - 0.5
        held = (self._low < (x, y)) & (self._high > (x, y))
        return inside and not bool(held.all(1).any())

    def _limit(self, visitor: Pose) -> float:
        """How far along the own track the guide may be: so far ahead of the visitor."""
        self._visitor_gone = self._lead.further((visitor.x, visitor.y), self._visitor_gone)
        if self._lead.length - self._visitor_gone < AHEAD + 1.2:
            return self._track.length
        return max(self._offset + self._visitor_gone + AHEAD, 0.0)

    def _walk(self, seconds: float, limit: float) -> None:
        left = min(limit, self._track.length) - self._gone
        wish = max(0.0, min(_FASTEST, 2.4 * left)) if self.task in ("lead", "return") else 0.0
        self._speed = approach(self._speed, wish, seconds, 0.14, 6.0)
        self._gone = min(self._track.length, self._gone + self._speed * seconds)
        self.brisk = approach(self.brisk, min(1.0, self._speed / 2.4), seconds, 0.1, 5.0)
        self.phase = (self.phase + self._speed * seconds / (_STRIDE + 0.4 * self.brisk)) % 1.0
        if self.task in ("lead", "return"):
            self.pose = Pose(*self._beside(seconds), self.pose.heading)

    def _beside(self, seconds: float) -> Point:
        """On the track, a little to its right in the open so that the visitor sees ahead."""
        here = self._track.at(self._gone)
        ahead = self._track.at(min(self._track.length, self._gone + 0.6))
        left = min(self._gone, self._track.length - self._gone)
        heading = math.radians(heading_to(here, ahead) if here != ahead else self.pose.heading)
        c, s = math.cos(heading), math.sin(heading)
        wish = _ASIDE * min(1.0, left / 1.5) if self.task == "lead" else 0.0
        if not self._free(here[0] + wish * c, here[1] - wish * s):
            wish = 0.0
        self._aside = approach(self._aside, wish, seconds, 0.3, 0.8)
        return here[0] + self._aside * c, here[1] - self._aside * s

    def _face(self, seconds: float, visitor: Pose) -> None:
        """Look where one walks; standing, look at who is led or at what is shown."""
        here = (self.pose.x, self.pose.y)
        to_visitor = heading_to(here, (visitor.x, visitor.y))
        if self._speed > 0.35:
            ahead = self._track.at(min(self._track.length, self._gone + 0.5))
            wish = heading_to(here, ahead) if math.dist(here, ahead) > 0.1 else self.pose.heading
        elif self.task == "lead":
            wish = to_visitor + 30.0
        else:
            wish = self._rest.heading
        heading = turned(self.pose.heading, wish, seconds, 0.14, 330.0)
        self.pose = Pose(*here, heading)
        self.glance = approach(self.glance, self._glance_at(visitor), seconds, 0.2, 220.0)

    def _glance_at(self, visitor: Pose) -> float:
        """How far the face would turn to the visitor, degrees to the right."""
        here, there = (self.pose.x, self.pose.y), (visitor.x, visitor.y)
        off = between(self.pose.heading, heading_to(here, there))
        if math.dist(here, there) > 9.0 or self._speed > 0.8 or abs(off) > 115.0:
            return 0.0
        return max(-65.0, min(65.0, off))


class Track:
    """A polyline with a measure along it."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.points = [points[0]] if points else [(0.0, 0.0)]
        self._at = [0.0]
        for before, after in pairwise(points):
            far = math.dist(before, after)
            if far > 1e-6:
                self.points.append(after)
                self._at.append(self._at[-1] + far)

    @property
    def length(self) -> float:
        """Metres from one end to the other."""
        return self._at[-1]

    @property
    def marks(self) -> list[tuple[float, Point]]:
        """The corners with how far along they are."""
        return list(zip(self._at, self.points, strict=True))

    def at(self, gone: float) -> Point:
        """The point so many metres along."""
        for i, (start, end) in enumerate(pairwise(self._at)):
            if gone <= end:
                share = (gone - start) / (end - start)
                (ax, ay), (bx, by) = self.points[i], self.points[i + 1]
                return ax + (bx - ax) * share, ay + (by - ay) * share
        return self.points[-1]

    def nearest(self, point: Point) -> float:
        """How far along the nearest place to a point is, to a quarter of a metre."""
        steps = [i * 0.25 for i in range(int(self.length / 0.25) + 1)]
        return min(steps, key=lambda gone: math.dist(self.at(gone), point))

    def further(self, point: Point, gone: float) -> float:
        """How far along somebody is who was at `gone` and has moved on to a point."""
        while gone + 0.1 <= self.length:
            if math.dist(self.at(gone + 0.1), point) > math.dist(self.at(gone), point):
                break
            gone += 0.1
        return gone
