"""Tiling textures made by numpy: what the hall is made of, leaves, and the view outside.

Each is height x width x 3 or 4 bytes, blue first; a texture multiplies the baked light.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from hall3d.scene.mesh import Array
from hall3d.scene.palette import Sky

Picture = NDArray[np.uint8]
METRES = {
    "wood": (1.2, 1.2),
    "stone": (2.4, 2.4),
    "floor": (4.8, 4.8),
    "sky": (9.6, 4.8),
    "slats": (1.2, 1.2),
    "textile": (0.32, 0.32),
    "leaves": (1.0, 1.0),
}
"""How many metres one repeat covers, across and upwards."""


LINED = "slats"
"""The texture of upright lines side by side, which flicker sooner than anything else does."""


def texture(material: str, view: Sky) -> Picture:
    """The texture of a material that METRES names; view: what the windows show."""
    from hall3d.scene import outside  # what paints is not needed where a cache holds it all

    return _bytes(outside.picture(view)) if material == "sky" else _made(material)


@cache
def _made(material: str) -> Picture:
    from hall3d.scene import foliage, surfaces

    if material == "leaves":
        return _bytes(foliage.sheet())
    return _bytes(surfaces.MAKERS[material]())


def _bytes(shown: Array) -> Picture:
    order = [2, 1, 0, 3][: shown.shape[2]]
    return np.ascontiguousarray((np.clip(shown[..., order], 0, 1) * 255 + 0.5).astype(np.uint8))


def mean_shade(picture: Picture) -> Array:
    """What a texture multiplies colours by on average where it covers, red first."""
    pixels = picture.reshape(-1, picture.shape[2]).astype(float)
    cover = pixels[:, 3:].sum(1) if pixels.shape[1] == 4 else np.ones(len(pixels))
    return np.asarray(np.average(pixels[:, 2::-1], 0, cover) / 255)
