"""A room's shape as one mesh."""

from hall3d.plan import Shape
from hall3d.scene.decorations import decorate
from hall3d.scene.furniture import build_furniture
from hall3d.scene.mesh import Arrays, Mesh
from hall3d.scene.palette import Palette
from hall3d.scene.shell import build_columns, build_shell


def build_model(shape: Shape, palette: Palette) -> Arrays:
    """Every surface of a shape; the same shape always makes the same arrays."""
    mesh = Mesh()
    build_shell(mesh, palette, shape)
    build_columns(mesh, palette, shape)
    build_furniture(mesh, palette, shape)
    decorate(mesh, palette, shape)
    return mesh.arrays()
