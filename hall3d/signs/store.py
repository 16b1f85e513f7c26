"""Painted signs kept on disk, so that a start that finds them needs no Qt."""

import hashlib
import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from hall3d.plan import Department

if TYPE_CHECKING:
    from hall3d.signs.fitting import Picture

_log = logging.getLogger(__name__)


def signs(
    departments: Sequence[Department], language: str, folder: Path, programs: str
) -> "dict[str, Picture]":
    """Every picture of a hall in a language, from `folder` or painted now and kept there.

    programs: a digest of the programs that paint; another digest paints anew.
    """
    rows = [[d.id, d.number, d.colour, sorted(d.name.items())] for d in departments]
    key = hashlib.sha256(json.dumps([rows, language, programs]).encode()).hexdigest()[:20]
    path = folder / f"signs-{key}.npz"
    if path.exists():
        try:
            with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
                return {name: file[name] for name in file.files}
        except (OSError, ValueError, BadZipFile) as broken:
            _log.warning("the signs %s are unreadable and are painted again: %s", path.name, broken)
    from hall3d.scene.bake import store
    from hall3d.signs.boards import hall_pictures
    from hall3d.signs.fitting import start_qt

    start_qt()
    pictures: dict[str, NDArray[np.uint8]] = hall_pictures(departments, language)
    store(path, dict(pictures))
    return pictures
