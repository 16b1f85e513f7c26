"""What stands on a shape's floor: each kind of block has its builder; the desk and the boards."""

import math
from collections.abc import Callable

from hall3d.plan.model import Block, Shape
from hall3d.scene import corners, greenery, seating, selfservice
from hall3d.scene.mesh import NEAR, Frame, Mesh
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, turned

BOARD_SIZE = (2.5, 1.25)
BOARD_FOOT = 3.3
"""Metres: the queue board's size and the height of its lower edge."""
DESK_BAND = (0.5, 0.94)
"""Heights of the lettered band round the information desk."""
_BUILDERS: dict[str, Callable[[Mesh, Palette, Block], None]] = {
    "seats": seating.seats,
    "bench": seating.bench,
    "kiosk": selfservice.kiosk,
    "writing": selfservice.writing_table,
    "totem": selfservice.totem,
    "children": corners.children,
    "exhibit": corners.exhibit,
}
_PLANTS: dict[str, Callable[[Mesh, Palette, Block, int], None]] = {
    "plant": greenery.plant,
    "planter": greenery.planter,
}


def build_furniture(mesh: Mesh, palette: Palette, plan: Shape) -> None:
    """Everything on the floor but people and columns; kinds without a builder have no body."""
    if plan.desk is not None:
        _information_desk(mesh, palette, *plan.desk)
    for index, block in enumerate(plan.blocks):
        if block.kind in _BUILDERS:
            _BUILDERS[block.kind](mesh, palette, block)
        elif block.kind in _PLANTS:
            _PLANTS[block.kind](mesh, palette, block, 100 + index)
    for spot in plan.boards:
        _board(mesh, palette, plan, *spot)


def _information_desk(mesh: Mesh, palette: Palette, x: float, y: float, radius: float) -> None:
    centre = (x, y)
    turned(mesh, centre, [(radius - 0.09, 0.0), (radius - 0.09, 0.12)], palette.dark, 36)
    turned(mesh, centre, [(radius, 0.12), (radius, 0.48)], palette.slats, 36)
    foot, top = DESK_BAND
    turned(mesh, centre, [(radius + 0.04, foot - 0.02), (radius + 0.04, foot)], palette.brass, 36)
    band = [(radius + 0.03, foot), (radius + 0.03, (foot + top) / 2), (radius + 0.03, top)]
    turned(mesh, centre, band, palette.stone_body, 36)
    turned(mesh, centre, [(radius + 0.04, top), (radius + 0.04, top + 0.02)], palette.brass, 36)
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
    turned(mesh, centre, slab, palette.oak_top, 36)
    inside = [(radius * 0.72, top + 0.085), (radius * 0.72, 0.45), (radius * 0.72, 0.0)]
    turned(mesh, centre, inside[::1], palette.oak_side, 32)
    box(mesh, (x - 0.7, y + 0.72, 1.03), (x - 0.2, y + 0.745, 1.4), palette.dark, 0.01)
    box(mesh, (x - 0.48, y + 0.75, 1.03), (x - 0.42, y + 0.78, 1.2), palette.steel)
    with mesh.only(NEAR):
        _on_desk(mesh, palette, Frame(x, y, top + 0.085), 0.9 * radius)


def _on_desk(mesh: Mesh, palette: Palette, frame: Frame, reach: float) -> None:
    """Flowers to either side of the round desk's front, and leaflets to take along."""
    for angle, tall in ((-1.05, 0.5), (1.2, 0.42)):
        spot = (reach * math.sin(angle), -reach * math.cos(angle))
        greenery.posy(mesh, palette, frame.at(*spot), tall, 7)
    for i, angle in enumerate((-0.62, -0.5, 0.72)):
        spot = (reach * math.sin(angle), -reach * math.cos(angle))
        mesh.frame = frame.at(*spot, turn=angle)
        box(mesh, (-0.06, -0.02, 0.0), (0.06, 0.03, 0.05), palette.oak, 0.0, 1.0, "xXyZ")
        finish = (palette.paper, palette.cloth, palette.paper)[i]
        box(mesh, (-0.05, 0.0, 0.03), (0.05, 0.012, 0.2), finish, 0.0, 1.0, "xXyYZ")
    mesh.frame = Frame()


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
