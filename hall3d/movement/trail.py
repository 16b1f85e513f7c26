"""A line of points as a length one walks along."""

import bisect
import itertools
import math
from collections.abc import Sequence

from hall3d.movement.ground import Point


class Trail:
    """`walked` metres of a polyline of `length` metres."""

    def __init__(self, points: Sequence[Point]) -> None:
        if not points:
            raise ValueError("a trail needs at least one point")
        self._points = list(points)
        steps = [math.dist(a, b) for a, b in itertools.pairwise(self._points)]
        self._marks = [0.0, *itertools.accumulate(steps)]
        self.walked = 0.0

    @property
    def length(self) -> float:
        """From the first point to the last."""
        return self._marks[-1]

    @property
    def rest(self) -> float:
        """Metres still ahead."""
        return self.length - self.walked

    def advance(self, metres: float) -> None:
        """Walk on, at most to the end."""
        self.walked = min(self.length, self.walked + metres)

    def at(self, along: float) -> Point:
        """The point so many metres from the start; the ends beyond either end."""
        along = min(max(along, 0.0), self.length)
        index = min(bisect.bisect_right(self._marks, along), len(self._points) - 1)
        low, high = self._marks[max(index - 1, 0)], self._marks[index]
        share = (along - low) / (high - low) if high > low else 0.0
        (ax, ay), (bx, by) = self._points[max(index - 1, 0)], self._points[index]
        return (ax + (bx - ax) * share, ay + (by - ay) * share)

    def ahead(self) -> list[Point]:
        """The polyline from here to the end."""
        later = bisect.bisect_right(self._marks, self.walked)
        return [self.at(self.walked), *self._points[later:]]
