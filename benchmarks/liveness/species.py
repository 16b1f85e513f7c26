"""The attack species, and the people they attack."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from benchmarks.liveness.actors import HEAD, SHEET, Actor, Injected, Mover, Swap, replay
from benchmarks.liveness.camera import FPS, SimulatedCamera
from benchmarks.liveness.instruments import eyelids, head, photo, room
from benchmarks.liveness.people import Person
from benchmarks.liveness.surface import Stance, Surface
from identity.faces.detector import Detector
from identity.faces.face import Face
from identity.liveness.active.kinds import draw
from identity.pictures import Image

GENUINE = "genuine"

BEND = (1.3, 2.5)
"""Radius of a bent photo, eye distances."""

MOIRE = (0.0, 4.0)
"""Strength of a screen's stripes, grey levels."""

_BLINK_EVERY_S, _BLINK_S = 3.1, 0.3
_VIDEO_S = 9.0


@dataclass
class Stage:
    """One trial's person, somebody else, and chance."""

    person: Person
    other: Person | None
    chance: random.Random
    detector: Detector


def genuine(stage: Stage) -> Actor:
    """The person, who does as asked and blinks."""
    return Mover(_blinking(stage.person, head), HEAD, stage.chance)


def flat_photo(stage: Stage) -> Actor:
    """A photo on flat paper, turned, tilted and moved as asked."""
    surface = photo(stage.person.picture, stage.person.face)
    return Mover(lambda _: surface, SHEET, stage.chance)


def bent_photo(stage: Stage) -> Actor:
    """The same, bent about its upright axis."""
    radius = stage.chance.uniform(*BEND)
    surface = photo(stage.person.picture, stage.person.face, radius)
    return Mover(lambda _: surface, SHEET, stage.chance)


def cut_out_eyes(stage: Stage) -> Actor:
    """A flat photo with living, blinking eyes behind it."""
    return Mover(_blinking(stage.person, photo), SHEET, stage.chance)


def replayed_video(stage: Stage) -> Actor:
    """A video of the person passing another challenge, on a screen that is moved as asked too."""
    frames, face = _recorded(stage)
    moire = stage.chance.uniform(*MOIRE)
    return Mover(replay(frames, FPS, face, moire), SHEET, stage.chance)


def injected_still(stage: Stage) -> Actor:
    """One picture, handed over as if by the camera."""
    return Injected(_still(stage))


def photo_then_own_face(stage: Stage) -> Actor:
    """A photo to be recognised, then the attacker's own head to answer the challenge."""
    if stage.other is None:
        raise ValueError("this species needs two people")
    own = Mover(_blinking(stage.other, head), HEAD, stage.chance)
    return Swap(flat_photo(stage), own)


SPECIES: dict[str, Callable[[Stage], Actor]] = {
    GENUINE: genuine,
    "flat photo, turned": flat_photo,
    "bent photo, turned": bent_photo,
    "cut-out eyes": cut_out_eyes,
    "replayed video, moved": replayed_video,
    "injected still": injected_still,
    "injected still with noise": injected_still,
    "photo, then own face": photo_then_own_face,
}

NOISELESS = frozenset({"injected still"})


def camera(name: str, stage: Stage, seed: int) -> SimulatedCamera:
    """A camera with this species before it."""
    background = room(np.random.default_rng(seed))
    noise = 0.0 if name in NOISELESS else 3.0
    return SimulatedCamera(SPECIES[name](stage), background, seed, noise)


def _blinking(
    person: Person, shape: Callable[[Image, Face], Surface]
) -> Callable[[float], Surface]:
    surface, lids = shape(person.picture, person.face), None
    opened = surface.texture

    def shown(at_s: float) -> Surface:
        nonlocal lids
        since = at_s % _BLINK_EVERY_S
        share = max(0.0, 1 - abs(since / _BLINK_S * 2 - 1))
        if share > 0:
            lids = lids or eyelids(opened, person.face)
            surface.texture = lids(share)
        else:
            surface.texture = opened
        return surface

    return shown


def _still(stage: Stage) -> Image:
    surface = head(stage.person.picture, stage.person.face)
    return surface.seen(Stance(), room(np.random.default_rng(1)))[0]


def _recorded(stage: Stage) -> tuple[list[Image], Face]:
    """Nine seconds of the person answering two other requests, and the face in the first."""
    person = Mover(_blinking(stage.person, head), HEAD, stage.chance)
    background = room(np.random.default_rng(stage.chance.randrange(1000)))
    first, second = (str(kind) for kind in draw(2, stage.chance))
    person.hear(first, 2.0)
    person.hear(second, 5.5)
    frames = [person.show(n / FPS, background) for n in range(int(_VIDEO_S * FPS))]
    return frames, stage.detector.find(frames[0])[0]
