"""How a head is held, from the five points of a face."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Pose:
    """turn: to the person's left (positive) or right, in eye distances; nod: the nose between
    the eyes (0) and the mouth (1), more when the head bows; across, along: pixels between the
    eyes, and from the eyes to the mouth.

    turn and nod are the nose's coordinates in the axes that eyes and mouth span. Tilting, turning
    and shearing a flat picture moves all of these together, so it changes neither; a nose that
    stands out of the face changes both.
    """

    turn: float
    nod: float
    across: float
    along: float


def pose_of(points: NDArray[np.float32]) -> Pose:
    """points: 5 x 2 as Face has them. Axes that coincide give a pose that is never at rest."""
    right, left, nose, mouth_right, mouth_left = points.astype(np.float64)
    eyes = (right + left) / 2
    across, along = left - right, (mouth_right + mouth_left) / 2 - eyes
    area = across[0] * along[1] - across[1] * along[0]
    if abs(area) < 1e-6:
        return Pose(float("inf"), float("inf"), 0.0, 0.0)
    dx, dy = nose - eyes
    return Pose(
        turn=float((dx * along[1] - dy * along[0]) / area),
        nod=float((across[0] * dy - across[1] * dx) / area),
        across=float(np.hypot(*across)),
        along=float(np.hypot(*along)),
    )


def middle(poses: list[Pose]) -> Pose:
    """The median of each measure."""
    rows = np.array([(p.turn, p.nod, p.across, p.along) for p in poses])
    turn, nod, across, along = (float(v) for v in np.median(rows, axis=0))
    return Pose(turn, nod, across, along)
