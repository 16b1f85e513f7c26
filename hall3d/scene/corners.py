"""The children's corner and the exhibition's walls."""

import numpy as np

from hall3d.plan.model import Block
from hall3d.scene.mesh import NEAR, UNMIRRORED, Frame, Mesh, Paint, paint
from hall3d.scene.palette import Palette
from hall3d.scene.selfservice import frame_of
from hall3d.scene.shapes import box, turned

_TOYS = tuple(paint(code) for code in ("C8553D", "E0A63C", "3E7C8C", "6F9457", "D9CDB8", "8A5A83"))


def children(mesh: Mesh, palette: Palette, block: Block) -> None:
    """A round rug with a low table, stools, a book shelf, and blocks to build with."""
    mesh.frame = frame_of(block)
    _rug(mesh, palette)
    turned(
        mesh, (0.0, -0.1), [(0.22, 0.012), (0.2, 0.03), (0.06, 0.05), (0.05, 0.44)], palette.oak, 14
    )
    table = [(0.5, 0.45), (0.52, 0.46), (0.52, 0.48), (0.5, 0.49), (0.0, 0.49)]
    turned(mesh, (0.0, -0.1), table, palette.stone_top, 26)
    cloths = (palette.cloth_warm, Paint(_TOYS[1].colour, "textile"), palette.cloth)
    for finish, angle in zip(cloths, (2.5, 3.9, 5.2), strict=True):
        spot = (0.85 * float(np.cos(angle)), -0.1 + 0.85 * float(np.sin(angle)))
        _stool(mesh, palette, spot, finish)
    _shelf(mesh, palette)
    _toys(mesh)
    mesh.frame = Frame()


def _rug(mesh: Mesh, palette: Palette) -> None:
    for outer, inner, finish in ((1.28, 1.16, palette.cloth_warm), (1.16, 0.0, palette.rug)):
        rings = [(outer, 0.004 if outer > 1.2 else 0.012)]
        rings += [(r, 0.012) for r in np.linspace(outer - 0.01, inner, 4)]
        turned(mesh, (0.0, -0.02), rings, finish, 32)


def _stool(mesh: Mesh, palette: Palette, spot: tuple[float, float], finish: Paint) -> None:
    body = [(0.15, 0.012), (0.165, 0.04), (0.165, 0.2), (0.16, 0.22)]
    turned(mesh, spot, body, palette.oak, 14)
    turned(mesh, spot, [(0.168, 0.22), (0.175, 0.25), (0.16, 0.285), (0.0, 0.29)], finish, 14)


def _shelf(mesh: Mesh, palette: Palette) -> None:
    """A low shelf along the back with books in many colours."""
    y0, y1 = 0.98, 1.28
    for x in (-1.4, -0.56, 0.28):
        box(mesh, (x, y0, 0.0), (x + 0.022, y1, 0.74), palette.oak, 0.0, 1.0, "xXyYZ")
    box(mesh, (-1.4, y1 - 0.02, 0.0), (0.3, y1, 0.74), palette.oak_side, 0.0, 1.0, "yY")
    for z in (0.05, 0.39, 0.72):
        box(mesh, (-1.4, y0, z), (0.3, y1, z + 0.022), palette.oak, 0.0, 1.5, "yYzZ")
    rng = np.random.default_rng(71)
    with mesh.only(NEAR | UNMIRRORED):
        for row in (0.072, 0.412):
            x = -1.34
            while x < 0.2:
                wide, tall = rng.uniform(0.05, 0.12), rng.uniform(0.17, 0.27)
                if rng.random() < 0.75:
                    toy = _TOYS[int(rng.integers(len(_TOYS)))]
                    box(
                        mesh,
                        (x, y0 + 0.05, row),
                        (x + wide, y0 + 0.2, row + tall),
                        toy,
                        0.0,
                        1.0,
                        "xXyZ",
                    )
                x += wide + 0.008


def _toys(mesh: Mesh) -> None:
    """A little tower of blocks, and a train of three."""
    for i, (x, y, z) in enumerate(
        ((0.0, 0, 0.49), (0.1, 0, 0.49), (0.05, 0, 0.57), (0.052, 0, 0.65))
    ):
        low = (x - 0.04, y - 0.2, z)
        box(mesh, low, (x + 0.04, y - 0.12, z + 0.08), _TOYS[i], 0.008, 1.0, "xXyYZ")
    for i in range(3):
        x = -0.95 + 0.17 * i
        low, high = (x, -0.95, 0.04), (x + 0.14, -0.86, 0.13 + 0.04 * (i == 0))
        box(mesh, low, high, _TOYS[2 - i], 0.01, 1.0)


def exhibit(mesh: Mesh, palette: Palette, block: Block) -> None:
    """A free-standing wall for pictures on both faces, each under its own line of light."""
    mesh.frame = frame_of(block)
    for x in (-0.95, 0.85):
        box(mesh, (x, -0.17, 0.0), (x + 0.1, 0.17, 0.03), palette.dark, 0.0, 1.0, "xXyYZ")
        box(mesh, (x + 0.03, -0.03, 0.03), (x + 0.07, 0.03, 0.4), palette.dark, 0.0, 1.0, "xXyY")
    box(mesh, (-1.2, -0.06, 0.4), (1.2, 0.06, 2.12), palette.oak, 0.012, 0.8)
    for y in (-1, 1):
        low, high = sorted((y * 0.06, y * 0.075))
        side = "xXzZ" + ("y" if y < 0 else "Y")
        box(mesh, (-1.13, low, 0.79), (1.13, high, 1.97), palette.paper, 0.0, 0.6, side)
        low, high = sorted((y * 0.06, y * 0.17))
        box(mesh, (-1.0, low, 2.06), (1.0, high, 2.085), palette.brass, 0.0, 1.0, side)
        low, high = sorted((y * 0.12, y * 0.165))
        box(mesh, (-0.98, low, 2.052), (0.98, high, 2.06), palette.niche_light, 0.0, 3.0, "z")
    mesh.frame = Frame()
