"""What a counter's arch holds, in its bay's frame: the lit room behind, the desk, its tools."""

import numpy as np

from hall3d.plan.model import NICHE, THICKNESS
from hall3d.scene.arches import arch_reveal
from hall3d.scene.greenery import posy
from hall3d.scene.mesh import NEAR, UNMIRRORED, Frame, Mesh
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, panel, turned

HALF, SPRING = 1.4, 3.05
"""Metres: half an arch's width, and where its round head begins."""
_HIGH, _LOW = 1.04, 0.77
"""Heights of the desk's two tops: to stand at, and to sit or roll up to."""
_SPLIT = 0.4
"""Where along the desk the lower part begins."""


def build_counter(mesh: Mesh, palette: Palette) -> None:
    """Everything in the arch below its fanlight."""
    arch_reveal(mesh, HALF, SPRING, THICKNESS, palette.wall)
    with mesh.only(UNMIRRORED):
        _niche(mesh, palette)
    _sign_beam(mesh, palette)
    _high_desk(mesh, palette)
    _low_desk(mesh, palette)
    _screens(mesh, palette)
    with mesh.only(NEAR):
        _chair(mesh, palette, mesh.frame.at(0.9, -0.68, turn=np.pi))
    with mesh.only(NEAR | UNMIRRORED):
        _tools(mesh, palette)
        _binders(mesh, palette)


def _sign_beam(mesh: Mesh, palette: Palette) -> None:
    """The box that carries the sign, a line of brass below it, and the board for live news."""
    box(mesh, (-HALF, 0.02, 2.33), (HALF, 0.44, SPRING + 0.02), palette.joinery, 0.0, 1.5, "yYzZ")
    box(mesh, (-HALF, 0.0, 2.305), (HALF, 0.46, 2.33), palette.brass, 0.0, 1.5, "yYz")
    box(mesh, (-1.09, 0.06, 2.0), (1.09, 0.12, 2.3), palette.dark, 0.012, 1.5, "xXyYz")


def _niche(mesh: Mesh, palette: Palette) -> None:
    """The room behind: oak slats washed with light, a low cabinet with binders and a plant."""
    wide, side = HALF, NICHE - THICKNESS
    panel(mesh, (-wide, NICHE, 0.0), (2 * wide, 0, 0), (0, 0, 3.1), palette.slats, 0.4)
    panel(mesh, (-wide, THICKNESS, 0.0), (0, side, 0), (0, 0, 3.1), palette.wall, 0.5)
    panel(mesh, (wide, NICHE, 0.0), (0, -side, 0), (0, 0, 3.1), palette.wall, 0.5)
    panel(mesh, (-wide, NICHE, 3.1), (2 * wide, 0, 0), (0, -side, 0), palette.ceiling, 0.6)
    panel(mesh, (-1.25, NICHE - 0.05, 3.08), (2.5, 0, 0), (0, -0.18, 0), palette.niche_light, 3.0)
    panel(mesh, (-0.7, 1.25, 3.09), (1.4, 0, 0), (0, -0.3, 0), palette.niche_light, 3.0)
    panel(mesh, (-wide, 0.0, 0.002), (2 * wide, 0, 0), (0, NICHE, 0), palette.staff_floor, 0.6)
    low = NICHE - 0.42
    box(mesh, (-wide, low, 0.08), (wide, NICHE, 0.92), palette.joinery, 0.0, 0.9, "y")
    box(mesh, (-wide, low - 0.02, 0.92), (wide, NICHE, 0.95), palette.oak_top, 0.0, 0.9, "yZ")


def _binders(mesh: Mesh, palette: Palette) -> None:
    """What stands on the cabinet behind."""
    low = NICHE - 0.42
    for i in range(5):
        x, tall = -1.2 + 0.085 * i, 0.3 - 0.03 * (i % 2)
        finish = palette.brass if i % 3 == 1 else palette.paper
        box(mesh, (x, low + 0.08, 0.95), (x + 0.075, NICHE - 0.06, 0.95 + tall), finish, 0.0)
    posy(mesh, palette, mesh.frame.at(1.05, low + 0.2, 0.95), 0.42, 5)


def _high_desk(mesh: Mesh, palette: Palette) -> None:
    """The part one stands at: oak slats between stone cheeks, the department's colour, oak top."""
    left, right, top = -HALF, _SPLIT, _HIGH - 0.05
    box(mesh, (left + 0.1, -0.36, 0.0), (right, 0.3, 0.09), palette.dark, 0.0, 2.0, "y")
    box(mesh, (left + 0.09, -0.42, 0.09), (right - 0.08, 0.34, 0.86), palette.slats, 0.0, 0.5, "y")
    for x in (left, right - 0.08):
        box(mesh, (x, -0.46, 0.0), (x + 0.09, 0.42, top), palette.stone_body, 0.0, 0.4, "xXy")
    box(mesh, (left + 0.09, -0.44, 0.88), (right - 0.08, 0.36, top), palette.accent, 0.0, 1.0, "yY")
    box(mesh, (left + 0.09, -0.445, 0.86), (right - 0.08, 0.0, 0.88), palette.brass, 0.0, 2.0, "yz")
    box(mesh, (left, -0.5, top), (right + 0.02, 0.46, _HIGH), palette.oak_top, 0.014, 0.6, "xXyZz")


