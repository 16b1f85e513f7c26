"""The hall's shell: walls between the arches, cornice, ceiling with its lantern, floor."""

import math
from collections.abc import Iterable

import numpy as np

from hall3d.plan.model import Block, Shape
from hall3d.scene.bays import build_bay
from hall3d.scene.mesh import Frame, Mesh, Paint
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, panel, turned

CORNICE = 4.82
LANTERN_RISE = 0.95
TITLE_SIZE = (4.96, 0.62)
TITLE_CENTRE = 5.27
"""Metres: the hall's name over the far arcade, and the height of its middle."""


def build_shell(mesh: Mesh, palette: Palette, plan: Shape) -> None:
    """Everything that does not stand on the floor, and the floor."""
    for bay in plan.bays:
        build_bay(mesh, palette, bay, plan.pitch, plan.height)
    for frame, length in _walls(plan):
        _wall(mesh, palette, plan, frame, length)
    mesh.frame = Frame()
    if plan.kind == "hall":
        _title_plaque(mesh, palette, plan)
    if plan.lantern is not None:
        _ceiling(mesh, palette, plan, plan.lantern)
        _lantern(mesh, palette, plan, plan.lantern)
    _strips(mesh, palette, plan)
    _floor(mesh, palette, plan)


def _walls(plan: Shape) -> Iterable[tuple[Frame, float]]:
    half = plan.width / 2
    yield Frame(0.0, plan.depth, 0.0, 0.0), plan.width
    yield Frame(-half, plan.depth / 2, 0.0, math.pi / 2), plan.depth
    yield Frame(half, plan.depth / 2, 0.0, -math.pi / 2), plan.depth
    yield Frame(0.0, 0.0, 0.0, math.pi), plan.width


def _wall(mesh: Mesh, palette: Palette, plan: Shape, frame: Frame, length: float) -> None:
    """The plain stretches of one wall, with its plinth and cornice."""
    mesh.frame = frame
    half = length / 2
    for low, high in _gaps(plan, frame, length):
        panel(mesh, (low, 0, 0), (high - low, 0, 0), (0, 0, plan.height), palette.wall, 0.5)
        box(mesh, (low, -0.075, 0.0), (high, 0.0, 0.16), palette.plinth, 0.012, 0.5, "yZ")
        box(mesh, (low, -0.085, 3.0), (high, 0.0, 3.065), palette.brass, 0.015, 0.6, "yzZ")
    box(
        mesh, (-half, -0.1, CORNICE), (half, 0.0, CORNICE + 0.1), palette.moulding, 0.02, 0.5, "yzZ"
    )
    box(
        mesh,
        (-half, -0.13, CORNICE + 0.1),
        (half, 0, CORNICE + 0.14),
        palette.brass,
        0.01,
        0.5,
        "yzZ",
    )
    high = plan.height
    box(mesh, (-half, -0.16, high - 0.16), (half, 0.0, high), palette.moulding, 0.03, 0.5, "yz")


def _title_plaque(mesh: Mesh, palette: Palette, plan: Shape) -> None:
    """The board that carries the hall's name, over the far arcade."""
    wide, high = TITLE_SIZE[0] / 2 + 0.04, TITLE_SIZE[1] / 2 + 0.04
    y, z = plan.depth, TITLE_CENTRE
    low, top = (-wide, y - 0.2, z - high), (wide, y - 0.1, z + high)
    box(mesh, low, top, palette.brass, 0.012, 0.7, "xXyzZ")


def _gaps(plan: Shape, frame: Frame, length: float) -> list[tuple[float, float]]:
    """Stretches (along the wall) that no bay covers."""
    along = frame.matrix()[0]
    middles = sorted(
        float((bay.x - frame.x) * along[0] + (bay.y - frame.y) * along[1])
        for bay in plan.bays
        if abs(bay.turn - frame.turn) < 1e-6
    )
    edges = [-length / 2]
    for middle in middles:
        edges += [middle - plan.pitch / 2, middle + plan.pitch / 2]
    edges.append(length / 2)
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(low, high) for low, high in pairs if high - low > 0.01]


def _level(mesh: Mesh, area: Block, z: float, finish: Paint, step: float, down: bool) -> None:
    """A level rectangle seen from below or above."""
    wide, deep = area.x1 - area.x0, area.y1 - area.y0
    if down:
        panel(mesh, (area.x0, area.y1, z), (wide, 0, 0), (0, -deep, 0), finish, step)
    else:
        panel(mesh, (area.x0, area.y0, z), (wide, 0, 0), (0, deep, 0), finish, step)


