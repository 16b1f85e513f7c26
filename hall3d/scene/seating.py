"""Where one sits: rows of joined seats, and benches below the windows."""

from hall3d.plan.model import Block
from hall3d.scene.mesh import Frame, Mesh, Paint
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box

_SEATS = 4
_BACK_LEAN = 0.2


def seats(mesh: Mesh, palette: Palette, block: Block) -> None:
    """Four joined seats of oak and cloth that look away from the entrance."""
    x0, y0, x1, y1 = block.x0, block.y0, block.x1, block.y1
    rail = (x0 + 0.05, y0 + 0.32, 0.3), (x1 - 0.05, y0 + 0.37, 0.36)
    box(mesh, *rail, palette.dark, 0.0, 3.0, "xXyYz")
    for x in (x0 + 0.32, x1 - 0.32):
        box(mesh, (x - 0.025, y0 + 0.12, 0.0), (x + 0.025, y1 - 0.12, 0.03), palette.dark, 0.0, 3.0)
        box(mesh, (x - 0.025, y0 + 0.31, 0.03), (x + 0.025, y0 + 0.37, 0.3), palette.dark, 0.0, 3.0)
    wide = (x1 - x0) / _SEATS
    for i in range(_SEATS):
        finish = palette.cloth_warm if (i + round(x0)) % 4 == 1 else palette.cloth
        _seat(mesh, palette, (x0 + i * wide + 0.03, x0 + (i + 1) * wide - 0.03), (y0, y1), finish)


def _seat(
    mesh: Mesh, palette: Palette, x: tuple[float, float], y: tuple[float, float], finish: Paint
) -> None:
    """One seat between x[0] and x[1]: cushions on a shell of oak."""
    shell = (x[0], y[0] + 0.14, 0.36), (x[1], y[1] - 0.04, 0.385)
    box(mesh, *shell, palette.oak, 0.0, 2.0, "xXYz")
    cushion = (x[0], y[0] + 0.14, 0.385), (x[1], y[1] - 0.03, 0.455)
    box(mesh, *cushion, finish, 0.024, 1.0, "xXYZ")
    mesh.frame = Frame(0.0, y[0] + 0.15 + _BACK_LEAN * 0.42, 0.0, 0.0, -_BACK_LEAN)
    box(mesh, (x[0] + 0.01, -0.06, 0.47), (x[1] - 0.01, 0.0, 0.88), finish, 0.024, 1.0, "xXYZ")
    box(mesh, (x[0], -0.085, 0.4), (x[1], -0.058, 0.875), palette.oak, 0.0, 1.0, "xXyZz")
    mesh.frame = Frame()


def bench(mesh: Mesh, palette: Palette, block: Block) -> None:
    """A bench along a wall: two stone feet, an oak seat, a cushion of cloth."""
    x0, y0, x1, y1 = block.x0, block.y0, block.x1, block.y1
    for y in (y0 + 0.28, y1 - 0.28):
        low, high = (x0 + 0.06, y - 0.06, 0.0), (x1 - 0.06, y + 0.06, 0.36)
        box(mesh, low, high, palette.stone_body, 0.012, 1.0, "xXyY")
    box(mesh, (x0, y0, 0.36), (x1, y1, 0.41), palette.oak_top, 0.014, 0.5)
    low, high = (x0 + 0.03, y0 + 0.05, 0.41), (x1 - 0.03, y1 - 0.75, 0.47)
    box(mesh, low, high, palette.cloth, 0.022, 0.6, "xXyYZ")
