"""Baking ahead of the first start: light and signs of a hall into the cache."""

from collections.abc import Sequence

from hall3d.people import wardrobe
from hall3d.plan import Department, lay_out
from hall3d.plan.departments import LANGUAGES
from hall3d.scene.bake import bake
from hall3d.scene.loading import load_shelf
from hall3d.scene.palette import DAY


def prepare(departments: Sequence[Department], theme: str = DAY) -> None:
    """Bake the hall of these departments and paint its signs, unless the cache has them."""
    plan = lay_out(departments)
    for shape in {room.shape: None for room in plan.rooms}:
        bake(shape, theme=theme)
    wardrobe.prepare()
    for language in LANGUAGES:
        load_shelf(plan, language).close()
