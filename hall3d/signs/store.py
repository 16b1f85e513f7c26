"""Painted pictures kept on disk, so that a start that finds them needs no Qt."""

import hashlib
import logging
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from hall3d.plan import HallPlan

_SMALL = 4
"""How many times smaller each way a picture is kept for looking at it from afar."""
_MARK = "~"
_log = logging.getLogger(__name__)
Pixels = NDArray[np.uint8]


class Signs(Mapping[str, Pixels]):
    """Every picture of a hall in one language, read when it is asked for."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, ValueError or BadZipFile for a file that is no set of pictures."""
        self._file = np.load(path, allow_pickle=False)
        self._names = tuple(name for name in self._file.files if not name.endswith(_MARK))
        if self._names:
            self[self._names[0]]

    def __getitem__(self, name: str) -> Pixels:
        return np.asarray(self._file[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def small(self, name: str) -> Pixels:
        """The picture for looking at it from afar. Raises KeyError."""
        return np.asarray(self._file[name + _MARK])

    def close(self) -> None:
        """Give the file back."""
        self._file.close()


def signs(plan: HallPlan, language: str, folder: Path, programs: str) -> Signs:
    """Every picture of a hall in a language, from `folder` or painted now and kept there.

    programs: a digest of the programs that paint; another digest paints anew.
    """
    path = folder / f"signs-{_key(plan, language, programs)}.npz"
    if path.exists():
        try:
            return Signs(path)
        except (OSError, ValueError, BadZipFile, zlib.error) as broken:
            _log.warning("the signs %s are unreadable and are painted again: %s", path.name, broken)
    from hall3d.scene.bake import store
    from hall3d.signs.fitting import start_qt
    from hall3d.signs.pictures import HallPictures

    start_qt()
    painter = HallPictures(plan, language)
    painted = {name: painter.paint(name) for name in painter.names}
    smaller = {name + _MARK: shrunk(picture) for name, picture in painted.items()}
    store(path, {**painted, **smaller}, packed=True)
    return Signs(path)


def shrunk(picture: Pixels) -> Pixels:
    """A picture for looking at it from afar."""
    height, width, channels = picture.shape
    cut = picture.reshape(height // _SMALL, _SMALL, width // _SMALL, _SMALL, channels)
    return np.asarray(cut.mean((1, 3)) + 0.5, np.uint8)


def _key(plan: HallPlan, language: str, programs: str) -> str:
    departments = [one.department for one in plan.counters]
    told = repr((departments, plan.cards, language, programs))
    return hashlib.sha256(told.encode()).hexdigest()[:20]
