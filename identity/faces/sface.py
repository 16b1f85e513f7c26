"""SFace through OpenCV: 128 numbers a face."""

import numpy as np

from identity.decisions.decision import EngineInfo
from identity.faces.face import Face
from identity.faces.prepare import sface_bytes
from identity.faces.vectors import UnitVectors, unit
from identity.faces.vision import opencv
from identity.models import model
from identity.pictures import Image, Vector

INFO = EngineInfo("sface", (model("yunet").info, model("sface").info))


class SFace(UnitVectors):
    """Not for several threads at once."""

    info = INFO

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
        return unit(vector)
