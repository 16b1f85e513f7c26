"""The arches of the arcades: counters, tall windows, oak panels, doors and ways through."""

from dataclasses import replace

import numpy as np

from hall3d.plan.model import THICKNESS, Bay
from hall3d.scene.arches import arch_band, arch_curve, arch_reveal, arched_wall, half_disc
from hall3d.scene.counters import HALF, SPRING, build_counter
from hall3d.scene.lamps import sconce
from hall3d.scene.mesh import UNMIRRORED, Array, Frame, Mesh, Paint, stack
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import add_grid, box, panel, strip

_BAND = 0.16
"""Metres: how wide the moulding round an arch is."""
_SCONCE = 2.1
_HEAD: Array = np.linspace(0, np.pi / 2, 8)[1:]
"""Angles of the rows of glass in a window's head."""


def frame_of(bay: Bay) -> Frame:
    """The frame in which a bay is built: x along the wall, y into it."""
    return Frame(bay.x, bay.y, 0.0, bay.turn)


def build_bay(mesh: Mesh, palette: Palette, bay: Bay, pitch: float, height: float) -> None:
    """One bay of wall with what its arch holds."""
    mesh.frame = frame_of(bay)
    arched_wall(mesh, HALF, SPRING, pitch, height, palette.wall)
    _surround(mesh, palette, pitch)
    if bay.kind == "counter":
        build_counter(mesh, palette)
        _lunette(mesh, palette)
        _bars(mesh, 0.36, palette.joinery)
    elif bay.kind == "window":
        _window(mesh, palette)
    elif bay.kind == "door":
        _door(mesh, palette)
    elif bay.kind == "opening":
        _opening(mesh, palette)
    else:
        _oak_panel(mesh, palette)
    mesh.frame = Frame()


def _surround(mesh: Mesh, palette: Palette, pitch: float) -> None:
    """The moulding round an arch, its brass imposts, the plinth and the lamp of the piers."""
    arch_band(mesh, HALF, SPRING, _BAND, (-0.05, 0.0), palette.moulding)
    pier = pitch / 2 - HALF
    for side in (-1, 1):
        outer = "X" if side > 0 else "x"
        low, high = sorted((side * HALF, side * (HALF + _BAND)))
        strip(mesh, (low, -0.05, 0.16), (high, 0.0, SPRING), palette.moulding, 0.8, "xX")
        low, high = sorted((side * (HALF - 0.015), side * (HALF + pier)))
        low3, high3 = (low, -0.075, SPRING - 0.04), (high, 0.0, SPRING + 0.01)
        strip(mesh, low3, high3, palette.brass, 1.2, "zZ" + ("x" if side > 0 else "X"))
        low, high = sorted((side * HALF, side * (HALF + pier)))
        inner = "x" if side > 0 else "X"
        strip(mesh, (low, -0.065, 0.0), (high, 0.0, 0.16), palette.plinth, 0.8, "Z" + inner)
        _wainscot(mesh, palette, side * (HALF + _BAND), side * (HALF + pier), outer)
    with mesh.only(UNMIRRORED):
        sconce(mesh, palette, pitch / 2, _SCONCE)


def _wainscot(mesh: Mesh, palette: Palette, inner: float, outer: float, _: str) -> None:
    """Oak slats on the lower part of a pier."""
    low, high = sorted((inner, outer))
    box(mesh, (low, -0.03, 0.16), (high, 0.0, 1.3), palette.slats, 0.0, 0.6, "y")
    strip(mesh, (low, -0.04, 1.3), (high, 0.0, 1.33), palette.oak, 1.2)


def _lunette(mesh: Mesh, palette: Palette) -> None:
    """The luminous head of a counter's arch: brightest where its lamp hides, behind the sign."""
    share = np.linspace(0, 1, 4)[:, None]
    curve = arch_curve(HALF, SPRING, 16)
    x, z = share * curve[:, 0], SPRING + share * (curve[:, 1] - SPRING)
    points = np.stack([x, np.full_like(x, 0.36), z], -1)
    rise = (z - SPRING) / HALF
    glow = (1.0 - 0.5 * rise**0.8)[..., None] ** np.array([0.7, 1.0, 1.6])
    shade = (glow * palette.lunette.colour).reshape(-1, 3)
    facing = np.broadcast_to([0.0, -1.0, 0.0], points.shape)
    add_grid(mesh, points, palette.lunette, facing, stack(x, z), shade)


def _bars(mesh: Mesh, y: float, finish: Paint, rays: int = 5) -> None:
    """The glazing bars of an arch's head, in front of what glows behind them."""
    arch_band(mesh, HALF - 0.07, SPRING, 0.07, (y - 0.05, y), finish, 16, "face inner")
    arch_band(mesh, 0.5, SPRING, 0.05, (y - 0.045, y), finish, 10, "face")
    for i in range(1, rays + 1):
        angle = np.pi * i / (rays + 1)
        spoke = np.array([np.cos(angle), np.sin(angle)])
        _bar(mesh, spoke * 0.52, spoke * (HALF - 0.05), y - 0.03, 0.045, finish)


