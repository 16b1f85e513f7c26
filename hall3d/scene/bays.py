"""The arches of the arcades: counters, tall windows, oak panels and doors."""

import numpy as np

from hall3d.plan.model import THICKNESS, Bay
from hall3d.scene.mesh import Array, Frame, Mesh, Paint
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import (
    arch_band,
    arch_curve,
    arch_reveal,
    arched_wall,
    box,
    half_disc,
    panel,
)

HALF = 1.4
SPRING = 3.05
SIGN_SIZE = (2.6, 0.65)
SIGN_CENTRE = (0.0, -0.012, 2.695)
"""Metres; the sign's middle in the bay's own frame."""


def frame_of(bay: Bay) -> Frame:
    """The frame in which a bay is built: x along the wall, y into it."""
    return Frame(bay.x, bay.y, 0.0, bay.turn)


def build_bay(mesh: Mesh, palette: Palette, bay: Bay, pitch: float, height: float) -> None:
    """One bay of wall with what its arch holds."""
    mesh.frame = frame_of(bay)
    arched_wall(mesh, HALF, SPRING, pitch, height, palette.wall)
    _surround(mesh, palette, pitch)
    if bay.kind == "counter":
        _counter(mesh, palette, palette.accent)
    elif bay.kind == "window":
        _window(mesh, palette)
    elif bay.kind == "door":
        _door(mesh, palette)
    else:
        _oak_panel(mesh, palette)
    mesh.frame = Frame()


def _surround(mesh: Mesh, palette: Palette, pitch: float) -> None:
    """The moulding round an arch, its brass imposts, and the plinth of the piers."""
    arch_band(mesh, HALF, SPRING, 0.17, (-0.055, 0.0), palette.moulding)
    pier = pitch / 2 - HALF
    for side in (-1, 1):
        low, high = sorted((side * HALF, side * (HALF + 0.17)))
        box(mesh, (low, -0.055, 0.0), (high, 0.0, SPRING), palette.moulding, 0.0, 0.5, "xXy")
        low, high = sorted((side * (HALF - 0.015), side * (HALF + pier)))
        box(
            mesh,
            (low, -0.085, SPRING - 0.05),
            (high, 0.0, SPRING + 0.015),
            palette.brass,
            0.015,
            0.6,
            "yzZ" + ("X" if side < 0 else "x"),
        )
        low, high = sorted((side * HALF, side * (HALF + pier)))
        box(
            mesh,
            (low, -0.075, 0.0),
            (high, 0.0, 0.16),
            palette.plinth,
            0.012,
            0.5,
            "yZ" + ("X" if side < 0 else "x"),
        )


def _counter(mesh: Mesh, palette: Palette, colour: Paint) -> None:
    arch_reveal(mesh, HALF, SPRING, THICKNESS, palette.wall)
    _niche(mesh, palette)
    _fanlight(mesh, 0.36, palette.lunette, palette.joinery)
    box(mesh, (-HALF, 0.02, 2.33), (HALF, 0.44, SPRING + 0.02), palette.joinery, 0.015, 0.7)
    box(mesh, (-HALF, 0.0, 2.305), (HALF, 0.46, 2.33), palette.brass, 0.006, 0.9)
    _desk(mesh, palette, colour)


def _niche(mesh: Mesh, palette: Palette) -> None:
    """The room behind a counter: oak slats, and a ceiling that lights whoever works there."""
    wide, back = HALF, 2.35
    panel(mesh, (-wide, back, 0.0), (2 * wide, 0, 0), (0, 0, 2.6), palette.slats)
    panel(mesh, (-wide, back, 2.55), (2 * wide, 0, 0), (0, 0, 0.6), palette.moulding)
    panel(mesh, (-wide, THICKNESS, 0.0), (0, back - THICKNESS, 0), (0, 0, 3.1), palette.wall)
    panel(mesh, (wide, back, 0.0), (0, THICKNESS - back, 0), (0, 0, 3.1), palette.wall)
    panel(mesh, (-wide, back, 3.1), (2 * wide, 0, 0), (0, THICKNESS - back, 0), palette.ceiling)
    panel(mesh, (-1.1, 1.75, 3.09), (2.2, 0, 0), (0, -0.5, 0), palette.niche_light, 3.0)
    panel(mesh, (-wide, 0.0, 0.002), (2 * wide, 0, 0), (0, back, 0), palette.staff_floor)


def _desk(mesh: Mesh, palette: Palette, colour: Paint) -> None:
    """The counter itself: a stone body, an oak fluted front, the department's colour, oak top."""
    wide = HALF - 0.06
    box(mesh, (-wide + 0.06, -0.36, 0.0), (wide - 0.06, 0.3, 0.1), palette.dark, 0.0, 0.7, "xXy")
    box(mesh, (-wide, -0.42, 0.1), (wide, 0.34, 0.97), palette.stone_body, 0.03, 0.34)
    low, high = (-wide + 0.34, -0.435, 0.19), (wide - 0.34, -0.42, 0.8)
    box(mesh, low, high, palette.slats, 0.0, 0.5, "xXyZ")
    box(mesh, (-wide + 0.02, -0.435, 0.855), (wide - 0.02, -0.42, 0.93), colour, 0.0, 0.7, "xXyZ")
    box(
        mesh,
        (-wide + 0.02, -0.44, 0.835),
        (wide - 0.02, -0.42, 0.85),
        palette.brass,
        0.0,
        0.9,
        "xXyZ",
    )
    box(mesh, (-HALF, -0.48, 0.97), (HALF, 0.46, 1.03), palette.oak_top, 0.018, 0.4)
    mesh.detail = True
    _tools(mesh, palette)
    mesh.detail = False


