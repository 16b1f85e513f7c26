"""Baking ahead of the first start: light and signs of a hall into the cache."""

from collections.abc import Sequence

from hall3d.plan import Department, lay_out
from hall3d.plan.departments import LANGUAGES
from hall3d.scene.bake import bake, baked_folder, source_digest
from hall3d.signs.store import signs


def prepare(departments: Sequence[Department]) -> None:
    """Bake the hall of these departments and paint its signs, unless the cache has them."""
    plan = lay_out(departments)
    for shape in {room.shape: None for room in plan.rooms}:
        bake(shape)
    for language in LANGUAGES:
        signs(plan, language, baked_folder(), source_digest())
