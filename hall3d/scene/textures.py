"""Tiling textures made by numpy: stone floor, oak, plaster, and the view from the windows.

Each is height x width x 3 bytes, blue first; a texture multiplies the baked light.
"""

import numpy as np
from numpy.typing import NDArray

from hall3d.scene.mesh import Array

Picture = NDArray[np.uint8]
METRES = {"wood": 1.2, "stone": 2.4, "floor": 4.8, "sky": 4.8, "slats": 0.96}
"""How many metres one repeat covers."""


def texture(material: str) -> Picture:
    """The texture of a material that has one: wood, stone, floor, sky or slats."""
    made = {"wood": _wood, "stone": _stone, "floor": _floor, "sky": _sky, "slats": _slats}[
        material
    ]()
    return np.ascontiguousarray((np.clip(made[..., ::-1], 0, 1) * 255 + 0.5).astype(np.uint8))


def mean_shade(picture: Picture) -> Array:
    """What a texture multiplies colours by on average, red first."""
    return np.asarray(picture.reshape(-1, 3).mean(0)[::-1] / 255)


def noise(size: int, scales: dict[int, float], seed: int, stretch: int = 1) -> Array:
    """Seamless noise about 0: a sum of octaves, `scales` maps cells a side to their weight."""
    rng = np.random.default_rng(seed)
    total = np.zeros((size, size))
    for cells, weight in scales.items():
        coarse = rng.normal(0, 1, (max(1, cells // stretch), cells))
        total += weight * _stretched(_stretched(coarse, size, 0), size, 1)
    return total


def _stretched(values: Array, size: int, axis: int) -> Array:
    """Cyclic smooth interpolation of one axis to `size` samples."""
    count = values.shape[axis]
    at = np.arange(size) * count / size
    low = np.floor(at).astype(int)
    share = at - low
    share = share * share * (3 - 2 * share)
    shape = (-1, 1) if axis == 0 else (1, -1)
    share = share.reshape(shape)
    first = np.take(values, low % count, axis)
    return np.asarray(first * (1 - share) + np.take(values, (low + 1) % count, axis) * share)


def _floor() -> Array:
    """Stone slabs of 1.2 m with faint veins and thin joints, laid in a staggered bond."""
    size, across = 1024, 4
    slab = size // across
    cloud = noise(size, {4: 0.5, 9: 0.35, 23: 0.25, 60: 0.12}, 11)
    vein = np.exp(-((noise(size, {3: 1.0, 8: 0.5, 19: 0.25}, 12) / 0.05) ** 2))
    grain = noise(size, {256: 1.0}, 13)
    rng = np.random.default_rng(14)
    tone = 1 + 0.018 * np.kron(rng.normal(0, 1, (across, across)), np.ones((slab, slab)))
    shade = 0.93 * tone * (1 + 0.018 * cloud + 0.006 * grain - 0.03 * vein)
    warm = np.array([1.0, 0.992, 0.975])
    picture: Array = shade[..., None] * (warm + 0.006 * cloud[..., None] * np.array([1, 0, -1]))
    for i in range(across):
        picture[i * slab : i * slab + 2] *= 0.84
        picture[:, i * slab : i * slab + 2] *= 0.84
    return picture


def _wood() -> Array:
    """Oak with its grain running up."""
    size = 256
    fine = noise(size, {96: 0.6, 128: 0.4}, 21, stretch=24)
    broad = noise(size, {8: 0.6, 21: 0.4}, 22, stretch=7)
    shade = 0.9 * (1 + 0.05 * fine + 0.06 * broad)
    return np.asarray(shade[..., None] * (1 + 0.03 * broad[..., None] * np.array([0.4, 0, -0.6])))


def _slats() -> Array:
    """Upright oak slats with rounded edges over a dark ground, eight to a repeat."""
    size, count = 512, 8
    across = (np.arange(size) * count / size) % 1.0
    board = np.clip(np.minimum(across - 0.1, 0.9 - across) / 0.07, 0, 1)
    lit = 0.42 + 0.58 * board * (0.9 + 0.1 * np.clip((0.9 - across) / 0.8, 0, 1))
    rng = np.random.default_rng(24)
    tones = np.repeat(1 + 0.06 * rng.normal(0, 1, count), size // count)
    grain = 1 + 0.07 * noise(size, {128: 0.6, 256: 0.4}, 25, stretch=32)
    shade = 0.9 * lit[None] * tones[None] * grain
    return np.asarray(shade[..., None] * np.array([1.0, 0.985, 0.96]))


def _stone() -> Array:
    """Smooth limestone, just not flat."""
    size = 256
    cloud = noise(size, {3: 0.5, 7: 0.4, 17: 0.3}, 31)
    grain = noise(size, {128: 1.0}, 32)
    return np.asarray((0.95 * (1 + 0.012 * cloud + 0.006 * grain))[..., None] * np.ones(3))


def _sky() -> Array:
    """A hazy bright sky over soft trees; u runs along the window, v up it, once a window."""
    size = 256
    height = np.linspace(1, 0, size)[:, None]
    zenith, horizon = np.array([0.80, 0.89, 0.97]), np.array([0.97, 0.98, 0.985])
    share = np.clip((height - 0.3) / 0.7, 0, 1)[..., None]
    picture = horizon * (1 - share) + zenith * share + np.zeros((size, size, 1))
    clouds = noise(size, {3: 0.6, 7: 0.3, 15: 0.2}, 41, stretch=1)
    picture += (np.clip(clouds, 0, 1) * 0.06 * np.clip((height - 0.35) * 3, 0, 1))[..., None]
    for base, rough, seed, colour in (
        (0.33, 0.035, 42, (0.80, 0.87, 0.87)),
        (0.27, 0.05, 43, (0.68, 0.78, 0.70)),
        (0.17, 0.06, 44, (0.52, 0.66, 0.50)),
    ):
        edge = base + rough * noise(size, {5: 0.6, 11: 0.4, 29: 0.25}, seed)[:1]
        inside = np.clip((edge - height) / 0.02, 0, 1)[..., None]
        leafy = 1 + 0.05 * noise(size, {24: 0.7, 48: 0.5}, seed + 9)[..., None]
        picture = picture * (1 - inside) + np.array(colour) * leafy * inside
    return np.asarray(picture)
