"""A stage for a list of departments: plan, baked shapes and signs together."""

from collections.abc import Iterator, Mapping, Sequence

from hall3d.plan import Department, HallPlan, Shape, lay_out
from hall3d.scene.bake import (
    BakedShape,
    bake,
    baked_folder,
    is_baked,
    materials,
    source_digest,
)
from hall3d.scene.palette import DAY
from hall3d.scene.stage import Stage
from hall3d.signs.shelf import Shelf


def load_stage(departments: Sequence[Department], language: str, theme: str = DAY) -> Stage:
    """The hall ready to be looked at; bakes what the cache does not hold. Raises UnknownTheme."""
    plan = lay_out(departments)
    return Stage(plan, Shapes(plan, theme), materials(theme), load_shelf(plan, language))


class Shapes(Mapping[Shape, BakedShape]):
    """The baked shapes of a hall, each read when it is asked for: most are never seen."""

    def __init__(self, plan: HallPlan, theme: str) -> None:
        self._theme = theme
        self._shapes = tuple(dict.fromkeys(room.shape for room in plan.rooms))
        for shape in self._shapes:
            if not is_baked(shape, theme):
                bake(shape, theme=theme)

    def __getitem__(self, shape: Shape) -> BakedShape:
        return bake(shape, theme=self._theme)

    def __iter__(self) -> Iterator[Shape]:
        return iter(self._shapes)

    def __len__(self) -> int:
        return len(self._shapes)


def load_shelf(plan: HallPlan, language: str) -> Shelf:
    """The hall's pictures in a language; paints what the cache does not hold."""
    return Shelf(plan, language, baked_folder(), source_digest("signs"))
