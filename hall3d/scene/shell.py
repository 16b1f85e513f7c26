"""The hall's shell: walls between the arches, cornice, ceiling with its lantern, floor."""

import math
from collections.abc import Iterable

import numpy as np

from hall3d.plan.model import Block, Shape
from hall3d.scene import sunlight
from hall3d.scene.bays import build_bay
from hall3d.scene.ceiling import build_ceiling
from hall3d.scene.floor import build_floor
from hall3d.scene.mesh import Frame, Mesh, paint
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, panel, strip, turned

_SUNLIGHT = paint("FFFFFF", "sunlight")
CORNICE = 4.82
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
    build_ceiling(mesh, palette, plan)
    area = Block("floor", -plan.width / 2, 0.0, plan.width / 2, plan.depth)
    build_floor(mesh, palette, area, plan.desk)
    if palette.sun.light.any():
        _sun_on_floor(mesh)


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
        strip(mesh, (low, -0.065, 0.0), (high, 0.0, 0.16), palette.plinth, 0.8, "Z")
        box(mesh, (low, -0.03, 0.16), (high, 0.0, 1.3), palette.slats, 0.0, 0.5, "y")
        strip(mesh, (low, -0.04, 1.3), (high, 0.0, 1.33), palette.oak, 1.2)
        strip(mesh, (low, -0.075, 3.01), (high, 0.0, 3.06), palette.brass, 1.2)
    foot = (-half, -0.1, CORNICE), (half, 0.0, CORNICE + 0.1)
    box(mesh, *foot, palette.moulding, 0.02, 0.5, "yzZ")
    rail = (-half, -0.13, CORNICE + 0.1), (half, 0.0, CORNICE + 0.14)
    box(mesh, *rail, palette.brass, 0.01, 0.5, "yzZ")
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


def _sun_on_floor(mesh: Mesh) -> None:
    """The sheets that show where the sun falls, one a window."""
    for index, (x, y, turn) in enumerate(mesh.windows):
        mesh.frame = Frame(x, y, 0.003, turn)
        left, right = sunlight.share_of(index, len(mesh.windows))
        uvs = [(left, 0.0), (left, 1.0), (right, 1.0), (right, 0.0)]
        corners = sunlight.sheet_corners()
        mesh.add(corners, (0.0, 0.0, 1.0), [[0, 1, 2], [0, 2, 3]], _SUNLIGHT, uvs)
    mesh.frame = Frame()


def build_columns(mesh: Mesh, palette: Palette, plan: Shape) -> None:
    """Round columns: stone, with the brass band of the arches' imposts."""
    top = plan.height
    for block in plan.of_kind("column"):
        centre = block.centre
        foot = [(0.37, 0.0), (0.37, 0.12), (0.31, 0.18)]
        shaft = [*foot, *[(0.31, float(z)) for z in np.linspace(0.6, 3.0, 5)]]
        turned(mesh, centre, shaft, palette.stone_body, 16)
        band = [(0.31, 3.0), (0.335, 3.0), (0.335, 3.05), (0.31, 3.05)]
        turned(mesh, centre, band, palette.brass, 16)
        rest = [(0.305, float(z)) for z in np.linspace(3.05, top - 0.42, 5)]
        crown = [(0.33, top - 0.26), (0.39, top - 0.12), (0.48, top - 0.05), (0.48, top - 0.001)]
        turned(mesh, centre, [*rest, *crown], palette.stone_body, 16)
