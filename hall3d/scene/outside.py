"""The view from the windows: sky over hazy hills, a town among trees, a lawn and a path before it.

What is far off is painted first; everything takes the colours of the theme's sky and hills.
"""

import numpy as np

from hall3d.scene.mesh import Array
from hall3d.scene.noise import noise
from hall3d.scene.palette import Sky

_HIGH, _WIDE = 512, 1024
"""Pixels; the picture goes on without a seam at its sides."""
_HILLS = ((0.395, 0.035, 42, {4: 0.7, 9: 0.4}), (0.345, 0.03, 43, {6: 0.6, 13: 0.4, 40: 0.12}))
_HOUSES, _CROWNS = 34, 110
_LAWN, _PATH = 0.29, 0.075
"""Shares of the height where the lawn and the path before the house begin."""
_WARM: Array = np.array([1.0, 0.8, 0.52])


def picture(view: Sky) -> Array:
    """u runs along the windows, v up them; height x width x 3, red first."""
    rng = np.random.default_rng(45)
    made = _sky(view)
    for (base, rough, seed, scales), colour in zip(_HILLS, view.hills, strict=False):
        _hill(made, base + rough * _wide(scales, seed)[0], colour, view)
    for _ in range(_HOUSES):
        _house(made, rng, view)
    _ground(made, view)
    for i in range(_CROWNS):
        _tree(made, rng, i / _CROWNS, view)
    if view.lights:
        _lamps(made, rng)
    return made


def _wide(scales: dict[int, float], seed: int) -> Array:
    """Noise over the whole picture."""
    return np.asarray(np.repeat(noise(_HIGH, scales, seed), 2, 1))


def _height() -> Array:
    """The share of the picture's height of each row, n x 1."""
    return np.linspace(1, 0, _HIGH)[:, None]


def _sky(view: Sky) -> Array:
    height = _height()
    share = np.clip((height - 0.32) / 0.68, 0, 1)[..., None] ** 0.75
    made: Array = view.horizon * (1 - share) + view.zenith * share + np.zeros((_HIGH, _WIDE, 1))
    drift = _wide({2: 0.7, 5: 0.4, 11: 0.25, 23: 0.14, 47: 0.08}, 41)
    cloud = np.clip((drift - 0.15) * 1.3, 0, 1) * np.clip((height - 0.42) * 3.5, 0, 1)
    lit = np.minimum(view.horizon * 1.06, 1.0)
    return np.asarray(made + (lit - made) * 0.75 * cloud[..., None])


def _hill(made: Array, edge: Array, colour: Array, view: Sky) -> None:
    """A range of hills below `edge`, paler towards its foot, where haze lies."""
    below = edge[None] - _height()
    inside = np.clip(below / 0.006, 0, 1)[..., None]
    haze = np.clip(below / 0.11, 0, 1)[..., None] * 0.45
    wood = 1 + 0.05 * _wide({48: 0.5, 96: 0.5}, 51)[..., None]
    made += inside * (colour * wood * (1 - haze) + view.horizon * haze - made)


