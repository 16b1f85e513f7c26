"""A sheet of leaves: sprays that are cut out of small cards, four kinds side by side."""

import numpy as np
from numpy.typing import NDArray

from hall3d.scene.mesh import Array

SPRAYS = 4
"""Kinds on the sheet: 0 a leafy twig, 1 a fern's frond, 2 a broad leaf, 3 a bunch of blossoms."""
_CELL = 256


def spray(kind: int) -> tuple[float, float, float, float]:
    """Where a kind lies on the sheet: u0, v0, u1, v1; its stem starts at the lower middle."""
    return kind / SPRAYS, 0.0, (kind + 1) / SPRAYS, 1.0


def sheet() -> Array:
    """All sprays: height x width x 4, red first, display values 0..1 and coverage."""
    return np.concatenate([_twig(), _frond(), _broad(), _blossoms()], 1)


def _empty(colour: tuple[float, float, float]) -> Array:
    cell = np.zeros((_CELL, _CELL, 4))
    cell[..., :3] = colour
    return cell


def _twig() -> Array:
    cell, rng = _empty((0.36, 0.47, 0.25)), np.random.default_rng(61)
    _stroke(cell, (0.5, 0.0), (0.5, 0.9), 0.012, (0.42, 0.34, 0.22))
    for k in range(6):
        up, side = 0.14 + 0.1 * k, -1 if k % 2 else 1
        tip = (0.5 + side * (0.34 - 0.3 * up), up + 0.2)
        _stroke(cell, (0.5, up), tip, 0.007, (0.42, 0.36, 0.22))
        for share in (0.35, 0.6, 0.85, 1.0):
            foot = (0.5 + share * (tip[0] - 0.5), up + share * 0.2)
            angle = np.radians(90 - side * rng.uniform(-25, 95))
            _leaf(cell, rng, foot, angle, rng.uniform(0.14, 0.21), 0.42)
    for i in range(18):
        up, side = 0.12 + 0.72 * i / 18, -1 if i % 2 else 1
        angle = np.radians(90 - side * rng.uniform(28, 74))
        _leaf(cell, rng, (0.5, up), angle, rng.uniform(0.17, 0.24), 0.4)
    _leaf(cell, rng, (0.5, 0.8), np.pi / 2, 0.19, 0.36)
    return cell


def _frond() -> Array:
    cell, rng = _empty((0.34, 0.48, 0.22)), np.random.default_rng(62)
    _stroke(cell, (0.5, 0.0), (0.5, 0.97), 0.009, (0.42, 0.5, 0.25))
    for i in range(54):
        up = 0.06 + 0.9 * (i // 2) / 27
        side = -1 if i % 2 else 1
        angle = np.radians(90 - side * (62 - 22 * up + rng.uniform(-4, 4)))
        length = 0.46 * np.sin(np.pi * (0.12 + 0.86 * up)) ** 0.7
        _leaf(cell, rng, (0.5, up), angle, length, 0.13)
    return cell


def _broad() -> Array:
    cell, rng = _empty((0.33, 0.45, 0.24)), np.random.default_rng(63)
    _leaf(cell, rng, (0.5, 0.04), np.pi / 2, 0.94, 0.46, veins=9)
    return cell


def _blossoms() -> Array:
    cell, rng = _twig(), np.random.default_rng(64)
    for _ in range(22):
        centre = rng.uniform((0.2, 0.35), (0.8, 0.93))
        tone = np.array([0.96, 0.9, 0.84]) * rng.uniform(0.85, 1.0)
        for k in range(5):
            angle = 2 * np.pi * k / 5 + rng.uniform(0, 1)
            petal = centre + 0.022 * np.array([np.cos(angle), np.sin(angle)])
            _dot(cell, petal, 0.024, tone)
        _dot(cell, centre, 0.011, np.array([0.85, 0.66, 0.3]))
    return cell


def _leaf(
    cell: Array,
    rng: np.random.Generator,
    foot: tuple[float, float],
    angle: float,
    length: float,
    wide: float,
    veins: int = 0,
) -> None:
    """One leaf: foot in shares of the cell (x right, y up), wide as a share of its length."""
    along, aside = _beside(foot, angle)
    t = along / length
    half = 0.5 * wide * length * np.sin(np.pi * np.clip(t, 0, 1) ** 0.85) ** 0.8
    inside = (t > 0) & (t < 1) & (np.abs(aside) < half)
    share = aside / np.maximum(half, 1e-6)
    tone = rng.uniform(0.78, 1.16)
    shade = tone * (0.82 + 0.26 * t) * (1 - 0.16 * (share > 0)) * (1 - 0.12 * share**2)
    shade = np.where(np.abs(aside) < 0.006, shade * 1.22, shade)
    if veins:
        shade = shade * (1 + 0.07 * (np.sin(2 * np.pi * veins * (t - 0.22 * np.abs(share))) > 0.93))
    green = np.array([0.42, 0.55, 0.28]) * (1 + rng.uniform(-0.1, 0.1) * np.array([1.4, 0, -1]))
    _put(cell, inside, shade[..., None] * green)


def _beside(foot: tuple[float, float], angle: float) -> tuple[Array, Array]:
    """Each pixel's place along and beside a line from `foot`."""
    rows, columns = np.mgrid[:_CELL, :_CELL]
    x, y = (columns + 0.5) / _CELL - foot[0], 1 - (rows + 0.5) / _CELL - foot[1]
    return x * np.cos(angle) + y * np.sin(angle), -x * np.sin(angle) + y * np.cos(angle)


def _stroke(
    cell: Array,
    start: tuple[float, float],
    end: tuple[float, float],
    wide: float,
    colour: tuple[float, float, float],
) -> None:
    way = np.subtract(end, start)
    along, aside = _beside(start, float(np.arctan2(way[1], way[0])))
    inside = (along > 0) & (along < np.hypot(*way)) & (np.abs(aside) < wide)
    _put(cell, inside, np.broadcast_to(np.array(colour), cell[..., :3].shape))


def _dot(cell: Array, centre: Array, radius: float, colour: Array) -> None:
    along, aside = _beside((float(centre[0]), float(centre[1])), 0.0)
    far = np.hypot(along, aside) / radius
    _put(cell, far < 1, colour * (1.05 - 0.25 * far)[..., None])


def _put(cell: Array, inside: NDArray[np.bool_], colour: Array) -> None:
    cell[inside, :3] = np.broadcast_to(colour, cell[..., :3].shape)[inside]
    cell[inside, 3] = 1.0
