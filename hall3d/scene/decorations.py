"""What a feast adds to the hall, and no more: lanterns over the aisles, ribbons round columns."""

import numpy as np

from hall3d.plan.model import Shape
from hall3d.scene.mesh import Mesh
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, turned


def decorate(mesh: Mesh, palette: Palette, shape: Shape) -> None:
    """Hang what the theme names."""
    if "lanterns" in palette.decorations:
        for x, y in _spots(shape):
            _lantern(mesh, palette, x, y, shape.height)
    if "ribbons" in palette.decorations:
        for block in shape.of_kind("column"):
            _ribbon(mesh, palette, block.centre)


def _spots(shape: Shape) -> list[tuple[float, float]]:
    """Over both aisles, every few metres."""
    aside = shape.width / 2 - 2.9
    rows = np.arange(3.6, shape.depth - 2.5, 3.7)
    return [(side * aside, float(y)) for y in rows for side in (-1, 1)]


def _lantern(mesh: Mesh, palette: Palette, x: float, y: float, ceiling: float) -> None:
    """A round red lantern with golden caps and a tassel, hung from the ceiling."""
    z, half = ceiling - 1.05, 0.2
    angles = np.linspace(-1.2, 1.2, 7)
    body = [(1.18 * half * float(np.cos(a)), z + half * float(np.sin(a))) for a in angles]
    turned(mesh, (x, y), body, palette.festive, 12)
    for low in (body[0][1] - 0.035, body[-1][1]):
        turned(mesh, (x, y), [(0.085, low), (0.085, low + 0.035)], palette.brass, 8)
    box(mesh, (x - 0.004, y - 0.004, z + half), (x + 0.004, y + 0.004, ceiling), palette.brass)
    foot = body[0][1] - 0.03
    turned(mesh, (x, y), [(0.022, foot - 0.2), (0.014, foot)], palette.festive, 6)


def _ribbon(mesh: Mesh, palette: Palette, spot: tuple[float, float]) -> None:
    """A red band with a golden edge round a column, above the eyes."""
    turned(mesh, spot, [(0.318, 2.32), (0.318, 2.58)], palette.festive, 16)
    for low in (2.3, 2.58):
        turned(mesh, spot, [(0.322, low), (0.322, low + 0.02)], palette.brass, 16)
