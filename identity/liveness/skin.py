"""The mean colour of a face's skin and of what is around the head."""

import numpy as np
from numpy.typing import NDArray

from identity.pictures import Image

_PATCHES = ((0.0, -0.95), (-0.48, 0.42), (0.48, 0.42))
"""Forehead and cheeks, in eye distances from between the eyes."""

_RADIUS = 0.2


def skin_and_around(
    image: Image, points: NDArray[np.float32]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Red, green and blue of the skin and of the picture's outer columns, 0..255. points: 5 x 2 as
    Face has them."""
    eyes = points[:2].mean(axis=0)
    across = points[1] - points[0]
    distance = max(float(np.hypot(*across)), 1.0)
    axis = across / distance
    down = np.array([-axis[1], axis[0]])
    half = max(1, round(distance * _RADIUS))
    patches = [_patch(image, eyes + (x * axis + y * down) * distance, half) for x, y in _PATCHES]
    skin = np.mean([patch for patch in patches if patch is not None] or [np.zeros(3)], axis=0)
    edge = image.shape[1] // 10
    sides = image[:, :edge].mean(axis=(0, 1)) + image[:, -edge:].mean(axis=(0, 1))
    return skin[::-1].astype(np.float64), (sides[::-1] / 2).astype(np.float64)


def _patch(image: Image, middle: NDArray[np.float64], half: int) -> NDArray[np.float64] | None:
    x, y = (round(float(v)) for v in middle)
    cut = image[max(0, y - half) : y + half + 1, max(0, x - half) : x + half + 1]
    return None if cut.size == 0 else cut.mean(axis=(0, 1))
