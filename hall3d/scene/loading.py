"""A stage for a list of departments: plan, baked world and signs together."""

from collections.abc import Sequence

from hall3d.plan import Department, lay_out
from hall3d.scene.bake import bake, baked_folder, source_digest
from hall3d.scene.palette import DAY
from hall3d.scene.stage import Stage
from hall3d.signs.store import signs


def load_stage(departments: Sequence[Department], language: str, theme: str = DAY) -> Stage:
    """The hall ready to be looked at; bakes what the cache does not hold."""
    pictures = signs(departments, language, baked_folder(), source_digest())
    return Stage(lay_out(departments), bake(departments, theme=theme), pictures)
