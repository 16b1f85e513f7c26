"""Shortest ways round what stands in a hall: a graph of the corners that see each other."""

import heapq
import math
from collections.abc import Iterator
from itertools import pairwise

from hall3d.movement.ground import Ground, Point
from hall3d.plan.model import Block

_OFF = 0.06
"""Metres that a way keeps from a corner."""
_BEND = 0.3
"""Metres of way that a rounded corner starts before and ends after it."""


class Paths:
    """Finds ways on a ground. Corners that see each other are found once, when first wanted."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._corners = [
            point
            for block in ground.blocks
            for point in _corners(block.grown(_OFF))
            if ground.free(*point)
        ]
        self._seen: dict[int, list[tuple[int, float]]] = {}

    def find(self, start: Point, goal: Point) -> list[Point] | None:
        """The shortest way from start to goal with both ends, or None when there is none."""
        if self._ground.clear(start, goal):
            return [start, goal]
        ends = {
            i: math.dist(corner, goal)
            for i, corner in enumerate(self._corners)
            if self._ground.clear(corner, goal)
        }
        queue: list[tuple[float, float, int, int]] = []
        for i, corner in enumerate(self._corners):
            if self._ground.clear(start, corner):
                gone = math.dist(start, corner)
                queue.append((gone + math.dist(corner, goal), gone, i, -1))
        heapq.heapify(queue)
        came: dict[int, int] = {}
        best: tuple[float, int] | None = None
        while queue:
            guess, gone, here, before = heapq.heappop(queue)
            if best is not None and guess >= best[0]:
                break
            if here in came:
                continue
            came[here] = before
            if here in ends and (best is None or gone + ends[here] < best[0]):
                best = (gone + ends[here], here)
            for there, far in self._neighbours(here):
                if there not in came:
                    total = gone + far
                    guess = total + math.dist(self._corners[there], goal)
                    heapq.heappush(queue, (guess, total, there, here))
        return None if best is None else [start, *self._trace(came, best[1]), goal]

    def _neighbours(self, here: int) -> list[tuple[int, float]]:
        if here not in self._seen:
            spot = self._corners[here]
            self._seen[here] = [
                (i, math.dist(spot, other))
                for i, other in enumerate(self._corners)
                if i != here and self._ground.clear(spot, other)
            ]
        return self._seen[here]

    def _trace(self, came: dict[int, int], last: int) -> list[Point]:
        way = []
        while last >= 0:
            way.append(self._corners[last])
            last = came[last]
        return way[::-1]


def _corners(block: Block) -> Iterator[Point]:

    yield from ((block.x0, block.y0), (block.x1, block.y0))
    yield from ((block.x1, block.y1), (block.x0, block.y1))


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
