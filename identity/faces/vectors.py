"""How the vectors of every engine are merged and compared: unit vectors and their cosine."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from identity.decisions.calibration import Calibration
from identity.decisions.decision import EngineInfo
from identity.faces.calibrations import calibration_of
from identity.pictures import Vector


def unit(vector: Vector) -> Vector:
    """The same direction, of length 1."""
    scaled: Vector = (vector / max(float(np.linalg.norm(vector)), 1e-9)).astype(np.float32)
    return scaled


class UnitVectors:
    """The half of an engine that is the same for all."""

    info: EngineInfo

    @cached_property
    def calibration(self) -> Calibration:
        """Similarities that were measured for this engine."""
        return calibration_of(self.info)

    def mean(self, vectors: Sequence[Vector]) -> Vector:
        """The unit vector in the middle."""
        return unit(np.mean(vectors, axis=0))

    def similarity(self, one: Vector, other: Vector) -> float:
        """Cosine, -1..1, also of vectors that were stored before lengths were 1."""
        return float(unit(one) @ unit(other))