def _low_desk(mesh: Mesh, palette: Palette) -> None:
    """The lower part, free below so that a wheelchair rolls under it."""
    left, right, top = _SPLIT, HALF, _LOW - 0.045
    box(
        mesh, (right - 0.09, -0.46, 0.0), (right, 0.42, top), palette.stone_body, 0.012, 0.4, "xXyY"
    )
    box(mesh, (left, 0.2, 0.0), (right - 0.09, 0.24, top), palette.slats, 0.0, 0.5, "yY")
    box(mesh, (left, -0.47, top - 0.055), (right - 0.09, 0.2, top), palette.accent, 0.0, 1.0, "yz")
    box(mesh, (left, -0.5, top), (right, 0.46, _LOW), palette.oak_top, 0.014, 0.6, "XyZz")


def _screens(mesh: Mesh, palette: Palette) -> None:
    """A glass screen before the clerk, and cloth screens that keep talk and papers private."""
    low, high, y = _HIGH + 0.03, _HIGH + 0.5, -0.02
    left, right = -1.26, 0.16
    corners = [(left, y, low), (right, y, low), (right, y, high), (left, y, high)]
    both = [[0, 1, 2], [0, 2, 3], [0, 2, 1], [0, 3, 2]]
    mesh.add(corners, (0.0, -1.0, 0.0), both, palette.glass)
    edge = (left, y - 0.006, high - 0.008), (right, y + 0.006, high + 0.004)
    box(mesh, *edge, palette.stone_top, 0.0, 3.0, "yYZz")
    with mesh.only(NEAR | UNMIRRORED):
        for x in (left + 0.2, right - 0.2):
            box(mesh, (x - 0.03, y - 0.02, _HIGH), (x + 0.03, y + 0.02, low + 0.02), palette.brass)
    for x in (_SPLIT + 0.005, HALF - 0.045):
        foot = _LOW if x > 1 else _HIGH
        box(mesh, (x, -0.42, foot), (x + 0.035, 0.16, 1.42), palette.cloth, 0.012, 1.0, "xXyZ")


def _chair(mesh: Mesh, palette: Palette, frame: Frame) -> None:
    """A visitor's chair, looking along its frame's -y."""
    outer, mesh.frame = mesh.frame, frame
    box(mesh, (-0.23, -0.22, 0.42), (0.23, 0.2, 0.48), palette.cloth_warm, 0.022, 1.0)
    for x in (-0.2, 0.18):
        for y in (-0.2, 0.16):
            box(mesh, (x, y, 0.0), (x + 0.025, y + 0.025, 0.42), palette.oak, 0.0, 2.0, "xXyY")
    mesh.frame = frame.at(0.0, 0.19 - 0.16 * 0.48, 0.0, lean=0.16)
    box(mesh, (-0.22, 0.0, 0.54), (0.22, 0.035, 0.86), palette.cloth_warm, 0.016, 1.0)
    for x in (-0.17, 0.15):
        box(mesh, (x, 0.035, 0.44), (x + 0.022, 0.055, 0.8), palette.oak, 0.0, 2.0, "xXYZ")
    mesh.frame = outer


def _tools(mesh: Mesh, palette: Palette) -> None:
    """The clerk's screen, a card reader, papers, pens, and a small posy."""
    outer = mesh.frame
    mesh.frame = outer.at(-0.62, 0.26, _HIGH, 0.22)
    box(mesh, (-0.28, -0.012, 0.12), (0.28, 0.02, 0.46), palette.dark, 0.012, 2.0)
    box(mesh, (-0.02, 0.02, 0.01), (0.02, 0.05, 0.3), palette.steel, 0.0, 2.0, "xXyY")
    box(mesh, (-0.12, -0.08, 0.0), (0.12, 0.09, 0.012), palette.steel, 0.0, 2.0, "xXyYZ")
    mesh.frame = outer
    box(mesh, (-0.2, -0.33, _HIGH), (-0.06, -0.13, _HIGH + 0.05), palette.dark, 0.0, 2.0, "xXyYZ")
    for i, z in enumerate((0.0, 0.012)):
        x = -0.98 + 0.02 * i
        top = _HIGH + z + 0.012
        box(mesh, (x, -0.36, _HIGH + z), (x + 0.22, -0.06, top), palette.paper, 0.0, 2.0, "xXyYZ")
    box(mesh, (0.62, -0.3, _LOW), (0.92, -0.08, _LOW + 0.01), palette.paper, 0.0, 2.0, "xXyYZ")
    turned(mesh, (-0.4, -0.3), [(0.035, _HIGH), (0.04, _HIGH + 0.1)], palette.brass, 8)
    posy(mesh, palette, outer.at(1.2, 0.02, _LOW), 0.3, 4)
