"""Shortest ways through a hall: from room to room by their doors, within each round what stands."""

import heapq
import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from hall3d.movement.ground import BODY, Ground, Point
from hall3d.movement.room import RoomWays
from hall3d.plan.model import HallPlan, Shape

_BEND = 0.3
"""Metres of way that a rounded corner starts before and ends after it."""
_SHORTCUT = 5
"""Corners ahead that a way tries to reach straight."""


class Paths:
    """Finds ways in a hall."""

    def __init__(self, plan: HallPlan, ground: Ground, body: float = BODY) -> None:
        self._plan, self._ground = plan, ground
        shapes: dict[Shape, RoomWays] = {}
        for room in plan.rooms:
            if room.shape not in shapes:
                shapes[room.shape] = RoomWays(room.shape, body)
        self._ways = [shapes[room.shape] for room in plan.rooms]
        self._unready = list(shapes.values())
        self._doors: dict[Point, list[int]] = {}
        for index, room in enumerate(plan.rooms):
            for door in self._ways[index].doors:
                self._doors.setdefault(_key(room.at(*door)), []).append(index)

    @property
    def ready(self) -> bool:
        """Whether `prepare` has nothing left to do."""
        return not self._unready

    def prepare(self) -> None:
        """Work out the corners of one more kind of room, before the first way needs them."""
        if self._unready:
            self._unready.pop().prepare()

    def find(self, start: Point, goal: Point) -> list[Point] | None:
        """A short way from start to goal with both ends, or None when there is none."""
        if self._ground.clear(start, goal):
            return [start, goal]
        rooms = self._plan.room_at(*start), self._plan.room_at(*goal)
        if rooms[0] == rooms[1]:
            return self._within(rooms[0], start, goal)
        stations = self._stations(start, goal, *rooms)
        if stations is None:
            return None
        way = [start]
        for (room, here), (_, there) in pairwise(stations):
            part = self._within(room, here, there)
            if part is None:
                return None
            way += part[1:]
        return self._straightened(way)

    def _within(self, room: int, start: Point, goal: Point) -> list[Point] | None:
        own = self._plan.rooms[room]
        local = own.inward(*start), own.inward(*goal)
        ways = self._ways[room]
        doors = _rounded_points(ways.doors)
        known = _key(local[0]) in doors and _key(local[1]) in doors
        way = ways.between_doors(*map(_key, local)) if known else ways.find(*local)
        return None if way is None else [start, *(own.at(*point) for point in way[1:-1]), goal]

    def _stations(
        self, start: Point, goal: Point, first: int, last: int
    ) -> list[tuple[int, Point]] | None:
        """The doors of the shortest way as (room that is crossed next, point), start and goal
        included: doors as the crow flies, which in halls of arcades is near enough."""
        queue: list[tuple[float, float, int, Point, tuple[tuple[int, Point], ...]]] = [
            (0.0, 0.0, first, start, ((first, start),))
        ]
        done: set[tuple[int, Point]] = set()
        while queue:
            _, gone, room, here, way = heapq.heappop(queue)
            if room == last:
                return [*way, (last, goal)]
            if (room, here) in done:
                continue
            done.add((room, here))
            for there, beyond in self._next_doors(room):
                if (beyond, there) not in done:
                    far = gone + math.dist(here, there)
                    step = (far + math.dist(there, goal), far, beyond, there)
                    heapq.heappush(queue, (*step, (*way, (beyond, there))))
        return None

    def _next_doors(self, room: int) -> Iterator[tuple[Point, int]]:
        own = self._plan.rooms[room]
        for door in self._ways[room].doors:
            point = _key(own.at(*door))
            for beyond in self._doors[point]:
                if beyond != room:
                    yield point, beyond

    def _straightened(self, way: list[Point]) -> list[Point]:
        """The way without the corners that can be left out."""
        kept, at = [way[0]], 0
        while at < len(way) - 1:
            reach = np.array(way[at + 1 : at + 1 + _SHORTCUT])
            seen = np.flatnonzero(self._ground.clear_from(way[at], reach))
            at += 1 + (int(seen[-1]) if len(seen) else 0)
            kept.append(way[at])
        return kept


def rounded(way: list[Point], ground: Ground) -> list[Point]:
    """The way with its corners rounded where there is room for it."""
    result = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        near = min(_BEND, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        a, b = _towards(corner, before, near), _towards(corner, after, near)
        middle = tuple((p + 2 * c + q) / 4 for p, c, q in zip(a, corner, b, strict=True))
        bend = [a, (middle[0], middle[1]), b]
        clear = all(ground.clear(p, q) for p, q in pairwise(bend))
        result += bend if clear else [corner]
    return [*result, way[-1]]


def _towards(start: Point, end: Point, by: float) -> Point:
    far = math.dist(start, end)
    share = by / far if far > 1e-9 else 0.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _key(point: Point) -> Point:
    """A door's point without the last bits, the same from both rooms."""
    return round(point[0], 4) + 0.0, round(point[1], 4) + 0.0


def _rounded_points(points: tuple[Point, ...]) -> set[Point]:
    return {_key(point) for point in points}
