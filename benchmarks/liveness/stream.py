"""Statistics of a person who only looks: tried as further passive checks, and not used.

Each is computed for stretches of simulated actors whom nothing is asked, and of sittings before a
real webcam. A statistic would help if attacks stood apart from people in both.
"""

import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.liveness.camera import FPS
from benchmarks.liveness.species import GENUINE, Stage, camera
from identity.faces.detector import Detector
from identity.faces.vision import opencv
from identity.liveness.points import FinePoints
from identity.pictures import Image

SHOWN = (GENUINE, "flat photo, turned", "replayed video, moved", "injected still with noise")
_FRAMES = 30
_SIDE = 160
_PLACES = np.array([[55, 60], [105, 60], [80, 85], [60, 112], [100, 112]], np.float32)
_SKIN = (slice(40, 130), slice(40, 120))
_EYES = ((slice(48, 72), slice(39, 72)), (slice(48, 72), slice(89, 122)))

Grey = NDArray[np.float32]


def measure(stages: list[Stage], seed: int, sittings: list[Path]) -> dict[str, Any]:
    """The 10th, 50th and 90th percentile of each statistic over stretches of two seconds."""
    points = FinePoints()
    found: dict[str, list[dict[str, float]]] = {}
    for number, stage in enumerate(stages):
        for name in SHOWN:
            pictures = _simulated(name, stage, seed + number)
            found.setdefault(name, []).append(_statistics(_faces(pictures, stage.detector, points)))
    for sitting in sittings:
        pictures = [opencv().imread(str(file)) for file in sorted(sitting.iterdir())]
        faces = _faces(pictures, Detector(), points)
        found[sitting.name] = [
            _statistics(faces[first : first + _FRAMES])
            for first in range(0, len(faces) - _FRAMES + 1, _FRAMES // 2)
        ]
    return {name: _spread(rows) for name, rows in found.items()}


def _statistics(faces: list[Grey]) -> dict[str, float]:
    fine = [face - opencv().GaussianBlur(face, (0, 0), 1.5) for face in faces]
    changes = [
        float(np.std((b - a)[_SKIN]) / max(float(np.std(a[_SKIN])), 1e-6))
        for a, b in pairwise(fine)
    ]
    openness = np.array([np.mean([_openness(face[eye]) for eye in _EYES]) for face in faces])
    return {
        "fine detail that changes": float(np.median(changes)),
        "steadiness of that change": float(np.std(changes) / np.mean(changes)),
        "strongest stripe": float(np.median([_stripe(face) for face in faces[::5]])),
        "pictures with closed eyes": float(np.mean(openness < 0.75 * np.median(openness))),
    }


def _openness(eye: Grey) -> float:
    """How much darker the darkest place between the lids is than the skin around."""
    skin = float(np.percentile(eye, 85))
    return (skin - float(eye[6:18, 8:25].min())) / max(skin, 1.0)


def _stripe(face: Grey) -> float:
    """The highest peak of the fine frequencies over their median, as a logarithm."""
    skin = face[30:130, 30:130]
    window = np.hanning(100)
    power = np.abs(np.fft.fftshift(np.fft.fft2((skin - skin.mean()) * window[:, None] * window)))
    y, x = np.indices(power.shape)
    radius = np.hypot(y - 50, x - 50)
    band = power[(radius > 18) & (radius < 48)]
    return float(np.log(band.max() / np.median(band)))


def _faces(pictures: list[Image], detector: Detector, points: FinePoints) -> list[Grey]:
    """Each face upright, in the same place and size, grey."""
    cv2, faces = opencv(), []
    for picture in pictures:
        found = detector.find(picture)
        if found:
            view, _ = cv2.estimateAffinePartial2D(points.find(picture, found[0]), _PLACES)
            face = cv2.warpAffine(picture, view, (_SIDE, _SIDE))
            faces.append(cv2.cvtColor(face, cv2.COLOR_BGR2GRAY).astype(np.float32))
    return faces


def _simulated(name: str, stage: Stage, seed: int) -> list[Image]:
    taken = camera(name, replace(stage, chance=random.Random(seed)), seed)
    shots = [taken.read(Event()) for _ in range(int(2 * FPS))]
    return [shot.image for shot in shots if shot is not None]


def _spread(rows: list[dict[str, float]]) -> dict[str, Any]:
    return {
        what: np.percentile([row[what] for row in rows], [10, 50, 90]).round(3).tolist()
        for what in rows[0]
    }
