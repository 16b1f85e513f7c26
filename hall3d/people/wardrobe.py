"""Every figure of the hall by name, made once and kept in the cache by content hash."""

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from hall3d.people import looks, stances
from hall3d.people.figure import Figure, Form
from hall3d.people.looks import Looks
from hall3d.scene.bake import baked_folder, store
from hall3d.scene.mesh import Array

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Costume:
    """A person and how they hold themselves; `whole`: whether their legs can be seen."""

    looks: Looks
    stance: Callable[[], Array]
    whole: bool = True


_WORKING_SEAT = 0.5


def _at_work() -> Array:
    return stances.at_work(_WORKING_SEAT)


COSTUMES: dict[str, Costume] = {
    "guide": Costume(looks.GUIDE, stances.hands_together),
    "desk": Costume(looks.STAFF[1], stances.hands_together, whole=False),
    **{f"clerk{i}": Costume(one, _at_work, whole=False) for i, one in enumerate(looks.STAFF)},
    "sitting:student": Costume(looks.VISITORS["student"], stances.reading),
    "sitting:reader": Costume(looks.VISITORS["reader"], stances.reading),
    "sitting:grandmother": Costume(looks.VISITORS["grandmother"], stances.sitting),
    "sitting:traveller": Costume(looks.VISITORS["traveller"], stances.sitting),
    "sitting:neighbour": Costume(looks.VISITORS["worker"], stances.sitting),
    "worker": Costume(looks.VISITORS["worker"], stances.standing),
    "elder": Costume(looks.VISITORS["elder"], stances.with_stick),
    "wheelchair": Costume(looks.VISITORS["wheelchair"], stances.sitting),
    "parent": Costume(looks.VISITORS["parent"], stances.leading_by_the_hand),
    "child": Costume(looks.VISITORS["child"], stances.hand_held),
}


def figure(name: str) -> Figure:
    """A figure by its name in COSTUMES, from the cache or made now and kept there."""
    path = baked_folder() / f"person-{name.replace(':', '-')}-{_digest()}.npz"
    if path.exists():
        try:
            return _load(path)
        except (OSError, ValueError, KeyError, BadZipFile) as broken:
            _log.warning("the figure %s is unreadable and is made again: %s", path.name, broken)
    made = _made(COSTUMES[name])
    arrays = {"picture": made.picture, "scale": np.array(made.scale)}
    for level, form in enumerate(made.forms):
        arrays.update({f"{part}:{level}": getattr(form, part) for part in _PARTS})
    store(path, arrays)
    return made


def _made(costume: Costume) -> Figure:
    from hall3d.people.making import build_figure  # not needed where the cache holds everybody

    made = build_figure(costume.looks, costume.stance(), costume.whole)
    return made if costume.looks.staff else replace(made, picture=_halved(made.picture))


def _halved(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Half as large each way: nobody looks at the other visitors from as near as at the staff."""
    high, wide, channels = picture.shape
    cut = picture.reshape(high // 2, 2, wide // 2, 2, channels)
    return np.asarray(cut.mean((1, 3)) + 0.5, np.uint8)


def prepare() -> None:
    """Make every figure that the cache does not hold."""
    for name in COSTUMES:
        figure(name)


_PARTS = ("points", "settled", "weights", "colours", "uvs", "triangles")


def _load(path: Path) -> Figure:
    with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
        forms = [Form(*(file[f"{part}:{level}"] for part in _PARTS)) for level in range(3)]
        return Figure((forms[0], forms[1], forms[2]), file["picture"], float(file["scale"]))


@cache
def _digest() -> str:
    digest = hashlib.sha256()
    room = Path(__file__).resolve().parent
    for path in (*sorted(room.glob("*.py")), room.parent / "scene" / "tone.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]
