"""What stands on the floor: information desk, seats, benches, plants, and the queue board."""

import math

import numpy as np

from hall3d.plan.model import Block, Shape
from hall3d.scene.mesh import Mesh, Paint, paint, rgb
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, loft, turned

BOARD_SIZE = (2.5, 1.25)
BOARD_FOOT = 3.3
"""Metres: the queue board's size and the height of its lower edge."""
DESK_BAND = (0.5, 0.94)
"""Heights of the lettered band round the information desk."""


def build_furniture(mesh: Mesh, palette: Palette, plan: Shape) -> None:
    """Everything on the floor but people and columns."""
    if plan.desk is not None:
        _information_desk(mesh, palette, *plan.desk)
    for block in plan.of_kind("seats"):
        _seats(mesh, palette, block)
    for block in plan.of_kind("bench"):
        _bench(mesh, palette, block)
    for index, block in enumerate(plan.of_kind("plant")):
        _palm(mesh, palette, block, np.random.default_rng(100 + index))
    for index, block in enumerate(plan.of_kind("planter")):
        _planter(mesh, palette, block, np.random.default_rng(200 + index))
    for spot in plan.boards:
        _board(mesh, palette, plan, *spot)


def _information_desk(mesh: Mesh, palette: Palette, x: float, y: float, radius: float) -> None:
    centre = (x, y)
    turned(mesh, centre, [(radius - 0.09, 0.0), (radius - 0.09, 0.12)], palette.dark, 40)
    turned(mesh, centre, [(radius, 0.12), (radius, 0.48)], palette.slats, 40)
    foot, top = DESK_BAND
    turned(mesh, centre, [(radius + 0.04, foot - 0.02), (radius + 0.04, foot)], palette.brass, 48)
    band = [(radius + 0.03, foot), (radius + 0.03, (foot + top) / 2), (radius + 0.03, top)]
    turned(mesh, centre, band, palette.stone_body, 48)
    turned(mesh, centre, [(radius + 0.04, top), (radius + 0.04, top + 0.02)], palette.brass, 48)
    rim = radius + 0.1
    slab = [
        (radius, top + 0.02),
        (rim - 0.02, top + 0.02),
        (rim, top + 0.04),
        (rim, top + 0.065),
        (rim - 0.02, top + 0.085),
        (radius * 0.86, top + 0.085),
        (radius * 0.72, top + 0.085),
    ]
    turned(mesh, centre, slab, palette.oak_top, 48)
    inside = [(radius * 0.72, top + 0.085), (radius * 0.72, 0.45), (radius * 0.72, 0.0)]
    turned(mesh, centre, inside[::1], palette.oak_side, 32)
    box(mesh, (x - 0.7, y + 0.72, 1.03), (x - 0.2, y + 0.745, 1.4), palette.dark, 0.01)
    box(mesh, (x - 0.48, y + 0.75, 1.03), (x - 0.42, y + 0.78, 1.2), palette.steel)


def _seats(mesh: Mesh, palette: Palette, block: Block) -> None:
    """Four joined seats that look towards the far counters."""
    x0, y0, x1, y1 = block.x0, block.y0, block.x1, block.y1
    box(mesh, (x0 + 0.05, y0 + 0.3, 0.29), (x1 - 0.05, y0 + 0.36, 0.35), palette.steel, 0.01, 0.8)
    for x in (x0 + 0.3, x1 - 0.3):
        box(mesh, (x - 0.025, y0 + 0.12, 0.02), (x + 0.025, y1 - 0.1, 0.05), palette.steel, 0.008)
        box(mesh, (x - 0.025, y0 + 0.3, 0.04), (x + 0.025, y0 + 0.36, 0.3), palette.steel)
    wide = (x1 - x0) / 4
    for i in range(4):
        low, high = x0 + i * wide + 0.03, x0 + (i + 1) * wide - 0.03
        box(mesh, (low, y0 + 0.12, 0.36), (high, y1 - 0.02, 0.44), palette.cloth, 0.03, 0.3)
        mesh_back(mesh, palette, low, high, y0 + 0.1)


def mesh_back(mesh: Mesh, palette: Palette, low: float, high: float, y: float) -> None:
    """A seat's back: a soft slab that leans away from the sitter."""
    middle = (low + high) / 2
    heights = np.array([0.42, 0.46, 0.6, 0.76, 0.86, 0.9, 0.905])
    lean = -0.16 * (heights - 0.42)
    half = (high - low) / 2 * np.array([0.9, 0.97, 1.0, 1.0, 0.96, 0.86, 0.02])
    thick = np.array([0.03, 0.035, 0.035, 0.033, 0.03, 0.02, 0.005])
    centres = np.stack([np.full(7, middle), y + 0.03 + lean, heights], 1)
    loft(mesh, centres, np.stack([half, thick], 1), palette.cloth, 16, 5.0)