def _tools(mesh: Mesh, palette: Palette) -> None:
    """A screen that the clerk reads, a card reader, and a tray for papers."""
    box(mesh, (-0.78, 0.16, 1.14), (-0.22, 0.185, 1.48), palette.dark, 0.0, 0.6)
    box(mesh, (-0.53, 0.19, 1.03), (-0.47, 0.23, 1.3), palette.steel, 0.0, 0.6)
    box(mesh, (-0.62, 0.12, 1.03), (-0.38, 0.3, 1.045), palette.steel, 0.0, 0.6)
    box(mesh, (0.62, -0.32, 1.03), (0.76, -0.12, 1.075), palette.dark, 0.0, 0.6)
    box(mesh, (0.9, -0.2, 1.03), (1.14, 0.12, 1.055), palette.moulding, 0.0, 0.6)


def _fanlight(mesh: Mesh, y: float, glass: Paint, bars: Paint, rays: int = 5) -> None:
    """The glazed head of an arch."""
    half_disc(mesh, HALF, SPRING, y, glass)
    arch_band(mesh, HALF - 0.07, SPRING, 0.07, (y - 0.05, y), bars)
    arch_band(mesh, 0.5, SPRING, 0.05, (y - 0.045, y), bars)
    for i in range(1, rays + 1):
        angle = np.pi * i / (rays + 1)
        spoke = np.array([np.cos(angle), np.sin(angle)])
        _bar(mesh, spoke * 0.52, spoke * (HALF - 0.05), y - 0.03, 0.045, bars)


def _bar(mesh: Mesh, start: Array, end: Array, y: float, wide: float, finish: Paint) -> None:
    """A flat glazing bar between two points (x, z above the springing)."""
    along = (end - start) / np.linalg.norm(end - start)
    side = np.array([along[1], -along[0]]) * wide / 2
    corners = [start + side, start - side, end - side, end + side]
    points = [(x, y, SPRING + z) for x, z in corners]
    facing = [[0, 2, 1], [0, 3, 2]]
    mesh.add(points, (0.0, -1.0, 0.0), facing, finish)
    mesh.add(points, (0.0, -1.0, 0.0), [t[::-1] for t in facing], finish)


def _window(mesh: Mesh, palette: Palette) -> None:
    """A tall window over a low sill; daylight comes from here."""
    sill, y = 0.52, 0.4
    panel(mesh, (-HALF, 0, 0), (2 * HALF, 0, 0), (0, 0, sill), palette.wall)
    box(mesh, (-HALF - 0.05, -0.07, sill), (HALF + 0.05, y, sill + 0.05), palette.stone_top, 0.012)
    arch_reveal(mesh, HALF, SPRING, y, palette.wall, sill)
    panel(mesh, (-HALF, y, sill), (2 * HALF, 0, 0), (0, 0, SPRING - sill), palette.sky, 0.9)
    _glazing(mesh, palette, y, sill + 0.05, (-0.47, 0.47), (1.32, 2.18))


def _door(mesh: Mesh, palette: Palette) -> None:
    """Glazed entrance doors."""
    y = 0.4
    arch_reveal(mesh, HALF, SPRING, y, palette.wall)
    panel(mesh, (-HALF, y, 0.0), (2 * HALF, 0, 0), (0, 0, SPRING), palette.sky, 0.9)
    _glazing(mesh, palette, y, 0.0, (-0.72, 0.0, 0.72), (0.08, 2.35))
    for x in (-0.09, 0.09):
        box(mesh, (x - 0.02, y - 0.12, 0.85), (x + 0.02, y - 0.08, 1.55), palette.brass, 0.01)


def _glazing(
    mesh: Mesh,
    palette: Palette,
    y: float,
    foot: float,
    uprights: tuple[float, ...],
    rails: tuple[float, ...],
) -> None:
    half_disc(mesh, HALF, SPRING, y, palette.sky)
    _fanlight(mesh, y - 0.002, palette.sky, palette.joinery)
    for x in (-HALF + 0.035, *uprights, HALF - 0.035):
        box(
            mesh,
            (x - 0.03, y - 0.06, foot),
            (x + 0.03, y, SPRING),
            palette.joinery,
            0.0,
            1.0,
            "xXy",
        )
    for z in (*rails, SPRING):
        box(
            mesh,
            (-HALF, y - 0.07, z - 0.035),
            (HALF, y, z + 0.035),
            palette.joinery,
            0.0,
            1.0,
            "yzZ",
        )


def _oak_panel(mesh: Mesh, palette: Palette) -> None:
    """A shallow niche lined with oak; notices and exhibitions will hang here."""
    deep = 0.32
    arch_reveal(mesh, HALF, SPRING, deep, palette.wall)
    panel(mesh, (-HALF, deep, 0.0), (2 * HALF, 0, 0), (0, 0, SPRING), palette.slats)
    curve = arch_curve(HALF, SPRING)
    high = float(curve[:, 1].max())
    half_disc(mesh, HALF, SPRING, deep - 0.02, palette.oak)
    box(mesh, (-HALF, deep - 0.09, SPRING - 0.04), (HALF, deep, SPRING + 0.03), palette.brass, 0.01)
    lamp = (-0.7, deep - 0.06, min(high, SPRING + 0.05))
    panel(mesh, lamp, (1.4, 0, 0), (0, -0.08, 0), palette.niche_light, 3.0)
    box(mesh, (-0.95, deep - 0.1, 1.05), (0.95, deep - 0.05, 2.4), palette.joinery, 0.012, 0.6)
    panel(mesh, (-0.88, deep - 0.104, 1.12), (1.76, 0, 0), (0, 0, 1.21), palette.moulding, 0.5)
