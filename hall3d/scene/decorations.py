"""What a feast adds to the hall, and no more: silk lanterns that hang in pairs by the columns."""

import numpy as np

from hall3d.plan.model import Shape
from hall3d.scene.mesh import Array, Mesh
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import add_grid, box, turned


def decorate(mesh: Mesh, palette: Palette, shape: Shape) -> None:
    """Hang what the theme names."""
    if "lanterns" in palette.decorations:
        for block in shape.of_kind("column"):
            x, y = block.centre
            for away in (-0.8, 0.8):
                _lantern(mesh, palette, x, y + away, shape.height)


def _lantern(mesh: Mesh, palette: Palette, x: float, y: float, ceiling: float) -> None:
    """A round silk lantern, lit from within, on a long cord: ribs, brass caps, a tassel."""
    z, half = ceiling - 1.5, 0.17
    angles = np.linspace(-1.15, 1.15, 9)
    body = [(1.25 * half * float(np.cos(a)), z + half * float(np.sin(a))) for a in angles]
    turned(mesh, (x, y), body, palette.festive, 16)
    for k in range(8):
        turn = np.pi * k / 4
        ribbed = [((r + 0.003) * np.cos(turn), (r + 0.003) * np.sin(turn), h) for r, h in body]
        _rib(mesh, palette, (x, y), np.array(ribbed), turn)
    for low in (body[0][1] - 0.03, body[-1][1]):
        turned(mesh, (x, y), [(0.08, low), (0.08, low + 0.03)], palette.brass, 10)
    box(mesh, (x - 0.004, y - 0.004, z + half), (x + 0.004, y + 0.004, ceiling), palette.brass)
    foot = body[0][1] - 0.03
    turned(mesh, (x, y), [(0.026, foot - 0.24), (0.01, foot)], palette.brass, 6)


def _rib(
    mesh: Mesh, palette: Palette, centre: tuple[float, float], line: Array, turn: float
) -> None:
    """One upright rib of a lantern, a strip one can just see."""
    side = np.array([-np.sin(turn), np.cos(turn), 0.0]) * 0.004
    points = np.stack([line - side, line + side], 1) + np.array([*centre, 0.0])
    facing = np.broadcast_to([np.cos(turn), np.sin(turn), 0.0], points.shape)
    add_grid(mesh, points, palette.brass, facing)
