"""A stage for a list of departments: plan, baked shapes and signs together."""

from collections.abc import Sequence

from hall3d.plan import Department, HallPlan, lay_out
from hall3d.scene.bake import bake, baked_folder, source_digest
from hall3d.scene.palette import DAY
from hall3d.scene.stage import Stage
from hall3d.signs.shelf import Shelf


def load_stage(departments: Sequence[Department], language: str, theme: str = DAY) -> Stage:
    """The hall ready to be looked at; bakes what the cache does not hold. Raises UnknownTheme."""
    plan = lay_out(departments)
    shapes = {room.shape: bake(room.shape, theme=theme) for room in plan.rooms}
    return Stage(plan, shapes, load_shelf(plan, language))


def load_shelf(plan: HallPlan, language: str) -> Shelf:
    """The hall's pictures in a language; paints what the cache does not hold."""
    return Shelf(plan, language, baked_folder(), source_digest())
