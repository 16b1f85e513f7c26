"""Who stands before the camera: people who answer a challenge, and attackers who try to."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from benchmarks.liveness.instruments import screen
from benchmarks.liveness.surface import Stance, Surface
from identity.faces.face import Face
from identity.pictures import Image

Show = Callable[[float, Stance], tuple[Surface, Stance]]
"""At a time, held so: the surface, and how it is seen."""


class Actor(Protocol):
    """Hears what the terminal asks and shows something to its camera."""

    def hear(self, kind: str | None, at_s: float) -> None:
        """A movement is asked (None: no longer)."""

    def show(self, at_s: float, background: Image) -> Image:
        """What the camera sees, without its noise."""


@dataclass(frozen=True)
class Reach:
    """How far somebody moves for each request: degrees, and eye distances to the camera."""

    turn: float
    bow: float
    closer: float


HEAD = Reach(turn=32, bow=22, closer=2.6)
SHEET = Reach(turn=45, bow=40, closer=2.6)
"""Whoever holds a sheet turns it further than a head goes."""


@dataclass
class Mover:
    """Moves one surface as asked: after a time to react there, a while, and back.

    reaction_s: None: drawn from 0.4 to 1 s; opposite: left is taken for right; deaf: nothing is
    heard; missed: so many requests are not noticed first.
    """

    surface: Callable[[float], Surface]
    reach: Reach
    chance: random.Random
    reaction_s: float | None = None
    opposite: bool = False
    deaf: bool = False
    missed: int = 0
    _moves: list[tuple[float, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._phase = self.chance.uniform(0, 6)
        self._far = self.chance.uniform(0.88, 1.12)

    def hear(self, kind: str | None, at_s: float) -> None:
        """See Actor."""
        if kind is None or self.deaf:
            return
        if self.missed > 0:
            self.missed -= 1
            return
        reaction = self.reaction_s
        if reaction is None:
            reaction = self.chance.uniform(0.4, 1.0)
        self._moves.append((at_s + reaction, kind))

    def show(self, at_s: float, background: Image) -> Image:
        """See Actor."""
        return self.surface(at_s).seen(self.stance(at_s), background)[0]

    def stance(self, at_s: float) -> Stance:
        """Where it is: never quite still, and moving as asked last."""
        sway = np.sin(np.array([1.1, 1.7, 0.7, 0.9]) * at_s + self._phase)
        stance = Stance(x=0.06 * sway[0], y=0.04 * sway[1], tilt=0.8 * sway[2], turn=1.0 * sway[3])
        for start, kind in self._moves:
            stance = stance.moved(**self._move(kind, _there_and_back(at_s - start, kind)))
        return stance

    def _move(self, kind: str, share: float) -> dict[str, float]:
        share *= self._far * (-1 if self.opposite else 1)
        match kind:
            case "turn_left":
                return {"turn": share * self.reach.turn, "x": 0.1 * share}
            case "turn_right":
                return {"turn": -share * self.reach.turn, "x": -0.1 * share}
            case "nod":
                return {"bow": share * self.reach.bow, "y": 0.1 * share}
            case "come_closer":
                return {"z": share * self.reach.closer}
            case _:
                return {}


def _there_and_back(t: float, kind: str) -> float:
    """0..1: 0.7 s there, 0.6 s held (a nod is not held), 0.6 s back."""
    there, held, back = (0.5, 0.1, 0.5) if kind == "nod" else (0.7, 0.6, 0.6)
    if t <= 0 or t >= there + held + back:
        return 0.0
    if t < there:
        return _smooth(t / there)
    return 1.0 if t < there + held else _smooth((there + held + back - t) / back)


def _smooth(share: float) -> float:
    return share * share * (3 - 2 * share)


@dataclass
class Swap:
    """One actor for as long as nothing is asked, another once a movement is."""

    first: Actor
    then: Actor
    _asked: bool = False

    def hear(self, kind: str | None, at_s: float) -> None:
        """See Actor."""
        self._asked = self._asked or kind is not None
        self.first.hear(kind, at_s)
        self.then.hear(kind, at_s)

    def show(self, at_s: float, background: Image) -> Image:
        """See Actor."""
        return (self.then if self._asked else self.first).show(at_s, background)


def replay(frames: list[Image], fps: float, face: Face, moire: float) -> Callable[[float], Surface]:
    """A video that plays on a screen held up: frames as a camera recorded them, over and over."""

    def shown(at_s: float) -> Surface:
        return screen(frames[int(at_s * fps) % len(frames)], face, moire)

    return shown


@dataclass
class Injected:
    """Pictures handed over as if a camera had taken them: nothing moves."""

    picture: Image

    def hear(self, kind: str | None, at_s: float) -> None:
        """See Actor."""

    def show(self, at_s: float, background: Image) -> Image:
        """See Actor."""
        return self.picture.copy()
