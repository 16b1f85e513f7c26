"""The same face from the first picture of a challenge to its last, so that nobody swaps in."""

from collections.abc import Callable
from dataclasses import dataclass

from identity.pictures import Vector

LOST_S = 0.7
"""Seconds without one single face after which it may be somebody else."""

STRANGE = 3
"""Pictures in a row that look like somebody else; fewer may be a blink or a blur."""

FRONTAL_TURN = 0.10
FAR_TURN = 0.30
"""Up to the first a head counts as straight, in Pose.turn off its rest; beyond the second it is
not compared: the straight pictures after it are."""

TURNED_SLACK = 0.27
"""How much less alike a turned head may be to the same head straight, as a share of what an
engine's same_person lacks to 1: engines differ in scale. SFace's limit falls from 0.45 to 0.30."""


@dataclass
class Continuity:
    """`reference`: the mean of the pictures that were compared with the enrolled ones."""

    reference: Vector
    similarity: Callable[[Vector, Vector], float]
    same_person: float

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """A new draw begins: what was lost may be forgotten, but not who it was."""
        self._lost_since: float | None = None
        self._strange = 0

    def lost(self, at_s: float, several: bool) -> str | None:
        """A picture without one single face. Why the challenge failed, once it has."""
        if several:
            return "a second face came into view"
        if self._lost_since is None:
            self._lost_since = at_s
        return "the face was lost" if at_s - self._lost_since > LOST_S else None

    def alike(self, vector: Vector, turned: float) -> bool:
        """Whether a face, `turned` so far off its rest, is the one that was recognised."""
        if abs(turned) > FAR_TURN:
            return True
        slack = TURNED_SLACK * (1 - self.same_person) if abs(turned) > FRONTAL_TURN else 0.0
        return self.similarity(vector, self.reference) >= self.same_person - slack

    def seen(self, alike: bool) -> str | None:
        """A picture with one face. Why the challenge failed, once it has."""
        self._lost_since = None
        self._strange = 0 if alike else self._strange + 1
        return "another face took over" if self._strange >= STRANGE else None
