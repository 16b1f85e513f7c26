"""The ground of a hall: where a person can be, what they bump into, how far they see to walk."""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hall3d.plan import HallPlan
from hall3d.plan.model import Block

Point = tuple[float, float]
BODY = 0.33
"""Radius of a person who walks, metres."""
_ROUND = frozenset({"desk", "column", "plant", "guide"})
_HAIR = 1e-4  # metres kept between a body and what it was pushed out of
_PUSHES = 6


class Ground:
    """The floor less everything that stands on it, kept a body's radius away."""

    def __init__(self, plan: HallPlan) -> None:
        self._floor = plan.walkable
        round_, square = _split(plan.blocks)
        self._boxes = np.array([(b.x0, b.y0, b.x1, b.y1) for b in square], float).reshape(-1, 4)
        self._boxes += np.array([-BODY, -BODY, BODY, BODY])
        self._discs = np.array([_disc(b) for b in round_], float).reshape(-1, 3)
        self._discs[:, 2] += BODY

    def free(self, x: float, y: float) -> bool:
        """Whether a person's middle may be at (x, y)."""
        floor = self._floor
        if not (floor.x0 <= x <= floor.x1 and floor.y0 <= y <= floor.y1):
            return False
        return not self._in_boxes(x, y).any() and not self._in_discs(x, y).any()

    def sees(self, start: Point, end: Point) -> bool:
        """Whether one can walk straight from one free point to another."""
        return bool(self.sees_each(start, np.array([end], float))[0])

    def sees_each(self, start: Point, ends: NDArray[np.float64]) -> NDArray[np.bool_]:
        """`sees` for many ends (n x 2) at once."""
        ways = ends - np.array(start)
        blocked = _cross_boxes(start, ways, self._boxes) | _cross_discs(start, ways, self._discs)
        return np.asarray(~blocked)

    def slide(self, start: Point, end: Point) -> Point:
        """Where a step from `start` toward `end` leads: along what is in its way, or nowhere."""
        x, y = end
        for _ in range(_PUSHES):
            x, y = self._onto_floor(x, y)
            if self.free(x, y):
                return (x, y) if self.sees(start, (x, y)) or _close(start, (x, y)) else start
            x, y = self._pushed_out(x, y)
        return start

    def nearest(self, x: float, y: float, reach: float = 4.0) -> Point | None:
        """The free point nearest to (x, y), None when there is none within `reach` metres."""
        if self.free(x, y):
            return (x, y)
        for radius in np.arange(0.1, reach, 0.1):
            count = max(8, math.ceil(2 * math.pi * radius / 0.15))
            angles = 2 * math.pi * np.arange(count) / count
            around = [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]
            found = [point for point in around if self.free(*point)]
            if found:
                return found[0]
        return None

    def corners(self, margins: Iterable[float]) -> NDArray[np.float64]:
        """Free points just off the corners of everything, n x 2: where a way round may bend."""
        found: list[Point] = []
        for margin in margins:
            for x0, y0, x1, y1 in self._boxes + np.array([-margin, -margin, margin, margin]):
                found += [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
            for x, y, radius in self._discs:
                # a ring of eight whose sides, not whose corners, keep the margin
                far = (radius + margin) / math.cos(math.pi / 8)
                turns = [math.pi / 4 * (k + 0.5) for k in range(8)]
                found += [(x + far * math.cos(a), y + far * math.sin(a)) for a in turns]
        return np.array([point for point in found if self.free(*point)], float).reshape(-1, 2)

    def _in_boxes(self, x: float, y: float) -> NDArray[np.bool_]:
        box = self._boxes
        inside = (box[:, 0] < x) & (x < box[:, 2]) & (box[:, 1] < y) & (y < box[:, 3])
        return np.asarray(inside)

    def _in_discs(self, x: float, y: float) -> NDArray[np.bool_]:
        disc = self._discs
        return np.asarray(np.hypot(disc[:, 0] - x, disc[:, 1] - y) < disc[:, 2])

    def _onto_floor(self, x: float, y: float) -> Point:
        floor = self._floor
        return (min(max(x, floor.x0), floor.x1), min(max(y, floor.y0), floor.y1))

    def _pushed_out(self, x: float, y: float) -> Point:
        """The nearest way out of the first thing that (x, y) is in."""
        for x0, y0, x1, y1 in self._boxes[self._in_boxes(x, y)]:
            ways = [(x0 - _HAIR, y), (x1 + _HAIR, y), (x, y0 - _HAIR), (x, y1 + _HAIR)]
            return min(ways, key=lambda way: math.dist(way, (x, y)))
        for cx, cy, radius in self._discs[self._in_discs(x, y)]:
            away = math.hypot(x - cx, y - cy)
            if away < _HAIR:
                return (cx, cy - radius - _HAIR)
            scale = (radius + _HAIR) / away
            return (cx + (x - cx) * scale, cy + (y - cy) * scale)
        return (x, y)


def _split(blocks: Iterable[Block]) -> tuple[list[Block], list[Block]]:
    both: tuple[list[Block], list[Block]] = ([], [])
    for block in blocks:
        both[0 if block.kind in _ROUND else 1].append(block)
    return both


def _disc(block: Block) -> tuple[float, float, float]:
    return (*block.centre, (block.x1 - block.x0) / 2)


def _close(a: Point, b: Point) -> bool:
    """A step so short that it cannot have jumped over anything, only round an edge."""
    return math.dist(a, b) < 0.12


def _cross_boxes(
    start: Point, ways: NDArray[np.float64], boxes: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Which of n straight ways pass through the inside of any box: the slab test."""
    safe = np.where(np.abs(ways) < 1e-12, 1e-12, ways)[:, None]
    first = (boxes[None, :, :2] - start) / safe
    second = (boxes[None, :, 2:] - start) / safe
    enter = np.minimum(first, second).max(2)
    leave = np.maximum(first, second).min(2)
    through = (enter < leave - 1e-9) & (leave > 1e-9) & (enter < 1 - 1e-9)
    return np.asarray(through.any(1))


def _cross_discs(
    start: Point, ways: NDArray[np.float64], discs: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Which of n straight ways pass through any disc: its middle's distance from the way."""
    middles = discs[:, :2] - start
    length = np.maximum((ways**2).sum(1), 1e-12)[:, None]
    share = np.clip(ways @ middles.T / length, 0.0, 1.0)
    apart = share[..., None] * ways[:, None] - middles[None]
    return np.asarray((np.hypot(apart[..., 0], apart[..., 1]) < discs[:, 2] - 1e-9).any(1))
