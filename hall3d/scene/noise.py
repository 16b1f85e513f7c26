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
    half = radius * rng.lognormal(0, 0.3, count)
    middles, tones = rng.uniform(0, size, (2, count)), rng.uniform(-1, 1, count)
    turn, flat = rng.uniform(0, np.pi, (2, count, 1, 1))
    cover, tone = np.zeros(size * size), np.zeros(size * size)
    reaches = (half * 1.6).astype(int) + 2
    for reach in np.unique(reaches):
        own = np.nonzero(reaches == reach)[0]
        j, i = np.mgrid[-reach : reach + 1, -reach : reach + 1]
        c, s = np.cos(turn[own]), np.sin(turn[own])
        u, v = (i * c + j * s) * (0.75 + 0.5 * np.sin(flat[own])), j * c - i * s
        away = np.cbrt(np.abs(u) ** 3 + np.abs(v) ** 3)
        inside = np.clip(half[own, None, None] - away + 0.5, 0, 1)
        x, y = middles[:, own, None, None].astype(int)
        at = (y + j) % size * size + (x + i) % size
        np.maximum.at(cover, at, inside)
        most = (inside > 0) & (inside == cover[at])
        tone[at[most]] = np.broadcast_to(tones[own, None, None], at.shape)[most]
    return cover.reshape(size, size), tone.reshape(size, size)
