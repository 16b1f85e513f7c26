"""The quality components of one face, from its box, its five points and its pixels."""

import numpy as np
from numpy.typing import NDArray

from identity.faces.face import Face
from identity.faces.vision import opencv
from identity.pictures import Image
from identity.quality.components import Components

_SIDE = 112
_EYES_AND_MOUTH = np.array([[38.3, 51.7], [73.5, 51.5], [56.0, 71.7], [41.5, 92.4], [70.7, 92.2]])
_SKIN = (slice(30, 100), slice(22, 90))
_RIGHT = (slice(40, 95), slice(24, 52))
_LEFT = (slice(40, 95), slice(60, 88))
_WHITE = 247


def measure(image: Image, face: Face) -> Components:
    """Measure one face; under a millisecond."""
    height, width = image.shape[:2]
    x, y, w, h = face.box
    distance, roll, yaw, pitch = _pose(face.points)
    grey = _aligned_grey(image, face.points)
    skin = grey[_SKIN]
    measured = Components(
        eye_distance_px=distance,
        width=w / width,
        height=h / height,
        centre_x=(x + w / 2) / width,
        centre_y=(y + h / 2) / height,
        roll_deg=roll,
        yaw=yaw,
        pitch=pitch,
        luminance=float(skin.mean()) / 255,
        over_exposed=float((skin > _WHITE).mean()),
        unevenness=_unevenness(grey),
        sharpness=_sharpness(skin),
        score=face.score,
    )
    grey.fill(0)
    return measured


def _pose(points: NDArray[np.float32]) -> tuple[float, float, float, float]:
    """Eye distance in pixels, roll in degrees, yaw and pitch as Components has them."""
    right, left, nose, mouth_right, mouth_left = points.astype(np.float64)
    across = left - right
    distance = max(float(np.hypot(*across)), 1e-6)
    across /= distance
    down = np.array([-across[1], across[0]])
    eyes, mouth = (right + left) / 2, (mouth_right + mouth_left) / 2
    length = max(float(np.hypot(*(mouth - eyes))), 1e-6)
    roll = float(np.degrees(np.arctan2(across[1], across[0])))
    return (
        distance,
        roll,
        float((nose - eyes) @ across) / distance,
        float((nose - eyes) @ down) / length,
    )


def _aligned_grey(image: Image, points: NDArray[np.float32]) -> Image:
    """112 x 112 grey, eyes and mouth in fixed places."""
    cv2 = opencv()
    aligned = cv2.warpAffine(image, _similarity(points), (_SIDE, _SIDE))
    grey: Image = cv2.cvtColor(aligned, cv2.COLOR_BGR2GRAY)
    aligned.fill(0)
    return grey


def _similarity(points: NDArray[np.float32]) -> NDArray[np.float64]:
    """The turn, scale and shift (2 x 3) that best bring the points to their fixed places."""
    x, y = points[:, 0].astype(np.float64), points[:, 1].astype(np.float64)
    one, none = np.ones(5), np.zeros(5)
    rows = np.vstack([np.column_stack([x, -y, one, none]), np.column_stack([y, x, none, one])])
    (a, b, dx, dy), *_ = np.linalg.lstsq(rows, _EYES_AND_MOUTH.T.ravel(), rcond=None)
    return np.array([[a, -b, dx], [b, a, dy]])


def _unevenness(grey: Image) -> float:
    right, left = float(grey[_RIGHT].mean()), float(grey[_LEFT].mean())
    return abs(right - left) / max(right, left, 1.0)


def _sharpness(skin: Image) -> float:
    """Fine detail over contrast, so that a dim face is not called blurred."""
    cv2 = opencv()
    return float(cv2.Laplacian(skin, cv2.CV_64F).var() / max(float(skin.var()), 1.0))
