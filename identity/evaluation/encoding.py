"""People's pictures as vectors: as a probe, looked at once, and as enrolled, thoroughly."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from identity.errors import IdentityError
from identity.evaluation.people import Person
from identity.evaluation.workers import each
from identity.faces.detector import Detector
from identity.faces.engine import Engine, open_engine
from identity.faces.face import main_face
from identity.faces.thorough import embed_thoroughly
from identity.pictures import Vector
from identity.reading import read_picture

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Encoded:
    """One picture; without a face both vectors are None, and `fault` says why one could not be
    read. Milliseconds are those of a probe."""

    probe: Vector | None = None
    enrolled: Vector | None = None
    detect_ms: float = 0.0
    embed_ms: float = 0.0
    fault: str = ""


@dataclass(frozen=True)
class Encodings:
    """The pictures with a face, one a row: vectors n x d, and whose each is, 0..people - 1."""

    probes: Vectors
    enrolled: Vectors
    owner: NDArray[np.int64]
    people: int
    pictures: int
    no_face: int
    faults: tuple[str, ...]
    detect_ms: float
    embed_ms: float


def encode(people: Sequence[Person], engine: str) -> Encodings:
    """Every picture of these people. IdentityError `bad_request` when no face was found at all."""
    pictures = [picture for person in people for picture in person.pictures]
    owners = [number for number, person in enumerate(people) for _ in person.pictures]
    looked = list(each(pictures, lambda: (Detector(), open_engine(engine)), _look))
    kept = [(one, owner) for one, owner in zip(looked, owners, strict=True) if not _empty(one)]
    if not kept:
        raise IdentityError("bad_request", "no picture shows a face")
    return Encodings(
        probes=np.array([one.probe for one, _ in kept], np.float32),
        enrolled=np.array([one.enrolled for one, _ in kept], np.float32),
        owner=np.array([owner for _, owner in kept], np.int64),
        people=len(people),
        pictures=len(pictures),
        no_face=sum(_empty(one) and not one.fault for one in looked),
        faults=tuple(one.fault for one in looked if one.fault),
        detect_ms=float(np.median([one.detect_ms for one, _ in kept])),
        embed_ms=float(np.median([one.embed_ms for one, _ in kept])),
    )


def _empty(one: Encoded) -> bool:
    return one.probe is None


def _look(parts: tuple[Detector, Engine], picture: Path) -> Encoded:
    detector, engine = parts
    try:
        image = read_picture(str(picture))
    except IdentityError as unreadable:
        return Encoded(fault=unreadable.detail)
    began = time.perf_counter()
    faces = detector.find(image)
    found = time.perf_counter()
    if not faces:
        return Encoded()
    face = main_face(faces, image.shape[1], image.shape[0])
    ready = time.perf_counter()
    probe = engine.embed(image, face)
    done = time.perf_counter()
    enrolled = embed_thoroughly(detector, engine, image, face)
    return Encoded(probe, enrolled, (found - began) * 1000, (done - ready) * 1000)
