"""The second engine: face_recognition's dlib network, without the parts that this room replaces.

Importing face_recognition itself would load a detector and a 68-point file that are not needed;
its models package carries the two files that are.
"""

import importlib.util
from typing import Any

import numpy as np

from identity.decisions.decision import EngineInfo
from identity.errors import IdentityError
from identity.faces.face import Face
from identity.faces.vectors import UnitVectors, unit
from identity.faces.vision import opencv
from identity.models import model, package_folder, packaged
from identity.pictures import Image, Vector

INFO = EngineInfo("dlib", (model("yunet").info, model("dlib-points").info, model("dlib").info))


class DlibResnet(UnitVectors):
    """Not for several threads at once; holds the interpreter's lock while it works.

    Compared by cosine, which turns away fewer people than the distance that face_recognition uses:
    how long its vectors are says nothing about who it is (docs/decisions/0013).
    """

    info = INFO

    def __init__(self) -> None:
        if importlib.util.find_spec("dlib") is None:
            raise IdentityError("models_missing", "install the Python package dlib-bin")
        import dlib  # imported here because only those who choose this engine should wait for it

        self._dlib: Any = dlib
        self._points = dlib.shape_predictor(_file("dlib-points"))
        self._net = dlib.face_recognition_model_v1(_file("dlib"))

    def embed(self, image: Image, face: Face) -> Vector:
        """A unit vector of 128."""
        rgb = opencv().cvtColor(image, opencv().COLOR_BGR2RGB)
        points = self._points(rgb, self._dlib.rectangle(*_square(face)))
        described = self._net.compute_face_descriptor(rgb, points, 1)
        rgb.fill(0)
        return unit(np.array(described, np.float32))


def _file(identifier: str) -> str:
    entry = model(identifier)
    packaged(entry)  # dlib reads the file itself; this says whether it is the right one
    return str(package_folder(entry) / entry.name)


def _square(face: Face) -> tuple[int, int, int, int]:
    """A square like those of dlib's own detector, which its points were trained on: from brow to
    chin. Left, top, right, bottom."""
    x, y, w, h = face.box
    side = 0.95 * w
    middle, lower = x + w / 2, y + 0.58 * h
    left, top = middle - side / 2, lower - side / 2
    return round(left), round(top), round(left + side), round(top + side)
