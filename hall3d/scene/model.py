"""The whole hall as one mesh."""

from hall3d.plan.model import HallPlan
from hall3d.scene.furniture import build_furniture
from hall3d.scene.mesh import Arrays, Mesh
from hall3d.scene.palette import Palette
from hall3d.scene.people import build_people
from hall3d.scene.shell import build_columns, build_shell


def build_model(plan: HallPlan, palette: Palette) -> Arrays:
    """Every surface of a hall; the same plan always makes the same arrays."""
    mesh = Mesh()
    build_shell(mesh, palette, plan)
    build_columns(mesh, palette, plan)
    build_furniture(mesh, palette, plan)
    build_people(mesh, plan)
    return mesh.arrays()
