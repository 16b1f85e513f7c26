"""Baking ahead of the first start: light, people and signs of a hall into the cache."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from hall3d.people import wardrobe
from hall3d.plan import Department, Shape, lay_out
from hall3d.plan.departments import LANGUAGES
from hall3d.scene import palette
from hall3d.scene.bake import bake, materials
from hall3d.scene.loading import load_shelf


def prepare(departments: Sequence[Department], theme: str = palette.DAY) -> None:
    """Bake the hall of these departments, make its people and paint its signs, unless the cache has
    them, side by side on as many processors as there are. Raises UnknownTheme."""
    palette.theme(theme)  # an unknown one is told before anything is begun
    plan = lay_out(departments)
    shapes = dict.fromkeys(room.shape for room in plan.rooms)
    context = multiprocessing.get_context("spawn")
    workers = min(os.cpu_count() or 1, len(shapes) + 1)
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        work = [pool.submit(_paint, theme)]
        work += [pool.submit(_bake, shape, theme) for shape in shapes]
        work.append(pool.submit(wardrobe.prepare))
        for language in LANGUAGES:
            load_shelf(plan, language).close()
        for one in work:
            one.result()


def _paint(theme: str) -> None:
    """In a process of its own, as _bake."""
    materials(theme)


def _bake(shape: Shape, theme: str) -> None:
    """In a process of its own: only the cache is wanted, not what would be sent back."""
    bake(shape, theme=theme)
