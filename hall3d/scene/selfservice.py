"""Where one helps oneself: terminals, writing tables, totems that show the way."""

import math

from hall3d.plan.model import Block
from hall3d.scene.greenery import posy
from hall3d.scene.mesh import NEAR, UNMIRRORED, Frame, Mesh
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, panel

_SCREEN_LEAN = math.tan(math.radians(25.0))
_SCREEN = (-0.114, 1.24)
"""Where a terminal's screen hangs: into the block, and up (metres); its card is in the plan."""


def frame_of(block: Block) -> Frame:
    """The frame of what stands on a block: x to a visitor's right, y away from who faces it."""
    return Frame(*block.centre, 0.0, block.turn)


def kiosk(mesh: Mesh, palette: Palette, block: Block) -> None:
    """A terminal: an oak stele with a leaning screen, a shelf for papers, cloth wings."""
    outer = frame_of(block)
    mesh.frame = outer
    box(mesh, (-0.27, -0.22, 0.0), (0.27, 0.22, 0.025), palette.dark, 0.0, 1.0, "xXyYZ")
    box(mesh, (-0.2, -0.06, 0.025), (0.2, 0.12, 0.98), palette.stone_body, 0.02, 0.5, "xXyY")
    box(mesh, (-0.204, -0.064, 0.84), (0.204, 0.0, 0.86), palette.brass, 0.0, 1.0, "xXyzZ")
    box(mesh, (-0.13, -0.063, 0.62), (0.13, -0.05, 0.72), palette.dark, 0.0, 1.0, "y")
    box(mesh, (-0.24, -0.3, 0.96), (0.24, 0.12, 0.985), palette.oak_top, 0.01, 1.0)
    for x in (-0.3, 0.268):
        box(mesh, (x, -0.18, 0.7), (x + 0.032, 0.2, 1.62), palette.cloth, 0.013, 0.8)
    mesh.frame = outer.at(0.0, _SCREEN[0] - _SCREEN_LEAN * _SCREEN[1], 0.0, 0.0, _SCREEN_LEAN)
    box(mesh, (-0.24, 0.0, 1.0), (0.24, 0.06, 1.5), palette.dark, 0.018, 1.0)
    box(mesh, (-0.19, -0.001, 1.06), (0.19, 0.0, 1.42), palette.screen, 0.0, 1.0, "y")
    mesh.frame = outer
    box(mesh, (-0.27, 0.16, 0.7), (0.27, 0.19, 1.62), palette.oak, 0.0, 1.0, "xXyYZ")
    box(mesh, (-0.27, 0.1, 1.6), (0.27, 0.16, 1.62), palette.brass, 0.0, 1.0, "xXyZ")
    panel(mesh, (-0.22, 0.15, 1.599), (0.44, 0, 0), (0, -0.04, 0), palette.niche_light, 3.0)
    mesh.frame = Frame()


def writing_table(mesh: Mesh, palette: Palette, block: Block) -> None:
    """A table to write at standing, with forms, pens and a lamp; one end is lower."""
    mesh.frame = frame_of(block)
    box(mesh, (-0.8, -0.3, 1.02), (0.3, 0.3, 1.06), palette.oak_top, 0.014, 0.6)
    box(mesh, (0.3, -0.3, 0.73), (0.8, 0.3, 0.77), palette.oak_top, 0.014, 0.6)
    for x, top in ((-0.74, 1.02), (0.26, 1.02), (0.7, 0.73)):
        box(mesh, (x, -0.26, 0.0), (x + 0.045, 0.26, top), palette.stone_body, 0.01, 0.8, "xXyY")
    box(mesh, (-0.7, -0.02, 0.5), (0.26, 0.02, 1.02), palette.slats, 0.0, 0.8, "yY")
    with mesh.only(NEAR | UNMIRRORED):
        for i in range(3):
            x = -0.62 + 0.27 * i
            box(mesh, (x, -0.22, 1.06), (x + 0.21, 0.05, 1.065), palette.paper, 0.0, 1.0, "xXyYZ")
            box(mesh, (x, 0.18, 1.06), (x + 0.21, 0.2, 1.24), palette.joinery, 0.0, 1.0)
            box(
                mesh,
                (x + 0.01, 0.17, 1.07),
                (x + 0.2, 0.18, 1.28),
                palette.paper,
                0.0,
                1.0,
                "xXyYZ",
            )
        box(mesh, (0.42, -0.2, 0.77), (0.63, 0.08, 0.776), palette.paper, 0.0, 1.0, "xXyYZ")
    posy(mesh, palette, frame_of(block).at(0.2, 0.12, 1.06), 0.3, 5)
    mesh.frame = Frame()


def totem(mesh: Mesh, palette: Palette, block: Block) -> None:
    """A slab that shows the way on both sides, on a foot of brass."""
    mesh.frame = frame_of(block)
    box(mesh, (-0.35, -0.11, 0.0), (0.35, 0.11, 0.06), palette.brass, 0.01, 1.0, "xXyYZ")
    box(mesh, (-0.34, -0.1, 0.06), (0.34, 0.1, 2.17), palette.joinery, 0.012, 0.8, "xXyY")
    box(mesh, (-0.35, -0.11, 2.17), (0.35, 0.11, 2.2), palette.brass, 0.008, 1.0)
    mesh.frame = Frame()
