"""Where a visitor's middle may be: the floor less everything that stands on it."""

import math

import numpy as np

from hall3d.plan.model import Block, HallPlan

BODY = 0.34
"""Metres from a visitor's middle to their side."""
Point = tuple[float, float]


class Ground:
    """The free floor of a hall; blocks are grown by a body's width, so a visitor is a point."""

    def __init__(self, plan: HallPlan) -> None:
        self.floor = plan.walkable
        self.blocks: tuple[Block, ...] = tuple(block.grown(BODY) for block in plan.blocks)
        self._low = np.array([(b.x0, b.y0) for b in self.blocks]).reshape(-1, 2)
        self._high = np.array([(b.x1, b.y1) for b in self.blocks]).reshape(-1, 2)

    def free(self, x: float, y: float) -> bool:
        """Whether one can stand here."""
        return self._on_floor(x, y) and not any(block.holds(x, y) for block in self.blocks)

    def clear(self, start: Point, end: Point) -> bool:
        """Whether one can walk straight from start to end."""
        if not self._on_floor(*end):
            return False
        a, way = np.asarray(start), np.asarray(end) - np.asarray(start)
        steps = np.where(np.abs(way) < 1e-12, 1e-12, way)
        first, second = (self._low - a) / steps, (self._high - a) / steps
        entered = np.minimum(first, second).max(1)
        left = np.maximum(first, second).min(1)
        inside = np.minimum(left, 1.0) - np.maximum(entered, 0.0)
        return not bool((inside > 1e-6).any())

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
            point for point in self._edge_points(x, y) if math.dist(point, (x, y)) <= reach
        ]
        return min(candidates, key=lambda point: math.dist(point, (x, y)), default=None)

    def _edge_points(self, x: float, y: float) -> list[Point]:
        """The free ones among the nearest points of the floor's and the blocks' edges."""
        floor = self.floor
        found = [(min(max(x, floor.x0), floor.x1), min(max(y, floor.y0), floor.y1))]
        for block in self.blocks:
            inside_x, inside_y = min(max(x, block.x0), block.x1), min(max(y, block.y0), block.y1)
            found += [(block.x0, inside_y), (block.x1, inside_y)]
            found += [(inside_x, block.y0), (inside_x, block.y1)]
        return [point for point in found if self.free(*point)]

    def _on_floor(self, x: float, y: float) -> bool:
        return self.floor.x0 <= x <= self.floor.x1 and self.floor.y0 <= y <= self.floor.y1
