"""One face in one picture, as the detector found it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Face:
    """Pixels of the picture it was found in.

    box: x, y, width, height; points: 5 x 2, the person's right eye, left eye, nose, right and
    left corner of the mouth; score: 0..1.
    """

    box: tuple[float, float, float, float]
    points: NDArray[np.float32]
    score: float

    def within(self, width: int, height: int) -> list[float]:
        """The box as fractions of a picture of this size, cut at its edges: x, y, w, h."""
        x, y, w, h = self.box
        left, top = max(0.0, x / width), max(0.0, y / height)
        right, bottom = min(1.0, (x + w) / width), min(1.0, (y + h) / height)
        return [round(v, 4) for v in (left, top, max(0.0, right - left), max(0.0, bottom - top))]


def main_face(faces: Sequence[Face], width: int, height: int) -> Face:
    """Whom a picture of one person shows, when others stand behind: large, and in the middle.

    Needs at least one face; width and height are the picture's.
    """

    def worth(face: Face) -> float:
        x, y, w, h = face.box
        aside = (x + w / 2 - width / 2) ** 2 + (y + h / 2 - height / 2) ** 2
        return w * h - 2 * aside

    return max(faces, key=worth)
