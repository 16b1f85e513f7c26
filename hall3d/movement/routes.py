"""The way from one place to another: straight where one can, round what stands between."""

import heapq
import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hall3d.movement.ground import Ground, Point

_MARGINS = ((0.35,), (0.35, 0.06))
"""Metres kept off corners: with ease where there is room, close by where there is not."""
_BEND = 0.9
"""Metres before and after a corner over which a way is rounded."""


def find_route(ground: Ground, start: Point, goal: Point) -> list[Point] | None:
    """The shortest way with its corners rounded, from `start` to the free point nearest to
    `goal`; None when nobody can walk there."""
    here, there = ground.nearest(*start), ground.nearest(*goal)
    if here is None or there is None:
        return None
    corners = _shortest(ground, here, there)
    return None if corners is None else _rounded(ground, corners)


def _shortest(ground: Ground, start: Point, goal: Point) -> list[Point] | None:
    """The shortest way over the corners of things, kept well off them where that is possible."""
    if ground.sees(start, goal):
        return [start, goal]
    for margins in _MARGINS:
        points = np.concatenate([[start, goal], ground.corners(margins)])
        way = _search(ground, points)
        if way is not None:
            return way
    return None


def _search(ground: Ground, points: NDArray[np.float64]) -> list[Point] | None:
    """A* from point 0 to point 1; a point is looked around from when the way there is known."""
    to_goal = np.hypot(*(points - points[1]).T)
    walked = np.full(len(points), np.inf)
    came_from = np.zeros(len(points), int)
    done = np.zeros(len(points), bool)
    walked[0] = 0.0
    open_ = [(float(to_goal[0]), 0)]
    while open_:
        _, here = heapq.heappop(open_)
        if here == 1:
            return _traced(points, came_from)
        if done[here]:
            continue
        done[here] = True
        steps = walked[here] + np.hypot(*(points - points[here]).T)
        better = np.flatnonzero(~done & (steps < walked))
        better = better[ground.sees_each(_at(points, here), points[better])]
        walked[better], came_from[better] = steps[better], here
        for other in better.tolist():
            heapq.heappush(open_, (float(steps[other] + to_goal[other]), other))
    return None


def _at(points: NDArray[np.float64], index: int) -> Point:
    return (float(points[index, 0]), float(points[index, 1]))


def _traced(points: NDArray[np.float64], came_from: NDArray[np.int_]) -> list[Point]:
    way, here = [_at(points, 1)], 1
    while here != 0:
        here = int(came_from[here])
        way.append(_at(points, here))
    return way[::-1]


def _rounded(ground: Ground, corners: Sequence[Point]) -> list[Point]:
    """The way with each corner replaced by a curve, where the curve is free."""
    way = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        for bend in (_BEND, _BEND / 2):
            first = _toward(corner, before, min(bend, math.dist(corner, before) / 2))
            last = _toward(corner, after, min(bend, math.dist(corner, after) / 2))
            curve = [_curve(first, corner, last, k / 8) for k in range(9)]
            if all(ground.sees(a, b) for a, b in zip(curve, curve[1:], strict=False)):
                way += curve
                break
        else:
            way.append(corner)
    return [*way, corners[-1]]


def _toward(start: Point, end: Point, by: float) -> Point:
    share = by / max(math.dist(start, end), 1e-9)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _curve(a: Point, b: Point, c: Point, t: float) -> Point:
    """A point of the quadratic Bézier curve from a over b to c."""
    u = 1 - t
    return (
        u * u * a[0] + 2 * u * t * b[0] + t * t * c[0],
        u * u * a[1] + 2 * u * t * b[1] + t * t * c[1],
    )