def _ceiling(mesh: Mesh, palette: Palette, plan: Shape, hole: Block) -> None:
    half = plan.width / 2
    for area in (
        Block("ceiling", -half, 0, half, hole.y0),
        Block("ceiling", -half, hole.y1, half, plan.depth),
        Block("ceiling", -half, hole.y0, hole.x0, hole.y1),
        Block("ceiling", hole.x1, hole.y0, half, hole.y1),
    ):
        _level(mesh, area, plan.height, palette.ceiling, 0.6, down=True)


def _lantern(mesh: Mesh, palette: Palette, plan: Shape, hole: Block) -> None:
    """The raised, luminous middle of the ceiling, crossed by oak beams."""
    low = plan.height
    top = low + LANTERN_RISE
    wide, deep = hole.x1 - hole.x0, hole.y1 - hole.y0
    panel(mesh, (hole.x0, hole.y1, low), (wide, 0, 0), (0, 0, top - low), palette.ceiling, 0.6)
    panel(mesh, (hole.x1, hole.y0, low), (-wide, 0, 0), (0, 0, top - low), palette.ceiling, 0.6)
    panel(mesh, (hole.x0, hole.y0, low), (0, deep, 0), (0, 0, top - low), palette.ceiling, 0.6)
    panel(mesh, (hole.x1, hole.y1, low), (0, -deep, 0), (0, 0, top - low), palette.ceiling, 0.6)
    _level(mesh, hole, top, palette.lantern, 1.6, down=True)
    count = max(2, round(deep / 1.45))
    for i in range(1, count):
        y = hole.y0 + deep * i / count
        box(
            mesh,
            (hole.x0, y - 0.06, low + 0.12),
            (hole.x1, y + 0.06, low + 0.5),
            palette.oak,
            0.0,
            0.9,
            "yYz",
        )
    for x in (hole.x0 + wide / 3, hole.x1 - wide / 3):
        box(
            mesh,
            (x - 0.05, hole.y0, low + 0.5),
            (x + 0.05, hole.y1, low + 0.62),
            palette.oak,
            0.0,
            0.9,
            "xXz",
        )
    rim = 0.09
    for x0, y0, x1, y1 in (
        (hole.x0 - rim, hole.y0 - rim, hole.x1 + rim, hole.y0),
        (hole.x0 - rim, hole.y1, hole.x1 + rim, hole.y1 + rim),
        (hole.x0 - rim, hole.y0, hole.x0, hole.y1),
        (hole.x1, hole.y0, hole.x1 + rim, hole.y1),
    ):
        box(mesh, (x0, y0, low - 0.045), (x1, y1, low + 0.02), palette.brass, 0.01, 0.7, "xXyYz")


def _strips(mesh: Mesh, palette: Palette, plan: Shape) -> None:
    """A line of light in the ceiling before every bay."""
    for bay in plan.bays:
        mesh.frame = Frame(bay.x, bay.y, plan.height, bay.turn)
        box(mesh, (-1.2, -2.17, -0.03), (1.2, -1.93, 0.0), palette.moulding, 0.01, 1.3, "xXyYz")
        panel(mesh, (-1.14, -1.98, -0.034), (2.28, 0, 0), (0, -0.14, 0), palette.strip, 2.0)
    mesh.frame = Frame()


def _floor(mesh: Mesh, palette: Palette, plan: Shape) -> None:
    area = Block("floor", -plan.width / 2, 0.0, plan.width / 2, plan.depth)
    _level(mesh, area, 0.0, palette.floor, 0.42, down=False)


def build_columns(mesh: Mesh, palette: Palette, plan: Shape) -> None:
    """Round columns: stone, with the brass band of the arches' imposts."""
    top = plan.height
    for block in plan.of_kind("column"):
        centre = block.centre
        foot = [(0.37, 0.0), (0.37, 0.13), (0.345, 0.16), (0.31, 0.2)]
        heights = np.linspace(0.2, 3.0, 6)
        shaft = [*foot, *[(0.31, float(z)) for z in heights[1:]]]
        turned(mesh, centre, shaft, palette.stone_body, 20)
        band = [(0.315, 3.0), (0.34, 3.0), (0.34, 3.065), (0.315, 3.065)]
        turned(mesh, centre, band, palette.brass, 20)
        rest = [(0.305, float(z)) for z in np.linspace(3.065, top - 0.5, 6)]
        crown = [(0.32, top - 0.36), (0.37, top - 0.2), (0.46, top - 0.08), (0.48, top - 0.001)]
        turned(mesh, centre, [*rest, *crown], palette.stone_body, 20)
