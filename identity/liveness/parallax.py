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

_LK = {"winSize": (17, 17), "maxLevel": 2}
_LOST = 1.0
"""Pixels between a place and itself tracked there and back; more is a lost place."""

_LEAST_KEPT = 0.4
"""Share of the places on the nose and around it that must be left."""

_ROUGHEST = 1.0
"""Pixels, median: places around that fit their smooth map worse were not followed well, as in a
sheet that is shaken."""

_FITS = 3
_NEIGHBOURHOOD = 8.0


class Parallax:
    """Follows places on the nose and on the face around it from a picture at rest to a turned one.

    A bent sheet moves smoothly: a quadratic map of the places around predicts those on the nose.
    What a real nose moves beyond that is `shift`.
    """

    def __init__(self, image: Image, points: Points) -> None:
        """image, points: the head at rest, 5 x 2 as Face has them."""
        self._rest = _lengths(points)
        self._grey, placed = _cut(image, points, _EYES / self._rest[0])
        nose, around = _places(placed)
        self._start = np.vstack([nose, around]).astype(np.float32)
        self._now = self._start.copy()
        self._kept = np.ones(len(self._start), bool)
        self._noses = len(nose)

    def follow(self, image: Image, points: Points) -> None:
        """The next picture, and the face's points in it: each cut-out follows the face, so that
        only what changes within it is left to track."""
        across, along = _lengths(points)
        nearer = max(across / self._rest[0], along / self._rest[1])  # turning shortens only one
        grey, _ = _cut(image, points, _EYES / self._rest[0] / nearer)
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
        when too little could be followed well."""
        on_nose = np.arange(len(self._kept)) < self._noses
        if min(self._kept[on_nose].mean(), self._kept[~on_nose].mean()) < _LEAST_KEPT:
            return None
        nose, around = self._kept & on_nose, self._kept & ~on_nose
        terms = _quadratic(self._start)
        moved = (self._now - self._start).astype(np.float64)
        fit = _robust(terms[around], moved[around])
        rough = np.median(np.hypot(*(moved[around] - terms[around] @ fit).T))
        if rough > _ROUGHEST:
            return None
        beyond = np.median(moved[nose] - terms[nose] @ fit, axis=0) / _EYES
        return float(beyond[0]), float(beyond[1])

    def wipe(self) -> None:
        """Forget the picture."""
        self._grey.fill(0)


def _lengths(points: Points) -> tuple[float, float]:
    """Pixels between the eyes, and from them to the mouth."""
    along = points[3:].mean(axis=0) - points[:2].mean(axis=0)
    across = points[1] - points[0]
    return max(float(np.hypot(*across)), 1.0), max(float(np.hypot(*along)), 1.0)


def _cut(image: Image, points: Points, scale: float) -> tuple[Image, Points]:
    """The face upright in the middle, so many times larger, evened out; and its points there."""
    across = points[1] - points[0]
    angle = float(np.degrees(np.arctan2(across[1], across[0])))
    middle = points[[0, 1, 3, 4]].mean(axis=0)
    cv2 = opencv()
    view = cv2.getRotationMatrix2D((float(middle[0]), float(middle[1])), angle, scale)
    view[:, 2] += _SIDE / 2 - middle
    cut = cv2.warpAffine(image, view, (_SIDE, _SIDE))
    grey = _evened(cv2.cvtColor(cut, cv2.COLOR_BGR2GRAY))
    cut.fill(0)
    placed = points @ view[:, :2].T.astype(np.float32) + view[:, 2].astype(np.float32)
    return grey, placed


def _evened(grey: Image) -> Image:
    """Each place's detail against its neighbourhood's mean and contrast: a change of light or
    exposure moves nothing then. Without this a third of a real sitting could not be followed."""
    blur = opencv().GaussianBlur
    fine = grey.astype(np.float32)
    fine -= blur(fine, (0, 0), _NEIGHBOURHOOD)
    contrast = np.sqrt(blur(fine * fine, (0, 0), _NEIGHBOURHOOD)) + 4
    even: Image = np.clip(fine / contrast * 45 + 128, 0, 255).astype(np.uint8)
    return even


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
