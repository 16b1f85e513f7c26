"""A stage for a list of departments: plan, baked shapes and signs together."""

from collections.abc import Sequence

from hall3d.plan import Department, lay_out
from hall3d.scene.bake import bake, baked_folder, source_digest
from hall3d.scene.palette import DAY
from hall3d.scene.stage import Stage
from hall3d.signs.store import signs


def load_stage(departments: Sequence[Department], language: str, theme: str = DAY) -> Stage:
    """The hall ready to be looked at; bakes what the cache does not hold. Raises UnknownTheme."""
    plan = lay_out(departments)
    pictures = signs(plan, language, baked_folder(), source_digest())
    shapes = {room.shape: bake(room.shape, theme=theme) for room in plan.rooms}
    return Stage(plan, shapes, pictures)
