"""Where a visitor's middle may be: the floors less everything that stands on them."""

import math
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from hall3d.plan.model import Block

BODY = 0.34
"""Metres from a visitor's middle to their side."""
_TINY = 1e-12
Point = tuple[float, float]
Array = NDArray[np.float64]


class Place(Protocol):
    """A whole hall or one room's shape."""

    @property
    def floors(self) -> tuple[Block, ...]:
        """Rectangles one may be on; together they are the floor."""
        ...

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Footprints one may not be on."""
        ...


class Ground:
    """The free floor of a place; blocks are grown by a body's width, so a visitor is a point."""

    def __init__(self, place: Place, body: float = BODY) -> None:
        """body: metres from a visitor's middle to their side."""
        self.floors = place.floors
        self.blocks: tuple[Block, ...] = tuple(block.grown(body) for block in place.blocks)
        self._floor_low, self._floor_high = _ends(self.floors)
        self._low, self._high = _ends(self.blocks)

    def free(self, x: float, y: float) -> bool:
        """Whether one can stand here."""
        point = np.array((x, y))
        inside = (self._low < point) & (point < self._high)
        return self._on_floor(point) and not bool(inside.all(1).any())

    def clear(self, start: Point, end: Point) -> bool:
        """Whether one can walk straight from start to end."""
        return bool(self.clear_from(start, np.array([end]))[0])

    def clear_from(self, start: Point, ends: Array) -> NDArray[np.bool_]:
        """Whether one can walk straight from start to each of the ends (n x 2)."""
        origin = np.asarray(start, float)
        low, high = np.minimum(origin, ends.min(0)), np.maximum(origin, ends.max(0))
        ways = ends - origin
        ways = np.where(np.abs(ways) < _TINY, _TINY, ways)[:, None, :]
        near = ((self._low < high) & (self._high > low)).all(1)
        entered, left = _crossed(origin, ways, self._low[near], self._high[near])
        met = (np.minimum(left, 1.0) - np.maximum(entered, 0.0) > 1e-6).any(1)
        near = ((self._floor_low <= high) & (self._floor_high >= low)).all(1)
        if not near.any():
            return np.zeros(len(ends), bool)
        return ~met & _covered(origin, ways, self._floor_low[near], self._floor_high[near])

    def slide(self, start: Point, end: Point) -> Point:
        """Where a step ends: as wished, else along the one axis that is free, else nowhere."""
        for x, y in (end, (end[0], start[1]), (start[0], end[1])):
            if self.free(x, y):
                return x, y
        return start

    def nearest(self, x: float, y: float, reach: float = 4.0) -> Point | None:
        """The free point nearest to (x, y), or None when there is none within `reach` metres."""
        if self.free(x, y):
            return x, y
        candidates = [
            point for point in self._edge_points(x, y, reach) if math.dist(point, (x, y)) <= reach
        ]
        candidates.sort(key=lambda point: math.dist(point, (x, y)))
        return next((point for point in candidates if self.free(*point)), None)

    def _edge_points(self, x: float, y: float, reach: float) -> list[Point]:
        """The nearest points of the floors' and the blocks' edges."""
        found = [_inside(floor, x, y) for floor in self.floors]
        for block in self.blocks:
            inside_x, inside_y = _inside(block, x, y)
            if math.dist((inside_x, inside_y), (x, y)) <= reach:
                found += [(block.x0, inside_y), (block.x1, inside_y)]
                found += [(inside_x, block.y0), (inside_x, block.y1)]
        return found

    def _on_floor(self, point: Array) -> bool:
        on = (self._floor_low <= point) & (point <= self._floor_high)
        return bool(on.all(1).any())


def _ends(blocks: tuple[Block, ...]) -> tuple[Array, Array]:
    low = np.array([(b.x0, b.y0) for b in blocks], float).reshape(-1, 2)
    high = np.array([(b.x1, b.y1) for b in blocks], float).reshape(-1, 2)
    return low, high


def _crossed(origin: Array, ways: Array, low: Array, high: Array) -> tuple[Array, Array]:
    """The shares of each way (n x 1 x 2) where it enters and leaves each rectangle: n x m."""
    first, second = (low - origin) / ways, (high - origin) / ways
    entered = np.minimum(first, second).max(2, initial=-np.inf)
    left = np.maximum(first, second).min(2, initial=np.inf)
    return entered, left


def _inside(block: Block, x: float, y: float) -> Point:
    """The point of a rectangle nearest to (x, y)."""
    return min(max(x, block.x0), block.x1), min(max(y, block.y0), block.y1)


def _covered(origin: Array, ways: Array, low: Array, high: Array) -> NDArray[np.bool_]:
    """Whether floors cover the whole of each way: their stretches of it leave no gap."""
    entered, left = _crossed(origin, ways, low, high)
    on = left - entered > -1e-9
    starts = np.where(on, np.maximum(entered, 0.0), 2.0)
    ends = np.where(on, np.minimum(left, 1.0), -1.0)
    order = np.argsort(starts, axis=1)
    starts, ends = (np.take_along_axis(values, order, 1) for values in (starts, ends))
    reached = np.maximum.accumulate(ends, axis=1)
    before = np.concatenate([np.zeros((len(starts), 1)), reached[:, :-1]], axis=1)
    gap = (starts > np.maximum(before, 0.0) + 1e-6) & (starts <= 1.0) & (before < 1.0 - 1e-9)
    return np.asarray(~gap.any(1) & (reached[:, -1] >= 1.0 - 1e-9))
