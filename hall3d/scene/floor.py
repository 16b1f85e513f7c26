"""The floor: terrazzo slabs with a dark band along the walls and rings round the desk."""

import numpy as np

from hall3d.plan.model import Block
from hall3d.scene.mesh import Array, Mesh, Paint, stack
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import add_grid

_STEP = 0.3
"""Metres between samples of the light; what is even is thinned out after the bake."""
_BAND = 0.22
_RINGS = ((1.55, 1.77), (2.45, 2.53))
"""Radii of the dark rings, as shares of the desk's radius."""
_AROUND = 64


def build_floor(
    mesh: Mesh,
    palette: Palette,
    area: Block,
    desk: tuple[float, float, float] | None,
    margin: float = 1.15,
) -> None:
    """The floor of `area`. desk: x, y and radius of what the rings run round; margin: metres from
    the walls to the band."""
    outer, inner = area.grown(-margin), area.grown(-margin - _BAND)
    for ring, finish in (
        (_frame(area, outer), palette.floor),
        (_frame(outer, inner), _dark(palette)),
    ):
        for part in ring:
            _slab(mesh, part, finish)
    if desk is None:
        _slab(mesh, inner, palette.floor)
        return
    reach = _RINGS[1][1] * desk[2]
    square = Block.around("floor", desk[0], desk[1], 2 * reach + 0.6, 2 * reach + 0.6)
    for part in _frame(inner, square):
        _slab(mesh, part, palette.floor)
    _medallion(mesh, palette, desk, square)


def _dark(palette: Palette) -> Paint:
    return palette.floor_dark


def _frame(outer: Block, inner: Block) -> list[Block]:
    """The rectangles between two nested ones."""
    return [
        Block("floor", outer.x0, outer.y0, outer.x1, inner.y0),
        Block("floor", outer.x0, inner.y1, outer.x1, outer.y1),
        Block("floor", outer.x0, inner.y0, inner.x0, inner.y1),
        Block("floor", inner.x1, inner.y0, outer.x1, inner.y1),
    ]


def _slab(mesh: Mesh, part: Block, finish: Paint) -> None:
    columns = max(1, round((part.x1 - part.x0) / _STEP))
    rows = max(1, round((part.y1 - part.y0) / _STEP))
    x, y = np.meshgrid(
        np.linspace(part.x0, part.x1, columns + 1), np.linspace(part.y0, part.y1, rows + 1)
    )
    _lay(mesh, np.stack([x, y], -1), finish, stack(x, y))


def _lay(mesh: Mesh, points: Array, finish: Paint, uvs: Array) -> None:
    level = np.concatenate([points, np.zeros((*points.shape[:2], 1))], -1)
    add_grid(mesh, level, finish, np.broadcast_to([0.0, 0.0, 1.0], level.shape), uvs)


def _medallion(
    mesh: Mesh, palette: Palette, desk: tuple[float, float, float], square: Block
) -> None:
    """Rings round the desk, and what is left between the outermost and the square it lies in."""
    radii = [0.9, *(edge for ring in _RINGS for edge in ring)]
    paints = (palette.floor, palette.floor_dark, palette.floor_warm, palette.floor_dark)
    for inner, outer, finish in zip(radii[:-1], radii[1:], paints, strict=True):
        _ring(mesh, desk, inner, outer, finish)
    angles = np.linspace(0, 2 * np.pi, _AROUND + 1)
    ring = np.stack([np.cos(angles), np.sin(angles)], -1)
    edge = ring / np.abs(ring).max(1, keepdims=True) * (square.x1 - square.x0) / 2
    share = np.linspace(0, 1, 4)[:, None, None]
    points = ring * radii[-1] * desk[2] * (1 - share) + edge * share + np.array(desk[:2])
    _lay(mesh, points, palette.floor, points.reshape(-1, 2))


def _ring(
    mesh: Mesh, desk: tuple[float, float, float], inner: float, outer: float, finish: Paint
) -> None:
    rows = max(1, round((outer - inner) * desk[2] / _STEP))
    radius = np.linspace(inner, outer, rows + 1)[:, None] * desk[2]
    angles = np.linspace(0, 2 * np.pi, _AROUND + 1)[None]
    points = np.stack([radius * np.cos(angles), radius * np.sin(angles)], -1) + np.array(desk[:2])
    mean = (inner + outer) / 2 * desk[2]
    _lay(mesh, points, finish, stack(angles * mean, radius))
