"""What each quality gate is worth: how many pictures it refuses, and how many people fewer are
turned away for it.

`python -m benchmarks.quality [--json] DIR`, one folder a person. SFace, each picture against each
other, at the threshold that lets in 1 in 10,000 strangers of all pictures. A gate at enrolment
refuses pictures to enrol; one at verification refuses both. `fnmr_of_refused` is measured with at
least one refused picture: where it is not above `fnmr` the gate guides, but mends no mistakes.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from identity.evaluation.encoding import Vectors
from identity.evaluation.people import people_in
from identity.evaluation.scores import Scores
from identity.evaluation.workers import each
from identity.faces.detector import Detector
from identity.faces.face import main_face
from identity.faces.measure import measure
from identity.faces.sface import SFace
from identity.pictures import Vector
from identity.quality.gates import ENROL_PICTURE, VERIFY, Advice, Gate
from identity.reading import read_picture

RATE = 1e-4


class Seen(NamedTuple):
    """A picture's vector, and what each gate finds wrong with it."""

    vector: Vector
    enrolment: frozenset[Advice]
    verification: frozenset[Advice]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="benchmarks.quality", description=__doc__)
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    report = gates(options.folder)
    print(json.dumps(report, indent=2) if options.json else _table(report))
    return 0


def gates(folder: Path) -> dict[str, Any]:
    """For each gate at enrolment and at verification, and for all of them together."""
    people = people_in(folder)
    pictures = [(file, owner) for owner, one in enumerate(people) for file in one.pictures]
    seen = list(each([file for file, _ in pictures], lambda: (Detector(), SFace()), _look))
    rows = [(one, owner) for one, (_, owner) in zip(seen, pictures, strict=True) if one is not None]
    vectors = np.array([one.vector for one, _ in rows])
    owner = np.array([whose for _, whose in rows])
    similar, threshold = _genuine(vectors, owner)
    report: dict[str, Any] = {
        "pictures": len(rows),
        "pairs": len(similar),
        "fnmr": _share(similar[:, 2] < threshold),
    }
    found = {
        "enrolment": [one.enrolment for one, _ in rows],
        "verification": [one.verification for one, _ in rows],
    }
    for place, faults in found.items():
        report[place] = {
            name: _gate(similar, threshold, np.array([_fails(one, name) for one in faults]), place)
            for name in ("all", *Advice)
        }
    return report


def _look(parts: tuple[Detector, SFace], picture: Path) -> Seen | None:
    detector, engine = parts
    image = read_picture(str(picture))
    faces = detector.find(image)
    if not faces:
        return None
    face = main_face(faces, image.shape[1], image.shape[0])
    quality = measure(image, face)

    def faults(gate: Gate) -> frozenset[Advice]:
        return frozenset(gate.faults(quality))

    return Seen(engine.embed(image, face), faults(ENROL_PICTURE), faults(VERIFY))


def _fails(faults: frozenset[Advice], name: str) -> bool:
    return bool(faults) if name == "all" else name in faults


def _genuine(vectors: Vectors, owner: NDArray[np.int64]) -> tuple[NDArray[np.float64], float]:
    """Each ordered pair of pictures of a person with its similarity (rows: enrolled, probe,
    similarity), and the threshold that strangers set."""
    scores, pairs = Scores(), []
    for row, vector in enumerate(vectors):
        scores.add_impostors(vectors[owner != owner[row]] @ vector)
        for other in np.nonzero(owner == owner[row])[0]:
            if other != row:
                pairs.append((row, other, float(vectors[other] @ vector)))
    threshold = scores.threshold(RATE)
    if threshold is None:
        raise SystemExit("too few people to tell what 1 in 10,000 is")
    return np.array(pairs), threshold


def _gate(
    similar: NDArray[np.float64], threshold: float, refused: NDArray[np.bool_], place: str
) -> dict[str, Any]:
    missed = similar[:, 2] < threshold
    out = refused[similar[:, 0].astype(int)]
    if place == "verification":
        out = out | refused[similar[:, 1].astype(int)]
    return {
        "refused": _share(refused),
        "fnmr": _share(missed[~out]),
        "fnmr_of_refused": _share(missed[out]),
    }


def _share(wrong: NDArray[np.bool_]) -> float | None:
    return round(float(wrong.mean()), 5) if len(wrong) else None


def _table(report: dict[str, Any]) -> str:
    lines = [f"{report['pictures']} pictures, {report['pairs']} pairs, FNMR {report['fnmr']:.2%}"]
    for place in ("enrolment", "verification"):
        lines.append(f"{place:<16}{'refused':>9}{'FNMR':>9}{'of refused':>12}")
        for name, gate in report[place].items():
            shares = [gate["refused"], gate["fnmr"], gate["fnmr_of_refused"]]
            told = ["-" if share is None else f"{share:.2%}" for share in shares]
            lines.append(f"  {name:<14}{told[0]:>9}{told[1]:>9}{told[2]:>12}")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
