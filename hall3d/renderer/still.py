"""A still picture without jagged edges: drawn twice as fine each way, by tiles, then averaged."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from hall3d.renderer.screen import Screen

FINENESS = 2
_HALVES = np.uint64(0xFEFEFEFEFEFEFEFE)
_ONE = np.uint64(1)


def still(
    screen: Screen, interrupted: Callable[[], bool] = lambda: False
) -> NDArray[np.uint8] | None:
    """The view without jagged edges; height x width x 4 bytes, top row first.

    Returns None when `interrupted` says so between two tiles. Raises ValueError for a screen that
    cannot be cut into whole tiles.
    """
    height, width = screen.height, screen.width
    if height % FINENESS or width % FINENESS:
        raise ValueError(f"{width} x {height} pixels cannot be cut into {FINENESS} equal parts")
    picture = np.empty((height, width, 4), np.uint8)
    high, wide = height // FINENESS, width // FINENESS
    screen.refine(True)
    try:
        for row in range(FINENESS):
            for column in range(FINENESS):
                if interrupted():
                    return None
                screen.aim(FINENESS, FINENESS, column, row)
                part = picture[row * high : (row + 1) * high, column * wide : (column + 1) * wide]
                part[:] = halved(screen.render())
    finally:
        screen.refine(False)
        screen.aim(1, 1, 0, 0)
    return picture


def halved(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A picture (height x width x 4 bytes) half as large each way, by averaging two by two.

    Both sides must be even. Eight bytes are averaged at a time: a + b = 2 (a & b) + (a ^ b).
    Rows round down and columns up, so that the picture becomes no darker.
    """
    height, width, _ = pixels.shape
    rows = np.ascontiguousarray(pixels).reshape(height, width * 4).view(np.uint64)
    above, below = rows[0::2], rows[1::2]
    lines = (above & below) + (((above ^ below) & _HALVES) >> _ONE)
    pairs = lines.view(np.uint32).reshape(height // 2, width)
    left, right = pairs[:, 0::2], pairs[:, 1::2]
    half = np.uint32(int(_HALVES) & 0xFFFFFFFF)
    mean = (left | right) - (((left ^ right) & half) >> np.uint32(1))
    return np.ascontiguousarray(mean).view(np.uint8).reshape(height // 2, width // 2, 4)
