"""A Decision: how one verification ended, with nothing in it that belongs to the person."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from identity.decisions.policy import Assurance
from identity.liveness.active.challenge import StepReport


class Cause(StrEnum):
    """Every way in which a verification can end."""

    MATCH = "match"
    NO_MATCH = "no_match"
    SPOOF_SUSPECTED = "spoof_suspected"
    QUALITY = "quality"
    NO_FACE = "no_face"
    SEVERAL_FACES = "several_faces"
    TIMEOUT = "timeout"
    NO_CAMERA = "no_camera"
    NOT_ENROLLED = "not_enrolled"
    LOCKED = "locked"
    CANCELLED = "cancelled"


FAILED_TRIES = frozenset({Cause.NO_MATCH, Cause.SPOOF_SUSPECTED})
"""Causes that count against the subject's number of tries."""


@dataclass(frozen=True)
class ModelInfo:
    """One network: what it is called, its version and the SHA-256 of its published file."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True)
class EngineInfo:
    """The engine that compared, by name, with its models."""

    name: str
    models: tuple[ModelInfo, ...]


@dataclass(frozen=True)
class LivenessReport:
    """Whether liveness counted and how, which networks judged it, their mean (0..1) or None, and
    each movement that was asked."""

    enforced: bool = False
    assurance: Assurance = Assurance.NONE
    models: tuple[ModelInfo, ...] = ()
    score: float | None = None
    challenges: tuple[StepReport, ...] = ()


@dataclass(frozen=True)
class Timing:
    """Milliseconds: from the request to the camera's first picture, and from there to the end."""

    camera_ready: int | None = None
    decision: int | None = None


@dataclass(frozen=True)
class Decision:
    """`frames` is how many pictures were looked at; `detail` explains a cause to staff, and
    `retry_after_s` says when the next try is possible (None: now, or for `locked`: never)."""

    cause: Cause
    one_in: int
    engine: EngineInfo
    liveness: LivenessReport = field(default_factory=LivenessReport)
    frames: int = 0
    ms: Timing = field(default_factory=Timing)
    retry_after_s: int | None = None
    detail: str | None = None

    def message(self) -> dict[str, Any]:
        """The decision as it goes over the wire."""
        return asdict(self)
