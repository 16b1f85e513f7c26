"""Long ways are not walked whole: their first and last metres are, the middle is leapt."""

import math
from collections.abc import Sequence
from itertools import pairwise

from hall3d.movement.ground import Point

LONG = 45.0
"""Metres from which on a way is leapt."""
FIRST, LAST = 9.0, 12.0
"""Metres that are walked before the leap, and after it."""


def stretches(way: Sequence[Point]) -> tuple[list[Point], list[Point]] | None:
    """The first and the last stretch of a long way; None for a way that is walked whole."""
    length = sum(math.dist(a, b) for a, b in pairwise(way))
    if length < LONG:
        return None
    return _until(way, FIRST), _until(way[::-1], LAST)[::-1]


def _until(way: Sequence[Point], metres: float) -> list[Point]:
    """A way up to so many metres, which it is longer than."""
    kept, left = [way[0]], metres
    for a, b in pairwise(way):
        far = math.dist(a, b)
        if far >= left:
            share = left / far
            return [*kept, (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]))]
        kept.append(b)
        left -= far
    return kept
