"""The sun through the windows: which points it reaches, and the bright shapes it lays on the floor.

Surfaces take it with the rest of the baked light. The floor shows it as sheets of their own, one a
window, because its edges are far finer than the floor's vertices.
"""

import numpy as np
from numpy.typing import NDArray

from hall3d.plan.model import THICKNESS
from hall3d.scene.mesh import Array, Arrays, unit
from hall3d.scene.voxels import Voxels

HALF, SPRING, SILL = 1.4, 3.05, 0.57
"""Metres of every window: half its width, where its arch springs, where its glass begins."""
_GLASS = 0.4
"""How deep in the wall the glass stands."""
_ALONG, _DOWN = 0.34, 0.62
"""How far the sun's rays run along the wall, and down, for each metre they run into the hall."""
_BARS = ((-0.47, 0.47), (1.32, 2.18, SPRING))
_WIDTH, _HEIGHT = 128, 256
_STRONGEST = 0.8
"""How much of the floor's own colour the brightest sun hides."""


def towards() -> Array:
    """The unit vector to the sun in a window's own frame: x along the wall, y out of the hall."""
    return unit(np.array([-_ALONG, 1.0, _DOWN]))


def reached(points: Array, windows: Array, voxels: Voxels) -> Array:
    """How much sun each point (n x 3) sees, 0..1; windows: w x 3, x, y and turn."""
    total = np.zeros(len(points))
    for window in windows:
        x, z, far = _through(points, window)
        total += _open(x, z) * _free(points, far, window, voxels, (x, z))
    return np.minimum(total, 1.0)


def directions(windows: Array) -> Array:
    """The way to the sun behind each window, in the hall (w x 3)."""
    return np.array([_turned(towards()[None], turn)[0] for _, _, turn in windows]).reshape(-1, 3)


def sheet_corners() -> Array:
    """The parallelogram on the floor below one window, in its frame; counter-clockwise from the
    picture's lower left, seen from above."""
    top = SPRING + HALF
    return np.array(
        [_landing(x, z) for x, z in ((-HALF, SILL), (-HALF, top), (HALF, top), (HALF, SILL))]
    )


def _landing(x: float, z: float) -> tuple[float, float, float]:
    run = z / _DOWN
    return x + _ALONG * run, _GLASS - run, 0.0


def picture(mesh: Arrays, voxels: Voxels) -> NDArray[np.uint8]:
    """What the sheets show, one window beside the other: height x width x 4 bytes, blue first."""
    count = len(mesh.windows)
    wide = 1 << max(0, count * _WIDTH - 1).bit_length()
    made = np.zeros((_HEIGHT, wide, 4), np.uint8)
    made[..., :3] = (214, 240, 255)
    for index, window in enumerate(mesh.windows):
        made[:, index * _WIDTH : (index + 1) * _WIDTH, 3] = _alpha(window, voxels)
    return made


def share_of(index: int, count: int) -> tuple[float, float]:
    """Where in the picture's width a window lies: from, to."""
    wide = 1 << max(0, count * _WIDTH - 1).bit_length()
    return index * _WIDTH / wide, (index + 1) * _WIDTH / wide


def _alpha(window: Array, voxels: Voxels) -> NDArray[np.uint8]:
    x, z = np.meshgrid(np.linspace(-HALF, HALF, _WIDTH), np.linspace(SPRING + HALF, SILL, _HEIGHT))
    run = z / _DOWN
    local = np.stack([x + _ALONG * run, _GLASS - run, np.full_like(x, 0.01)], -1).reshape(-1, 3)
    points = _turned(local, window[2]) + np.array([window[0], window[1], 0.0])
    free = _free(points, run.ravel() * np.linalg.norm([1, _ALONG, _DOWN]), window, voxels, None)
    light = (_open(x.ravel(), z.ravel()) * free).reshape(_HEIGHT, _WIDTH)
    light = _softened(light) * (0.75 + 0.25 * (z - SILL) / (SPRING + HALF - SILL))
    light[:, [0, -1]] = light[[0, -1]] = 0.0
    return np.asarray(light * _STRONGEST * 255, np.uint8)


def _through(points: Array, window: Array) -> tuple[Array, Array, Array]:
    """Where each point's ray to the sun crosses the glass (x, z), and how far that is."""
    local = _turned(points - [window[0], window[1], 0.0], -window[2])
    run = _GLASS - local[:, 1]
    ahead = run > 0.02
    x = np.where(ahead, local[:, 0] - _ALONG * run, 99.0)
    return x, local[:, 2] + _DOWN * run, run * float(np.linalg.norm([1, _ALONG, _DOWN]))


def _open(x: Array, z: Array) -> Array:
    """Whether the window lets light through at (x, z): within its arch and beside its bars."""
    inside = (np.abs(x) < HALF) & (z > SILL)
    inside &= (z < SPRING) | (np.hypot(x, z - SPRING) < HALF)
    barred = np.zeros(x.shape, bool)
    uprights, rails = _BARS
    for bar in uprights:
        barred |= (np.abs(x - bar) < 0.03) & (z < SPRING)
    for rail in rails:
        barred |= np.abs(z - rail) < 0.035
    spoke = np.hypot(x, z - SPRING)
    angle = np.arctan2(z - SPRING, x) / (np.pi / 6)
    ray = np.abs(angle - np.round(angle)) * spoke * np.pi / 6 < 0.0225
    barred |= (z > SPRING) & ((ray & (spoke > 0.5)) | (np.abs(spoke - 0.525) < 0.025))
    return np.asarray(inside & ~barred, float)


def _free(
    points: Array,
    far: Array,
    window: Array,
    voxels: Voxels,
    crossing: tuple[Array, Array] | None,
) -> Array:
    """Whether nothing stands between each point and the wall the window is in."""
    way = _turned(towards()[None], window[2])[0]
    wanted = np.ones(len(points), bool)
    if crossing is not None:
        wanted = (np.abs(crossing[0]) < HALF) & (crossing[1] > SILL) & (crossing[1] < SPRING + HALF)
    seen = np.zeros(len(points))
    some = np.nonzero(wanted)[0]
    start = (points[some] + way * 0.2).astype(np.float32)
    reach = np.maximum(far[some] - 0.2 - 1.3 * THICKNESS, 0.0)
    met, _ = voxels.march(start, np.broadcast_to(way.astype(np.float32), start.shape), reach)
    seen[some] = met < 0
    return seen


def _softened(light: Array) -> Array:
    """A little penumbra."""
    for axis in (0, 1, 0, 1):
        light = 0.5 * light + 0.25 * (np.roll(light, 1, axis) + np.roll(light, -1, axis))
    return light


def _turned(points: Array, turn: float) -> Array:
    c, s = np.cos(turn), np.sin(turn)
    x, y = points[:, 0], points[:, 1]
    return np.stack([c * x - s * y, s * x + c * y, points[:, 2]], 1)
