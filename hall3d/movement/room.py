"""Shortest ways within one room: the corners of what stands there that see each other."""

import heapq
import math
from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from hall3d.movement.ground import BODY, Array, Ground, Point
from hall3d.plan.model import PASSAGE, THICKNESS, Bay, Block, Shape

_OFF = 0.06
"""Metres that a way keeps from a corner."""


class RoomWays:
    """Ways in a shape's own coordinates, so that rooms of one shape share them."""

    def __init__(self, shape: Shape, body: float = BODY) -> None:
        self._shape = shape
        self._ground = Ground(shape, body)
        self.doors = tuple(_middle(shape))
        """The archways that ways lead through: the middle one of each wall."""
        self._between: dict[tuple[Point, Point], list[Point] | None] = {}

    def prepare(self) -> None:
        """Work out which corners see each other, which the first way needs."""
        _ = self._graph

    @cached_property
    def _graph(self) -> tuple[Array, Array]:
        """All free corners (n x 2), and the metres between those that see each other (n x n)."""
        blocks, openings = self._ground.blocks, self._shape.openings
        corners = [
            *(point for block in blocks for point in _corners(block.grown(_OFF))),
            *(point for bay in openings for point in _mouth(bay)),
        ]
        free = [point for point in corners if self._ground.free(*point)]
        places: Array = np.array(free, float).reshape(-1, 2)
        seen = [self._ground.clear_from(corner, places) for corner in free]
        away = np.linalg.norm(places[:, None] - places[None], axis=2)
        return places, np.where(np.array(seen).reshape(away.shape), away, np.inf)

    def between_doors(self, start: Point, goal: Point) -> list[Point] | None:
        """As `find`, remembered: the doors of a shape never move."""
        if (start, goal) not in self._between:
            self._between[start, goal] = self.find(start, goal)
        return self._between[start, goal]

    def find(self, start: Point, goal: Point) -> list[Point] | None:
        """The shortest way from start to goal with both ends, or None when there is none."""
        if self._ground.clear(start, goal):
            return [start, goal]
        corners, between = self._graph
        first, last = self._reach(start), self._reach(goal)
        best, gone, came = math.inf, first.copy(), np.full(len(first), -1)
        found = -1
        queue = [(length, i) for i, length in enumerate(first) if length < math.inf]
        heapq.heapify(queue)
        while queue:
            so_far, here = heapq.heappop(queue)
            if so_far >= best:
                break
            if so_far > gone[here]:
                continue
            if so_far + last[here] < best:
                best, found = so_far + last[here], here
            lengths = so_far + between[here]
            for there in np.nonzero(lengths < gone)[0].tolist():
                gone[there], came[there] = lengths[there], here
                heapq.heappush(queue, (float(lengths[there]), there))
        return None if found < 0 else [start, *_trace(corners, came, found), goal]

    def _reach(self, point: Point) -> Array:
        """Metres from a point to each corner it sees, infinite for the others."""
        corners, _ = self._graph
        if not len(corners):
            return np.empty(0)
        seen = self._ground.clear_from(point, corners)
        return np.where(seen, np.linalg.norm(corners - point, axis=1), np.inf)


def _trace(corners: Array, came: NDArray[np.int64], last: int) -> list[Point]:
    way = []
    while last >= 0:
        x, y = corners[last]
        way.append((float(x), float(y)))
        last = int(came[last])
    return way[::-1]


def _corners(block: Block) -> Iterator[Point]:
    yield from ((block.x0, block.y0), (block.x1, block.y0))
    yield from ((block.x1, block.y1), (block.x0, block.y1))


def _mouth(bay: Bay) -> Iterator[Point]:
    """Points before an archway from which one walks straight through."""
    for along in (-PASSAGE + _OFF, 0.0, PASSAGE - _OFF):
        yield bay.at(along, -1.1)


def _middle(shape: Shape) -> Iterator[Point]:
    """Of each wall with archways, the middle of the middle one, halfway through the wall."""
    walls: dict[float, list[Bay]] = {}
    for bay in shape.openings:
        walls.setdefault(round(bay.turn, 3), []).append(bay)
    for bays in walls.values():
        yield bays[len(bays) // 2].at(0.0, THICKNESS / 2)