def _house(made: Array, rng: np.random.Generator, view: Sky) -> None:
    """A block of the town in the haze: a sunny side, a shady one, rows of windows."""
    wide, top = int(rng.integers(26, 78)), rng.uniform(0.32, 0.42)
    columns = np.arange(wide) + int(rng.integers(0, _WIDE))
    first, last = int((1 - top) * _HIGH), int((1 - _LAWN) * _HIGH)
    rows, across = np.mgrid[: last - first, :wide]
    tone = rng.uniform(0.86, 1.0) * np.array([1.04, 1.0, 0.95])
    body = np.ones((*rows.shape, 1)) * (0.55 * view.horizon + 0.45 * view.hills[0]) * tone
    body[:, int(wide * 0.7) :] *= 0.88
    panes = (rows % 9 > 3) & (across % 8 > 3) & (rows > 4)
    body[panes] *= 0.9
    if view.lights:
        awake = rng.uniform(size=(rows.max() // 9 + 1, wide // 8 + 1)) < 0.3
        body[panes & awake[rows // 9, across // 8]] = _WARM * rng.uniform(0.62, 0.85)
    made[first:last, columns % _WIDE] = 0.86 * body + 0.14 * view.horizon


def _tree(made: Array, rng: np.random.Generator, depth: float, view: Sky) -> None:
    """A round tree, lit from the upper left; depth: 0 far off in the haze, 1 on the lawn."""
    half = (0.022 + 0.055 * depth**1.6) * rng.uniform(0.75, 1.3) * _HIGH
    x, foot = int(rng.uniform(0, _WIDE)), (1 - _LAWN + 0.005 + 0.1 * depth**2) * _HIGH
    reach = int(half * 1.5)
    j, i = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    leaves = _leafy(rng, 2 * reach + 1, max(2, round(half / 5)))
    far = np.hypot(i, j * rng.uniform(0.85, 1.15)) / half + 0.09 * leaves
    light = 0.92 - 0.26 * (0.5 * i + 0.87 * j) / half - 0.17 * leaves
    light *= 1 + 0.09 * _leafy(rng, 2 * reach + 1, 1)
    tone = view.hills[-1] * rng.uniform(0.78, 1.02)
    tone = tone * (1 + rng.uniform(-0.03, 0.05) * np.array([1.5, 0, -1]))
    haze = 0.42 * (1 - depth) ** 1.5
    body = tone * np.clip(light, 0.45, 1.35)[..., None] * (1 - haze) + view.horizon * haze
    middle = int(foot - half * 1.1)
    trunk = max(1, int(0.09 * half))
    bark = tone * np.array([0.78, 0.6, 0.56]) * (1 - haze) + view.horizon * haze
    made[middle : int(foot), (x + np.arange(-trunk, trunk)) % _WIDE] = bark
    shade = np.clip(1 - np.hypot(i / (1.1 * half), j / (0.16 * half)), 0, 1)
    _lay(made, int(foot), x, 0.5 * shade, tone * np.array([0.62, 0.66, 0.6])[None, None])
    _lay(made, middle, x, np.clip((1 - far) * half / 2.5, 0, 1), body)


def _leafy(rng: np.random.Generator, size: int, grain: int) -> Array:
    """Lumps of about `grain` pixels, about 0."""
    lumps = rng.normal(0, 1, (size // grain + 2, size // grain + 2))
    fine = np.repeat(np.repeat(lumps, grain, 0), grain, 1)[:size, :size]
    for axis in (0, 1) * grain:
        fine = 0.5 * fine + 0.25 * (np.roll(fine, 1, axis) + np.roll(fine, -1, axis))
    return np.asarray(fine / max(float(fine.std()), 1e-9))


def _lay(made: Array, y: int, x: int, cover: Array, body: Array) -> None:
    """Paint a square patch about a pixel, as far as `cover` (0..1) says."""
    reach = cover.shape[0] // 2
    rows = y + np.arange(-reach, reach + 1)
    kept = (rows >= 0) & (rows < _HIGH)
    at = np.ix_(rows[kept], (x + np.arange(-reach, reach + 1)) % _WIDE)
    shown = np.broadcast_to(body, (*cover.shape, 3))[kept]
    made[at] += cover[kept][..., None] * (np.clip(shown, 0, 1) - made[at])


def _ground(made: Array, view: Sky) -> None:
    """A lawn that pales towards the town, and a paved path along the house."""
    height, colour = _height(), view.hills[-1]
    grain = _wide({128: 0.6, 256: 0.5}, 52)[..., None]
    mown = _wide({3: 0.6, 7: 0.4}, 53)[..., None]
    lawn = np.clip(colour * (1.08 + 0.04 * grain + 0.05 * mown) * [1.0, 1.03, 0.88], 0, 1)
    away = np.clip((height - _PATH) / (_LAWN - _PATH), 0, 1)[..., None] ** 1.6
    lawn = lawn * (1 - 0.4 * away) + 0.4 * away * view.horizon
    made += np.clip((_LAWN - height) / 0.008, 0, 1)[..., None] * (lawn - made)
    paved = (0.6 * view.horizon + 0.4 * colour) * [1.01, 1.0, 0.96] * (0.96 + 0.015 * grain)
    made += np.clip((_PATH - height) / 0.004, 0, 1)[..., None] * (paved - made)


def _lamps(made: Array, rng: np.random.Generator) -> None:
    """Street lamps along the path in the dark, each in a glow of its own."""
    reach = np.arange(-40, 41)
    glow = np.exp(-np.hypot(reach[:, None], reach[None]) / 9)
    for x in range(64, _WIDE, 256):
        _lay(made, int((0.77 + rng.uniform(0, 0.02)) * _HIGH), x, 0.8 * glow, _WARM[None, None])
