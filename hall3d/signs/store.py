"""Painted pictures kept on disk, so that a start that finds them needs no Qt."""

import hashlib
import logging
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from hall3d.plan import HallPlan

_log = logging.getLogger(__name__)


def signs(
    plan: HallPlan, language: str, folder: Path, programs: str
) -> dict[str, NDArray[np.uint8]]:
    """Every picture of a hall in a language, from `folder` or painted now and kept there.

    programs: a digest of the programs that paint; another digest paints anew.
    """
    path = folder / f"signs-{_key(plan, language, programs)}.npz"
    if path.exists():
        try:
            with path.open("rb") as raw, np.load(raw, allow_pickle=False) as file:
                return {name: file[name] for name in file.files}
        except (OSError, ValueError, BadZipFile) as broken:
            _log.warning("the signs %s are unreadable and are painted again: %s", path.name, broken)
    from hall3d.scene.bake import store
    from hall3d.signs.fitting import start_qt
    from hall3d.signs.pictures import HallPictures

    start_qt()
    painter = HallPictures(plan, language)
    pictures = {name: painter.paint(name) for name in painter.names}
    store(path, dict(pictures))
    return pictures


def _key(plan: HallPlan, language: str, programs: str) -> str:
    departments = [one.department for one in plan.counters]
    told = repr((departments, plan.cards, language, programs))
    return hashlib.sha256(told.encode()).hexdigest()[:20]
