"""Ceilings: the lantern over the hall, oak rafts along the walls, soft light in wings."""

import numpy as np

from hall3d.plan.model import Bay, Block, Shape
from hall3d.scene.mesh import Frame, Mesh, Paint
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import add_grid, box, panel, turned

LANTERN_RISE = 0.95
_BEAM_EVERY = 1.5


def build_ceiling(mesh: Mesh, palette: Palette, shape: Shape) -> None:
    """Everything above the cornice."""
    hole = shape.lantern
    half = shape.width / 2
    whole = Block("ceiling", -half, 0.0, half, shape.depth)
    if hole is None:
        _soffit(mesh, whole, shape.height, palette.ceiling)
        _light_lines(mesh, palette, shape)
        return
    for area in _around(whole, hole):
        _soffit(mesh, area, shape.height, palette.ceiling)
    _lantern(mesh, palette, hole, shape.height)
    for bay in shape.bays:
        _raft(mesh, palette, bay, shape.height)
    if shape.desk is not None:
        _chandelier(mesh, palette, shape.desk[:2], shape.height)


def _around(outer: Block, inner: Block) -> list[Block]:
    return [
        Block("ceiling", outer.x0, outer.y0, outer.x1, inner.y0),
        Block("ceiling", outer.x0, inner.y1, outer.x1, outer.y1),
        Block("ceiling", outer.x0, inner.y0, inner.x0, inner.y1),
        Block("ceiling", inner.x1, inner.y0, outer.x1, inner.y1),
    ]


def _soffit(mesh: Mesh, area: Block, z: float, finish: Paint, step: float = 0.5) -> None:
    wide, deep = area.x1 - area.x0, area.y1 - area.y0
    panel(mesh, (area.x0, area.y1, z), (wide, 0, 0), (0, -deep, 0), finish, step)


def _lantern(mesh: Mesh, palette: Palette, hole: Block, low: float) -> None:
    """The raised, luminous middle: glass above a grid of slender oak beams."""
    top = low + LANTERN_RISE
    wide, deep = hole.x1 - hole.x0, hole.y1 - hole.y0
    sides = (
        ((hole.x0, hole.y1), (wide, 0, 0)),
        ((hole.x1, hole.y0), (-wide, 0, 0)),
        ((hole.x0, hole.y0), (0, deep, 0)),
        ((hole.x1, hole.y1), (0, -deep, 0)),
    )
    for (x, y), along in sides:
        panel(mesh, (x, y, low), along, (0, 0, top - low), palette.ceiling, 0.5)
    _glass_roof(mesh, palette, hole, top)
    for i in range(1, count := max(2, round(deep / _BEAM_EVERY))):
        y = hole.y0 + deep * i / count
        _beam(mesh, palette, (hole.x0, y - 0.05, low + 0.1), (hole.x1, y + 0.05, low + 0.52), "yYz")
    for i in range(1, count := max(2, round(wide / 2.2))):
        x = hole.x0 + wide * i / count
        _beam(
            mesh, palette, (x - 0.03, hole.y0, low + 0.52), (x + 0.03, hole.y1, low + 0.66), "xXz"
        )
    for area in _around(hole.grown(0.07), hole):
        lower, upper = (area.x0, area.y0, low - 0.03), (area.x1, area.y1, low)
        box(mesh, lower, upper, palette.brass, 0.0, 2.0, "xXyYz")


def _beam(
    mesh: Mesh,
    palette: Palette,
    low: tuple[float, float, float],
    high: tuple[float, float, float],
    faces: str,
) -> None:
    box(mesh, low, high, palette.oak, 0.0, 1.2, faces)


def _glass_roof(mesh: Mesh, palette: Palette, hole: Block, z: float) -> None:
    """Luminous glass, a little brighter towards the middle."""
    x, y = np.meshgrid(np.linspace(hole.x0, hole.x1, 7), np.linspace(hole.y0, hole.y1, 7))
    points = np.stack([x, y, np.full_like(x, z)], -1)
    u, v = np.meshgrid(np.linspace(-1, 1, 7), np.linspace(-1, 1, 7))
    shade = (1 - 0.22 * np.maximum(abs(u), abs(v)) ** 2)[..., None] * palette.lantern.colour
    facing = np.broadcast_to([0.0, 0.0, -1.0], points.shape)
    add_grid(mesh, points, palette.lantern, facing, None, shade.reshape(-1, 3))


def _raft(mesh: Mesh, palette: Palette, bay: Bay, height: float) -> None:
    """An oak raft that swallows sound before each bay, with a line of light in it."""
    mesh.frame = Frame(bay.x, bay.y, height, bay.turn)
    panel(mesh, (-1.62, -1.0, -0.16), (3.24, 0, 0), (0, -1.4, 0), palette.slats, 0.5)
    low, high = (-1.62, -2.4, -0.16), (1.62, -1.0, -0.11)
    box(mesh, low, high, palette.oak_side, 0.0, 1.2, "xXyY")
    panel(mesh, (-1.2, -1.64, -0.172), (2.4, 0, 0), (0, -0.12, 0), palette.strip, 3.0)
    mesh.frame = Frame()


def _chandelier(mesh: Mesh, palette: Palette, spot: tuple[float, float], height: float) -> None:
    """A ring of light over the information desk on three thin rods."""
    outer, z = 1.55, height - 0.75
    for radius, sign in ((outer, 1.0), (outer - 0.12, -1.0)):
        run = [(radius, z), (radius, z + 0.1)]
        turned(mesh, spot, run if sign > 0 else run[::-1], palette.brass, 40)
    turned(mesh, spot, [(outer - 0.12, z), (outer, z)], palette.lamp, 40)
    for k in range(3):
        angle = 2 * np.pi * k / 3 + 0.5
        x, y = spot[0] + 1.49 * float(np.cos(angle)), spot[1] + 1.49 * float(np.sin(angle))
        low, high = (x - 0.006, y - 0.006, z + 0.1), (x + 0.006, y + 0.006, height + 0.6)
        box(mesh, low, high, palette.brass, 0.0, 3.0, "xXyY")


def _light_lines(mesh: Mesh, palette: Palette, shape: Shape) -> None:
    """A wing's ceiling: a long oak raft under a glow, and lines of light on either side."""
    half, height = shape.width / 2, shape.height
    reach = max(0.8, half - 3.4)
    y0, y1 = 1.6, shape.depth - 1.6
    for side in (-1, 1):
        x0, x1 = sorted((side * reach, side * (reach + 0.3)))
        _soffit(mesh, Block("light", x0, y0, x1, y1), height - 0.004, palette.lamp, 1.6)
    count = max(1, round((y1 - y0) / 3.4))
    for i in range(count):
        start = y0 + (y1 - y0) * i / count + 0.15
        end = y0 + (y1 - y0) * (i + 1) / count - 0.15
        area = Block("raft", -reach + 0.25, start, reach - 0.25, end)
        _soffit(mesh, area, height - 0.2, palette.slats, 0.6)
        low, high = (area.x0, area.y0, height - 0.2), (area.x1, area.y1, height - 0.14)
        box(mesh, low, high, palette.oak_side, 0.0, 1.2, "xXyY")
