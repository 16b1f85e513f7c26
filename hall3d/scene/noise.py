"""Seamless noise for textures."""

import numpy as np

from hall3d.scene.mesh import Array


def noise(size: int, scales: dict[int, float], seed: int, stretch: int = 1) -> Array:
    """Seamless noise about 0: a sum of octaves, `scales` maps cells a side to their weight.

    `stretch` draws the cells out upwards, as wood's grain runs.
    """
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
    share = share.reshape((-1, 1) if axis == 0 else (1, -1))
    first = np.take(values, low % count, axis)
    return np.asarray(first * (1 - share) + np.take(values, (low + 1) % count, axis) * share)


def chips(size: int, count: int, radius: float, seed: int) -> tuple[Array, Array]:
    """Angular grains strewn over a seamless square: how much of each pixel one covers (0..1) and
    a random tone a grain (-1..1); radius: the mean one in pixels."""
    rng = np.random.default_rng(seed)
    cover, tone = np.zeros((size, size)), np.zeros((size, size))
    for _ in range(count):
        half = radius * rng.lognormal(0, 0.3)
        x, y, turn, flat = rng.uniform(0, size), rng.uniform(0, size), *rng.uniform(0, np.pi, 2)
        reach = int(half * 1.6) + 2
        j, i = np.mgrid[-reach : reach + 1, -reach : reach + 1]
        u = (i * np.cos(turn) + j * np.sin(turn)) * (0.75 + 0.5 * np.sin(flat))
        v = -i * np.sin(turn) + j * np.cos(turn)
        inside = np.clip(half - (np.abs(u) ** 3 + np.abs(v) ** 3 + 1e-9) ** (1 / 3) + 0.5, 0, 1)
        at = np.ix_((int(y) + j[:, 0]) % size, (int(x) + i[0]) % size)
        tone[at] = np.where(inside > cover[at], rng.uniform(-1, 1), tone[at])
        cover[at] = np.maximum(cover[at], inside)
    return cover, tone
