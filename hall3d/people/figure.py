"""A whole figure as drawn: near and far versions in a stance, and the picture they share."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hall3d.people.skeleton import COUNT, skinning
from hall3d.scene.mesh import Array


@dataclass(frozen=True)
class Form:
    """One version of a figure: `points` n x 3 at rest and `settled` n x 3 in the stance it was lit
    in (metres), `weights` n x COUNT, `colours` n x 3 (0..1 as shown), `uvs` n x 2, `triangles`
    m x 3."""

    points: NDArray[np.float32]
    settled: NDArray[np.float32]
    weights: NDArray[np.float32]
    colours: NDArray[np.float32]
    uvs: NDArray[np.float32]
    triangles: NDArray[np.uint32]

    def skin(self) -> NDArray[np.float32]:
        """n x 4 COUNT: times a pose's stacked matrices (4 COUNT x 3) it gives the points."""
        whole = np.concatenate([self.points, np.ones((len(self.points), 1), np.float32)], 1)
        return np.ascontiguousarray(
            (self.weights[:, :, None] * whole[:, None]).reshape(len(whole), -1)
        )


@dataclass(frozen=True)
class Figure:
    """A person: forms from fine to coarse, and the picture they share (height x width x 3, blue
    first, top row first); `scale` sizes a rest pose of 1.70 m."""

    forms: tuple[Form, Form, Form]
    picture: NDArray[np.uint8]
    scale: float


def stacked(pose: Array) -> NDArray[np.float32]:
    """A pose's skinning matrices as 4 COUNT x 3, for `Form.skin`."""
    return np.ascontiguousarray(
        skinning(pose).transpose(0, 2, 1).reshape(4 * COUNT, 3).astype(np.float32)
    )
