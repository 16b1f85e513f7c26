"""Does the nose stand out of the face? How it moves against the rest while the head turns."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from identity.faces.vision import opencv
from identity.pictures import Image

Points = NDArray[np.float32]

_SIDE = 192
_EYES = 48.0
"""Pixels between the eyes in the upright cut-out that is watched."""

_LK = {"winSize": (17, 17), "maxLevel": 3}
_LOST = 1.5
"""Pixels between a place and itself tracked there and back; more is a lost place."""

_FEWEST = (8, 24)
"""Places on the nose and around it that must be left."""

_FITS = 3


class Parallax:
    """Follows places on the nose and on the face around it from a picture at rest to a turned one.

    A bent sheet moves smoothly: a quadratic map of the places around predicts those on the nose.
    What a real nose moves beyond that is `shift`.
    """

    def __init__(self, image: Image, points: Points) -> None:
        """image, points: the head at rest, 5 x 2 as Face has them."""
        across = points[1] - points[0]
        scale = _EYES / max(float(np.hypot(*across)), 1e-6)
        angle = float(np.degrees(np.arctan2(across[1], across[0])))
        middle = points[[0, 1, 3, 4]].mean(axis=0)
        view = opencv().getRotationMatrix2D((float(middle[0]), float(middle[1])), angle, scale)
        view[:, 2] += _SIDE / 2 - middle
        self._view = view
        self._grey = self._cut(image)
        placed = points @ view[:, :2].T.astype(np.float32) + view[:, 2].astype(np.float32)
        nose, around = _places(placed)
        self._start = np.vstack([nose, around]).astype(np.float32)
        self._now = self._start.copy()
        self._kept = np.ones(len(self._start), bool)
        self._noses = len(nose)

    def follow(self, image: Image) -> None:
        """The next picture."""
        grey = self._cut(image)
        track = opencv().calcOpticalFlowPyrLK
        there, found, _ = track(self._grey, grey, self._now, None, **_LK)
        back, returned, _ = track(grey, self._grey, there, None, **_LK)
        off = np.hypot(*(back - self._now).T)
        self._kept &= (found.ravel() == 1) & (returned.ravel() == 1) & (off < _LOST)
        self._now = there
        self._grey.fill(0)
        self._grey = grey

    def shift(self) -> tuple[float, float] | None:
        """How far the nose moved beyond the face around it, x and y in eye distances at rest; None
        when too few places could be followed."""
        nose, around = self._kept.copy(), self._kept.copy()
        nose[self._noses :] = False
        around[: self._noses] = False
        if nose.sum() < _FEWEST[0] or around.sum() < _FEWEST[1]:
            return None
        terms = _quadratic(self._start)
        moved = (self._now - self._start).astype(np.float64)
        fit = _robust(terms[around], moved[around])
        beyond = np.median(moved[nose] - terms[nose] @ fit, axis=0) / _EYES
        return float(beyond[0]), float(beyond[1])

    def wipe(self) -> None:
        """Forget the picture."""
        self._grey.fill(0)

    def _cut(self, image: Image) -> Image:
        cv2 = opencv()
        cut = cv2.warpAffine(image, self._view, (_SIDE, _SIDE))
        grey: Image = cv2.cvtColor(cut, cv2.COLOR_BGR2GRAY)
        cut.fill(0)
        return grey


def _places(points: Points) -> tuple[Points, Points]:
    """A grid over the face: on the nose, and around it, between the brows and the chin."""
    middle = points[[0, 1, 3, 4]].mean(axis=0)
    down = float(points[3:, 1].mean() - points[:2, 1].mean())
    x, y = np.meshgrid(np.arange(-0.85, 0.86, 0.085), np.arange(-1.1, 1.11, 0.085))
    inside = (x / 0.9) ** 2 + (y / 1.15) ** 2 < 1
    grid = np.column_stack([x[inside] * _EYES, y[inside] * down]).astype(np.float32) + middle
    off = (grid - points[2]) / np.array([_EYES, down], np.float32)
    on_nose = (np.abs(off[:, 0]) < 0.17) & (off[:, 1] > -0.3) & (off[:, 1] < 0.12)
    near = (np.abs(off[:, 0]) < 0.34) & (off[:, 1] > -0.5) & (off[:, 1] < 0.26)
    return grid[on_nose], grid[~near]


def _quadratic(places: Points) -> NDArray[np.float64]:
    x, y = ((places.astype(np.float64) - _SIDE / 2) / _EYES).T
    return np.column_stack([np.ones_like(x), x, y, x * x, x * y, y * y])


def _robust(terms: NDArray[np.float64], moved: NDArray[np.float64]) -> NDArray[Any]:
    """Least squares, three times, each without the places that fit worst."""
    kept = np.ones(len(terms), bool)
    for _ in range(_FITS - 1):
        fit = np.linalg.lstsq(terms[kept], moved[kept], rcond=None)[0]
        off = np.hypot(*(moved - terms @ fit).T)
        kept = off <= max(2.5 * float(np.median(off)), 0.3)
    return np.linalg.lstsq(terms[kept], moved[kept], rcond=None)[0]