def _bench(mesh: Mesh, palette: Palette, block: Block) -> None:
    x0, y0, x1, y1 = block.x0, block.y0, block.x1, block.y1
    for y in (y0 + 0.25, y1 - 0.25):
        box(mesh, (x0 + 0.05, y - 0.07, 0.0), (x1 - 0.05, y + 0.07, 0.37), palette.stone_body, 0.01)
    box(mesh, (x0, y0, 0.37), (x1, y1, 0.44), palette.oak_top, 0.02, 0.4)


def _palm(mesh: Mesh, palette: Palette, block: Block, rng: np.random.Generator) -> None:
    x, y = block.centre
    pot = [(0.17, 0.0), (0.2, 0.02), (0.26, 0.46), (0.265, 0.5), (0.24, 0.5), (0.225, 0.45)]
    turned(mesh, (x, y), pot, palette.pot, 20)
    turned(mesh, (x, y), [(0.23, 0.45), (0.0, 0.46)], palette.soil, 12)
    for _ in range(30):
        direction = rng.uniform(0, 2 * np.pi)
        _leaf(
            mesh,
            rng,
            (x, y, 0.46),
            direction,
            rng.uniform(0.75, 1.45),
            rng.uniform(0.12, 0.6),
            0.062,
        )


def _planter(mesh: Mesh, palette: Palette, block: Block, rng: np.random.Generator) -> None:
    x0, y0, x1, y1 = block.x0, block.y0, block.x1, block.y1
    box(
        mesh,
        (x0 + 0.04, y0 + 0.04, 0.0),
        (x1 - 0.04, y1 - 0.04, 0.07),
        palette.dark,
        0.0,
        0.6,
        "xXyY",
    )
    box(mesh, (x0, y0, 0.07), (x1, y1, 0.5), palette.stone_body, 0.02, 0.35)
    box(
        mesh,
        (x0 - 0.004, y0 - 0.004, 0.44),
        (x1 + 0.004, y1 + 0.004, 0.46),
        palette.brass,
        0.003,
        0.7,
    )
    box(
        mesh, (x0 + 0.05, y0 + 0.05, 0.5), (x1 - 0.05, y1 - 0.05, 0.52), palette.soil, 0.0, 0.5, "Z"
    )
    for _ in range(62):
        foot = (rng.uniform(x0 + 0.12, x1 - 0.12), rng.uniform(y0 + 0.14, y1 - 0.14), 0.5)
        direction = rng.uniform(0, 2 * np.pi)
        _leaf(mesh, rng, foot, direction, rng.uniform(0.35, 0.72), rng.uniform(0.1, 0.55), 0.05)


def _leaf(
    mesh: Mesh,
    rng: np.random.Generator,
    foot: tuple[float, float, float],
    direction: float,
    length: float,
    lean: float,
    wide: float,
) -> None:
    """A long leaf with a folded midrib that rises and bends over, seen from both sides."""
    t = np.linspace(0, 1, 6)
    reach = lean * length * t**1.4
    rise = length * (t - 0.42 * lean * t**2.4)
    c, s = math.cos(direction), math.sin(direction)
    half = wide * np.sin(np.pi * np.clip(0.06 + 0.94 * t, 0, 1)) ** 0.8
    spine = np.stack([foot[0] + reach * c, foot[1] + reach * s, foot[2] + rise], 1)
    across = np.array([-s, c, 0.35])
    sheet = np.stack(
        [spine + half[:, None] * across, spine, spine + half[:, None] * across * [-1, -1, 1]]
    )
    green = rgb("4F7A3A") * rng.uniform(0.65, 1.25) + np.array([0.02, 0.0, 0.0]) * rng.uniform(0, 1)
    shade = (0.45 + 0.55 * t)[None, :, None] * green
    colours = np.broadcast_to(shade, sheet.shape).reshape(-1, 3)
    normals = np.broadcast_to([0.35 * c, 0.35 * s, 0.87], sheet.shape)
    triangles = _both_sides(6)
    mesh.add(sheet.reshape(-1, 3), normals.reshape(-1, 3), triangles, _LEAF, None, colours)


_LEAF: Paint = paint("4F7A3A")


def _both_sides(columns: int) -> list[list[int]]:
    found = []
    for row in range(2):
        for i in range(columns - 1):
            a = row * columns + i
            b, c, d = a + 1, a + columns + 1, a + columns
            found += [[a, b, c], [a, c, d], [a, c, b], [a, d, c]]
    return found


def _board(mesh: Mesh, palette: Palette, plan: Shape, x: float, y: float) -> None:
    """A queue board's housing, hung from the lantern on brass rods."""
    wide, high = BOARD_SIZE
    half = wide / 2 + 0.05
    foot, top = BOARD_FOOT - 0.05, BOARD_FOOT + high + 0.05
    box(mesh, (x - half, y - 0.07, foot), (x + half, y + 0.07, top), palette.joinery, 0.015, 0.6)
    box(mesh, (x - half, y - 0.075, foot - 0.02), (x + half, y + 0.075, foot), palette.brass, 0.004)
    for side in (-1, 1):
        rod = x + side * wide * 0.36
        turned(mesh, (rod, y), [(0.014, top), (0.014, plan.height + 0.3)], palette.brass, 8)
