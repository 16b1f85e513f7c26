"""Lamps one sees: sconces on the piers between the arches."""

from hall3d.scene.mesh import Mesh
from hall3d.scene.palette import Palette
from hall3d.scene.shapes import box, turned


def sconce(mesh: Mesh, palette: Palette, x: float, z: float) -> None:
    """A lamp on a pier, in the frame of its bay: a brass plate and an upright glass tube."""
    box(
        mesh, (x - 0.05, -0.06, z - 0.1), (x + 0.05, 0.0, z + 0.1), palette.brass, 0.0, 1.0, "xXyzZ"
    )
    tube = [(0.02, z - 0.24), (0.055, z - 0.22), (0.055, z + 0.22), (0.02, z + 0.24)]
    turned(mesh, (x, -0.13), tube, palette.lamp, 6)
    for low in (z - 0.2, z + 0.16):
        turned(mesh, (x, -0.13), [(0.062, low), (0.062, low + 0.04)], palette.brass, 6)
