"""The screen-light check alone: colours of skin and surroundings, lit by a simulated screen.

The colours come from pictures (simulated people, or sittings before a real webcam, whose noise is
real); what the screen's light adds is computed: a share `k` of the room's light on the face, a
tenth of it on what is around, and a camera that slowly corrects exposure and white balance.
"""

import random
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.liveness.camera import AROUND, FPS, lit
from benchmarks.liveness.report import rate
from benchmarks.liveness.species import GENUINE, Stage, camera
from identity.faces.detector import Detector
from identity.faces.vision import opencv
from identity.liveness.active.light import (
    COUNT,
    HOLD_S,
    REFLECTS,
    Colour,
    Reflection,
    draw_colours,
)
from identity.liveness.skin import skin_and_around

STRENGTHS = (0.02, 0.05, 0.10, 0.20)
_FRAMES = int((COUNT * HOLD_S + 0.6) * FPS)
_TRIALS = 40

Track = list[tuple[NDArray[np.float64], NDArray[np.float64]]]


@dataclass(frozen=True)
class Answer:
    """How an instrument answers to light: the share of a living face's reflection."""

    name: str
    reflects: float


ANSWERS = (
    Answer("printed photo", 1.0),
    Answer("screen, matt", 0.15),
    Answer("screen, glossy", 0.03),
    Answer("injected video", 0.0),
)


def measure(stages: list[Stage], seed: int, sittings: list[Path]) -> dict[str, Any]:
    """BPCER by the light's strength and APCER by instrument, on simulated and on real tracks."""
    tracks = {"simulated": [_simulated(stage, seed + n) for n, stage in enumerate(stages)]}
    for sitting in sittings:
        tracks[sitting.name] = [_recorded(sitting)]
    return {name: _rates(found, seed) for name, found in tracks.items()}


def _rates(tracks: list[Track], seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    genuine = {f"k={k:.2f}": _scores(tracks, k, 1.0, chance) for k in STRENGTHS}
    attacks = {one.name: _scores(tracks, 0.10, one.reflects, chance) for one in ANSWERS}
    return {
        "bpcer": {k: rate(sum(s < REFLECTS for s in v), len(v)) for k, v in genuine.items()},
        "apcer": {k: rate(sum(s >= REFLECTS for s in v), len(v)) for k, v in attacks.items()},
    }


def _scores(
    tracks: list[Track], strength: float, reflects: float, chance: random.Random
) -> list[float]:
    """One score a trial: a stretch of a track, a draw of colours and a delay, all by chance."""
    scores = []
    for n in range(max(_TRIALS, len(tracks))):
        track = tracks[n % len(tracks)]
        first = chance.randrange(max(1, len(track) - _FRAMES + 1))
        colours = draw_colours(chance)
        reflection = Reflection()
        for number, colour in enumerate(colours):
            reflection.shows(number * HOLD_S, colour)
        lag_s, camera_ = chance.uniform(0.05, 0.3), _Correction()
        for frame, (skin, around) in enumerate(track[first : first + _FRAMES]):
            at_s = frame / FPS
            shown = _shown(colours, at_s - lag_s)
            face = skin * lit(shown, strength * reflects)
            wall = around * lit(shown, strength * AROUND)
            reflection.sees(at_s, *camera_.takes(face, wall))
        scores.append(reflection.score())
    return scores


def _shown(colours: list[Colour], at_s: float) -> NDArray[np.float64]:
    number = int(at_s // HOLD_S)
    on = 0 <= number < len(colours)
    return np.array(colours[number] if on else (210, 210, 210), np.float64) / 255


class _Correction:
    """Exposure and white balance that follow the picture's mean within a second or two."""

    def __init__(self) -> None:
        self._mean: NDArray[np.float64] | None = None

    def takes(
        self, skin: NDArray[np.float64], around: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        whole = 0.3 * skin + 0.7 * around
        self._mean = whole if self._mean is None else self._mean + (whole - self._mean) / FPS
        gain = 128 / np.maximum(self._mean, 1)
        gain = gain.mean() * (gain / gain.mean()) ** 0.5
        return skin * gain, around * gain


def _simulated(stage: Stage, seed: int) -> Track:
    taken = camera(GENUINE, replace(stage, chance=random.Random(seed)), seed)
    track: Track = []
    for _ in range(_FRAMES):
        shot = taken.read(Event())
        faces = stage.detector.find(shot.image) if shot is not None else []
        if shot is not None and faces:
            track.append(skin_and_around(shot.image, faces[0].points))
    return track


def _recorded(folder: Path) -> Track:
    detector, track = Detector(), []
    for file in sorted(folder.iterdir()):
        image = opencv().imread(str(file))
        faces = detector.find(image) if image is not None else []
        if faces:
            track.append(skin_and_around(image, faces[0].points))
    return track