def _bar(mesh: Mesh, start: Array, end: Array, y: float, wide: float, finish: Paint) -> None:
    """A flat glazing bar between two points (x, z above the springing)."""
    along = (end - start) / np.linalg.norm(end - start)
    side = np.array([along[1], -along[0]]) * wide / 2
    points = [(x, y, SPRING + z) for x, z in (start + side, start - side, end - side, end + side)]
    mesh.add(points, (0.0, -1.0, 0.0), [[0, 2, 1], [0, 3, 2]], finish)


def _window(mesh: Mesh, palette: Palette) -> None:
    """A tall window over a low sill; daylight comes from here."""
    sill, y = 0.52, 0.4
    panel(mesh, (-HALF, 0, 0), (2 * HALF, 0, 0), (0, 0, sill), palette.wall)
    box(mesh, (-HALF - 0.05, -0.07, sill), (HALF + 0.05, y, sill + 0.05), palette.stone_top, 0.012)
    arch_reveal(mesh, HALF, SPRING, y, palette.wall, sill)
    mesh.add_window()
    _glazing(mesh, palette, y, sill + 0.05, (-0.47, 0.47), (1.32, 2.18))


def _door(mesh: Mesh, palette: Palette) -> None:
    """Glazed entrance doors."""
    y = 0.4
    arch_reveal(mesh, HALF, SPRING, y, palette.wall)
    _glazing(mesh, palette, y, 0.0, (-0.72, 0.0, 0.72), (0.08, 2.35))
    for x in (-0.09, 0.09):
        box(mesh, (x - 0.02, y - 0.12, 0.85), (x + 0.02, y - 0.08, 1.55), palette.brass, 0.01)


def _opening(mesh: Mesh, palette: Palette) -> None:
    """A way through, lined with oak: this room's half of the wall, and of its threshold."""
    deep = THICKNESS / 2
    arch_reveal(mesh, HALF, SPRING, deep, palette.wall)
    for side in (-1, 1):
        low, high = sorted((side * HALF, side * (HALF - 0.02)))
        face = "X" if side < 0 else "x"
        box(mesh, (low, 0.0, 0.0), (high, deep, 2.35), palette.slats, 0.0, 0.6, "y" + face)
    panel(mesh, (-HALF, 0.0, 0.0), (2 * HALF, 0, 0), (0, deep, 0), palette.floor_dark, 0.4)


def _glazing(
    mesh: Mesh,
    palette: Palette,
    y: float,
    foot: float,
    uprights: tuple[float, ...],
    rails: tuple[float, ...],
) -> None:
    _view(mesh, palette, y, foot)
    _bars(mesh, y - 0.002, palette.joinery)
    for x in (-HALF + 0.035, *uprights, HALF - 0.035):
        low, high = (x - 0.03, y - 0.06, foot), (x + 0.03, y, SPRING)
        strip(mesh, low, high, palette.joinery, 1.0, "xX")
    for z in (*rails, SPRING):
        low, high = (-HALF, y - 0.07, z - 0.035), (HALF, y, z + 0.035)
        strip(mesh, low, high, palette.joinery, 1.0)


def _view(mesh: Mesh, palette: Palette, y: float, foot: float) -> None:
    """What one sees outside: one picture, of which each window along a wall shows its own part."""
    angle = mesh.frame.turn
    beside = mesh.frame.x * np.cos(angle) + mesh.frame.y * np.sin(angle)
    rows = np.concatenate([np.linspace(foot, SPRING, 4), SPRING + HALF * np.sin(_HEAD)])
    half = np.concatenate([np.full(4, HALF), HALF * np.cos(_HEAD)])
    x = half[:, None] * np.linspace(-1, 1, 5)
    z = np.broadcast_to(rows[:, None], x.shape)
    points = np.stack([x, np.full_like(x, y), z], -1)
    facing = np.broadcast_to([0.0, -1.0, 0.0], points.shape)
    add_grid(mesh, points, palette.sky, facing, stack(beside + x, z))


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
    soft = replace(palette.lamp, glow=0.3 * palette.lamp.glow)
    panel(mesh, lamp, (1.4, 0, 0), (0, -0.08, 0), soft, 3.0)
    box(mesh, (-0.95, deep - 0.1, 1.05), (0.95, deep - 0.05, 2.4), palette.joinery, 0.012, 0.6)
    panel(mesh, (-0.88, deep - 0.104, 1.12), (1.76, 0, 0), (0, 0, 1.21), palette.moulding, 0.5)
