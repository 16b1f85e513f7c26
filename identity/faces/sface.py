"""SFace through OpenCV: 128 numbers a face, compared by cosine."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from identity.decisions.calibration import read_calibration
from identity.decisions.decision import EngineInfo
from identity.faces.face import Face
from identity.faces.prepare import sface_bytes
from identity.faces.vision import opencv
from identity.models import model
from identity.pictures import Image, Vector

INFO = EngineInfo("sface", (model("yunet").info, model("sface").info))


class SFace:
    """Not for several threads at once."""

    info = INFO
    calibration = read_calibration(Path(__file__).with_name("sface.json"))

    def __init__(self) -> None:
        weights = np.frombuffer(sface_bytes(), np.uint8)
        nothing = np.empty(0, np.uint8)
        self._net = opencv().FaceRecognizerSF.create("onnx", weights, nothing)

    def embed(self, image: Image, face: Face) -> Vector:
        """A unit vector of 128."""
        row = np.concatenate([face.box, face.points.ravel(), [face.score]]).astype(np.float32)
        aligned = self._net.alignCrop(image, row[None])
        vector = self._net.feature(aligned)[0]
        aligned.fill(0)
        return _unit(vector)

    def mean(self, vectors: Sequence[Vector]) -> Vector:
        """The unit vector in the middle."""
        return _unit(np.mean(vectors, axis=0))

    def similarity(self, one: Vector, other: Vector) -> float:
        """Cosine, -1..1."""
        return float(one @ other)


def _unit(vector: Vector) -> Vector:
    unit: Vector = (vector / max(float(np.linalg.norm(vector)), 1e-9)).astype(np.float32)
    return unit
