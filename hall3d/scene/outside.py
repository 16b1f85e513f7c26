"""The view from the windows: a hazy sky over soft hills with trees, by day and in the evening."""

import numpy as np

from hall3d.scene.mesh import Array
from hall3d.scene.noise import noise
from hall3d.scene.palette import Sky

_SIZE = 512
_RANGES = ((0.33, 0.03, 42, {4: 0.7, 9: 0.4}), (0.26, 0.035, 43, {6: 0.6, 13: 0.4, 40: 0.12}))
_TREES = (0.19, 0.035, 44, {7: 0.6, 19: 0.5, 53: 0.4, 96: 0.3})


def picture(view: Sky) -> Array:
    """u runs along the window, v up it, once a window; height x width x 3, red first."""
    height = np.linspace(1, 0, _SIZE)[:, None]
    share = np.clip((height - 0.28) / 0.72, 0, 1)[..., None] ** 0.8
    made: Array = view.horizon * (1 - share) + view.zenith * share + np.zeros((_SIZE, _SIZE, 1))
    clouds = np.clip(noise(_SIZE, {3: 0.6, 7: 0.3, 15: 0.2, 31: 0.1}, 41), 0, 1)
    high = np.clip((height - 0.35) * 3, 0, 1)
    made += ((1 - made) * 0.45 * (clouds * high)[..., None]) * view.horizon
    for (base, rough, seed, scales), colour in zip((*_RANGES, _TREES), view.hills, strict=True):
        edge = base + rough * noise(_SIZE, scales, seed)[:1]
        inside = np.clip((edge - height) / 0.015, 0, 1)[..., None]
        near = (seed - 41) ** 2 / 9
        leafy = 1 + 0.11 * near * noise(_SIZE, {24: 0.5, 48: 0.6, 96: 0.5}, seed + 9)[..., None]
        mist = np.clip((edge - height) / 0.16, 0, 1)[..., None]
        body = colour * leafy * (0.82 + 0.18 * mist) + view.horizon * 0.1 * (1 - mist)
        made = made * (1 - inside) + body * inside
    if view.lights:
        _light_up(made)
    return made


def _light_up(made: Array) -> None:
    """Windows and lamps of a town in the dark."""
    rng = np.random.default_rng(45)
    for _ in range(110):
        row, column = int(_SIZE * rng.uniform(0.7, 0.97)), int(rng.integers(0, _SIZE - 3))
        warm = np.array([1.0, rng.uniform(0.72, 0.86), rng.uniform(0.4, 0.62)])
        made[row : row + 2, column : column + int(rng.integers(1, 3))] = warm * rng.uniform(0.5, 1)
