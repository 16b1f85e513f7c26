"""A still picture without jagged edges: drawn several times finer, tile by tile, then averaged."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from hall3d.renderer.screen import Screen


def still(
    screen: Screen, fineness: int, interrupted: Callable[[], bool] = lambda: False
) -> NDArray[np.uint8] | None:
    """The view drawn `fineness` times finer each way; height x width x 4 bytes, top row first.

    Returns None when `interrupted` says so between two tiles. Raises ValueError for a screen that
    cannot be cut into whole tiles.
    """
    height, width = screen.height, screen.width
    if height % fineness or width % fineness:
        raise ValueError(f"{width} x {height} pixels cannot be cut into {fineness} equal parts")
    picture = np.empty((height, width, 4), np.uint8)
    rows, columns = _cuts(height, fineness), _cuts(width, fineness)
    try:
        for row in range(fineness):
            for column in range(fineness):
                if interrupted():
                    return None
                screen.aim(fineness, fineness, column, row)
                tile = averaged(screen.render(), fineness)
                top, left = rows[row], columns[column]
                part = picture[top : rows[row + 1], left : columns[column + 1]]
                part[:] = tile[: part.shape[0], : part.shape[1]]
    finally:
        screen.aim(1, 1, 0, 0)
    return picture


def averaged(pixels: NDArray[np.uint8], times: int) -> NDArray[np.uint8]:
    """A picture made `times` smaller each way by averaging; odd rows and columns are dropped."""
    height, width = pixels.shape[0] // times, pixels.shape[1] // times
    kept = pixels[: height * times, : width * times]
    total = np.zeros((height, width, 4), np.uint16)
    for y in range(times):
        for x in range(times):
            total += kept[y::times, x::times]
    total += np.uint16(times * times // 2)
    return np.asarray(total // np.uint16(times * times), np.uint8)


def _cuts(length: int, count: int) -> list[int]:
    return [length * i // count for i in range(count + 1)]
