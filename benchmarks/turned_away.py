"""How many people SFace and face_recognition's usual path turn away at the same false match rate,
on the same pictures, each picture against each other."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from identity.evaluation.encoding import Encodings, encode
from identity.evaluation.people import people_in
from identity.evaluation.scores import Scores, compare
from identity.evaluation.templates import enrol
from identity.evaluation.verification import RATES
from identity.pictures import Vector
from identity.reading import read_picture

_LONGEST = 2.0
"""No two of dlib's vectors are further apart than this; distances are counted as 1 - d."""


def turned_away(folder: Path) -> dict[str, Any]:
    """Shares at each false match rate, one enrolled picture; `no_face`: pictures without a face
    found, which no rate counts."""
    people = people_in(folder)
    ours = encode(people, "sface")
    found = [
        (_usual(picture), owner) for owner, one in enumerate(people) for picture in one.pictures
    ]
    kept = [(vector, owner) for vector, owner in found if vector is not None]
    vectors = np.array([vector for vector, _ in kept], np.float32)
    theirs = replace(
        ours,
        probes=vectors,
        enrolled=vectors,
        owner=np.array([owner for _, owner in kept], np.int64),
        no_face=len(found) - len(kept),
    )
    cosine = compare(enrol(ours, 1), ours.probes, ours.owner)
    rates = {
        "atrium": _shares(cosine, ours),
        "face_recognition": _shares(_distances(theirs), theirs),
    }
    pairs = {name: (rates["face_recognition"][name], rates["atrium"][name]) for name in RATES}
    rates["times_fewer"] = {
        name: round(usual / own, 1) if usual and own else None
        for name, (usual, own) in pairs.items()
    }
    return rates


def _shares(scores: Scores, encodings: Encodings) -> dict[str, Any]:
    shares: dict[str, Any] = {}
    for name, rate in RATES.items():
        at = scores.threshold(rate)
        told = None if at is None else round(float((scores.all_genuine() < at).mean()), 5)
        shares[name] = told
    return {**shares, "no_face": encodings.no_face}


def _distances(encodings: Encodings) -> Scores:
    """Every pair by Euclidean distance, as face_recognition compares, on the scale 1 - distance."""
    scores, rows = Scores(), encodings.probes
    squares = (rows**2).sum(axis=1)
    for row, (vector, owner) in enumerate(zip(rows, encodings.owner, strict=True)):
        apart = np.sqrt(np.maximum(squares + squares[row] - 2 * rows @ vector, 0))
        similar = 1 - np.minimum(apart, _LONGEST)
        same = encodings.owner == owner
        scores.add_impostors(similar[~same])
        same[row] = False
        scores.genuine.setdefault(int(owner), []).extend(similar[same].tolist())
    return scores


@cache
def _library() -> Any:
    import face_recognition  # seconds; only benchmarks import it whole

    return face_recognition


def _usual(picture: Path) -> Vector | None:
    """The face nearest to the middle as face_recognition finds and encodes it by default."""
    rgb = np.ascontiguousarray(read_picture(str(picture))[:, :, ::-1])
    places = _library().face_locations(rgb)
    if not places:
        return None
    height, width = rgb.shape[:2]

    def aside(place: tuple[int, int, int, int]) -> float:
        top, right, bottom, left = place
        return float(abs((top + bottom - height) / 2) + abs((left + right - width) / 2))

    described = _library().face_encodings(rgb, [min(places, key=aside)])
    vector: Vector = np.array(described[0], np.float32)
    return vector
