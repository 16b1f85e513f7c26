"""Each reading of a movement alone: landmarks, the nose that stands out, and both together."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from threading import Event
from typing import Any

from benchmarks.liveness.camera import FPS
from benchmarks.liveness.report import rate
from benchmarks.liveness.species import GENUINE, Stage, camera
from identity.liveness.active.kinds import Kind
from identity.liveness.active.movement import SHIFT_TURN, TURN, Movements, Shift
from identity.liveness.active.pose import Pose, pose_of
from identity.liveness.parallax import Parallax
from identity.liveness.points import FinePoints

SHOWN = (GENUINE, "flat photo, turned", "bent photo, turned", "cut-out eyes")
KINDS = (Kind.TURN_LEFT, Kind.TURN_RIGHT, Kind.NOD)
_SECONDS = 2.8
_LANDMARK_NOD = 0.10
"""What a nod would need if only the landmarks were read."""


def measure(stages: list[Stage], seed: int) -> dict[str, Any]:
    """For each species and reading, how often a movement that was tried was not seen (genuine) or
    was (attacks)."""
    points = FinePoints()
    errors: dict[str, dict[str, list[bool]]] = {}
    for number, stage in enumerate(stages):
        for name in SHOWN:
            for kind in KINDS:
                rows = list(_rows(name, kind, stage, points, seed + number))
                for reading, moved in _readings(rows, kind).items():
                    wrong = moved != (name == GENUINE)
                    errors.setdefault(name, {}).setdefault(reading, []).append(wrong)
    return {
        name: {reading: rate(sum(wrong), len(wrong)) for reading, wrong in readings.items()}
        for name, readings in errors.items()
    }


def _rows(
    name: str, kind: Kind, stage: Stage, points: FinePoints, seed: int
) -> Iterator[tuple[Pose, Shift]]:
    """One movement, picture by picture; the first picture is the head at rest."""
    stage = replace(stage, chance=random.Random(seed))
    taken, stop = camera(name, stage, seed), Event()
    taken.hear({"event": "challenge", "kind": kind})
    parallax: Parallax | None = None
    for _ in range(int(_SECONDS * FPS)):
        shot = taken.read(stop)
        faces = stage.detector.find(shot.image) if shot is not None else []
        if shot is None or not faces:
            continue
        found = points.find(shot.image, faces[0])
        if parallax is None:
            parallax = Parallax(shot.image, found)
        else:
            parallax.follow(shot.image, found)
        yield pose_of(found), parallax.shift() or (0.0, 0.0)


def _readings(rows: list[tuple[Pose, Shift]], kind: Kind) -> dict[str, bool]:
    """Whether each reading sees the movement."""
    neutral = rows[0][0]
    whole = Movements(neutral)
    together = any(whole.see(pose, shift) is kind for pose, shift in rows)
    if kind is Kind.NOD:
        bowed = [pose.nod - neutral.nod >= _LANDMARK_NOD for pose, _ in rows]
        return {"nod, landmarks only": _twice(bowed), "nod, as shipped": together}
    side = 1 if kind is Kind.TURN_LEFT else -1
    turned = [side * (pose.turn - neutral.turn) >= TURN for pose, _ in rows]
    stood_out = [side * shift[0] >= SHIFT_TURN for _, shift in rows]
    return {
        "turn, landmarks only": _twice(turned),
        "turn, parallax only": _twice(stood_out),
        "turn, as shipped": together,
    }


def _twice(shown: list[bool]) -> bool:
    return any(a and b for a, b in pairwise(shown))
