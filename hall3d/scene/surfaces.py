"""What the hall is made of, seen close: terrazzo slabs, oak, limestone and woven cloth.

Each is height x width x 3, linear in display values, red first, and repeats without a seam.
"""

from collections.abc import Callable

import numpy as np

from hall3d.scene.mesh import Array
from hall3d.scene.noise import chips, noise


def floor() -> Array:
    """Terrazzo in slabs of 1.2 by 0.6 m laid in half bond: each slab cut from another block, with
    grains of three tones and a fine dark joint between."""
    size, across, up = 1024, 4, 8
    slab, row = size // across, size // up
    rng = np.random.default_rng(14)
    lines = np.arange(size) // row
    shift = (lines % 2) * slab // 2
    columns = ((np.arange(size)[None] + shift[:, None]) // slab) % across
    tone = rng.normal(0, 1, (up, across))[lines[:, None], columns]
    picture = _terrazzo(size) * (1 + 0.022 * tone)[..., None]
    along = (np.arange(size)[None] + shift[:, None]) % slab
    joint = (along < 2) | (np.arange(size)[:, None] % row < 2)
    return np.asarray(np.where(joint[..., None], picture * 0.72, picture))


def _terrazzo(size: int) -> Array:
    cloud = noise(size, {4: 0.5, 9: 0.35, 23: 0.25}, 11)
    grain = noise(size, {512: 1.0}, 13)
    picture = np.ones((size, size, 3)) * (0.9 * (1 + 0.012 * cloud + 0.008 * grain))[..., None]
    for count, radius, seed, strength, warmth in (
        (9000, 1.5, 15, 0.075, 0.012),
        (2600, 2.8, 16, 0.065, 0.02),
        (500, 4.2, 17, 0.06, 0.03),
    ):
        cover, tone = chips(size, count, radius, seed)
        shade = cover * tone * strength
        hue = (cover * np.sin(9 * tone) * warmth)[..., None] * np.array([1.0, 0.1, -1.0])
        picture = picture * (1 + shade[..., None] + hue)
    return np.asarray(picture * np.array([1.0, 0.994, 0.98]))


def wood() -> Array:
    """Oak veneer in leaves of 0.2 m, its grain running up."""
    size, leaves = 512, 6
    rng = np.random.default_rng(20)
    x = np.arange(size) * leaves / size
    leaf = x.astype(int) % leaves
    wander = noise(size, {6: 0.7, 13: 0.3}, 21, stretch=6)
    rings = np.sin((x * 9 + rng.uniform(0, 9, leaves)[leaf])[None] + 2.2 * wander)
    pores = np.clip(noise(size, {256: 0.7, 512: 0.5}, 22, stretch=24) - 0.35, 0, 2)
    fine = noise(size, {128: 0.6, 256: 0.4}, 23, stretch=20)
    shade = 0.88 * (1 + 0.03 * rings * np.abs(wander) + 0.03 * fine - 0.055 * pores)
    tones = (1 + 0.035 * rng.normal(0, 1, leaves))[leaf]
    edge = np.abs(x - np.round(x)) < 0.5 * leaves / size
    shade = shade * tones[None] * np.where(edge, 0.9, 1.0)[None]
    hue = 0.3 * (tones - 1)[None] + 0.012 * wander
    return np.asarray(shade[..., None] * (1 + hue[..., None] * np.array([0.2, 0, -0.7])))


def slats() -> Array:
    """Upright oak slats with rounded edges over dark felt, sixteen to a repeat."""
    size, count = 512, 16
    across = (np.arange(size) * count / size) % 1.0
    board = np.clip(np.minimum(across - 0.14, 0.86 - across) / 0.09, 0, 1) ** 0.7
    lit = 0.47 + 0.53 * board * (0.92 + 0.08 * np.clip((0.86 - across) / 0.72, 0, 1))
    rng = np.random.default_rng(24)
    tones = np.repeat(1 + 0.05 * rng.normal(0, 1, count), size // count)
    grain = 1 + 0.05 * noise(size, {256: 0.7, 512: 0.4}, 25, stretch=32)
    shade = 0.95 * lit[None] * tones[None] * grain
    return np.asarray(shade[..., None] * np.array([1.0, 0.985, 0.96]))


def stone() -> Array:
    """Limestone with soft beds and a few pores."""
    size = 256
    cloud = noise(size, {3: 0.5, 7: 0.4, 17: 0.3}, 31)
    bed = noise(size, {48: 0.6, 16: 0.5}, 33, stretch=1)
    grain = noise(size, {128: 1.0}, 32)
    shade = 0.95 * (1 + 0.012 * cloud + 0.007 * grain + 0.006 * bed)
    return np.asarray(shade[..., None] * (1 + 0.006 * cloud[..., None] * np.array([1, 0, -1.2])))


def textile() -> Array:
    """Woven wool: two crossing threads with a melange of tones."""
    size = 256
    j, i = np.mgrid[:size, :size]
    over = ((i // 4 + j // 4) % 2).astype(float)
    thread = 0.5 + 0.5 * np.cos((np.where(over > 0, i, j) % 4 - 1.5) * 0.9)
    melange = noise(size, {128: 0.8, 64: 0.5, 256: 0.6}, 51)
    shade = 0.82 * (1 + 0.06 * melange) * (0.86 + 0.14 * thread)
    return np.asarray(shade[..., None] * np.ones(3))


MAKERS: dict[str, Callable[[], Array]] = {
    "wood": wood,
    "stone": stone,
    "floor": floor,
    "slats": slats,
    "textile": textile,
}
"""By material."""
