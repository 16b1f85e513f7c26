"""What every recognition engine offers; which one decides is the operator's choice."""

from collections.abc import Sequence
from typing import Protocol

from identity.decisions.calibration import Calibration
from identity.decisions.decision import EngineInfo
from identity.errors import IdentityError
from identity.faces.face import Face
from identity.pictures import Image, Vector


class Engine(Protocol):
    """Vectors of one engine must never be compared by another, nor across its versions."""

    @property
    def info(self) -> EngineInfo:
        """Name and models, as a decision reports them."""

    @property
    def calibration(self) -> Calibration:
        """Similarities that were measured for this engine."""

    def embed(self, image: Image, face: Face) -> Vector:
        """The face as a vector of this engine."""

    def mean(self, vectors: Sequence[Vector]) -> Vector:
        """Several vectors of one person as one."""

    def similarity(self, one: Vector, other: Vector) -> float:
        """How alike two vectors are; more is more alike, on the calibration's scale."""


ENGINES = ("sface", "dlib", "fusion")


def engine_info(name: str) -> EngineInfo:
    """What an engine is, without loading it."""
    match name:
        case "sface":
            from identity.faces.sface import INFO

            return INFO
        case "dlib":
            from identity.faces.dlib_resnet import INFO as DLIB_INFO

            return DLIB_INFO
        case "fusion":
            from identity.faces.fusion import INFO as FUSION_INFO

            return FUSION_INFO
    raise IdentityError("bad_request", f"the engine is one of {', '.join(ENGINES)}, not {name!r}")


def open_engine(name: str) -> Engine:
    """Load an engine of ENGINES; seconds the first time, because its models are prepared."""
    engine_info(name)
    match name:
        case "sface":
            from identity.faces.sface import SFace

            return SFace()
        case "dlib":
            from identity.faces.dlib_resnet import DlibResnet

            return DlibResnet()
        case _:
            from identity.faces.fusion import Fusion

            return Fusion()
