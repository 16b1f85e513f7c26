"""Pictures of one capture become one cause: who it is, and whether it is a living person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from identity.decisions.decision import Cause
from identity.liveness.score import LIVE, trimmed_mean
from identity.pictures import Vector

MATCH_FRAMES = 5
NO_MATCH_FRAMES = 8
SPOOF_FRAMES = 5
SPAN_S = 0.8
"""Good pictures must be spread over this time, so that one lucky moment does not decide."""


@dataclass(frozen=True)
class Yardstick:
    """How to compare: an engine's functions, the enrolled mean, and two similarities."""

    similarity: Callable[[Vector, Vector], float]
    mean: Callable[[Sequence[Vector]], Vector]
    enrolled: Vector
    threshold: float
    same_person: float


class Judge:
    """Feed it good pictures until it decides."""

    def __init__(self, yardstick: Yardstick, liveness_enforced: bool) -> None:
        self._by = yardstick
        self._enforced = liveness_enforced
        self._times: list[float] = []
        self._vectors: list[Vector] = []
        self._live: list[float] = []

    def see(self, at_s: float, vector: Vector, live: float | None) -> Cause | None:
        """Take one good picture: its vector and its liveness 0..1. A cause, once it is clear.

        Somebody else than before starts the collection over: all pictures must be of one person.
        """
        if self._vectors and not self._same(vector):
            self.wipe()
        self._times.append(at_s)
        self._vectors.append(vector)
        if live is not None:
            self._live.append(live)
        if len(self._times) < MATCH_FRAMES or at_s - self._times[0] < SPAN_S:
            return None
        return self._judge(NO_MATCH_FRAMES)

    def at_the_end(self) -> Cause | None:
        """A cause when nothing more will come; None when too little was seen."""
        return self._judge(MATCH_FRAMES) if len(self._times) >= MATCH_FRAMES else None

    @property
    def progress(self) -> float:
        """How much of what a match needs has been seen, 0..1."""
        if not self._times:
            return 0.0
        span = (self._times[-1] - self._times[0]) / SPAN_S
        return min(1.0, len(self._times) / MATCH_FRAMES, max(span, 1 / MATCH_FRAMES))

    @property
    def liveness(self) -> float | None:
        """The trimmed mean so far."""
        return trimmed_mean(self._live) if self._live else None

    @property
    def probe(self) -> Vector:
        """The mean of the pictures so far; needs one at least."""
        return self._by.mean(self._vectors)

    def still_alive(self, live: Sequence[float]) -> bool:
        """Whether further pictures of the same capture look alive too; none do no harm."""
        return not self._enforced or not live or trimmed_mean(live) >= LIVE

    def wipe(self) -> None:
        """Forget every picture."""
        for vector in self._vectors:
            vector.fill(0)
        self._times, self._vectors, self._live = [], [], []

    def _judge(self, no_match_frames: int) -> Cause | None:
        alive = not self._enforced or trimmed_mean(self._live) >= LIVE
        failed = sum(score < LIVE for score in self._live)
        if not alive and failed >= SPOOF_FRAMES:
            return Cause.SPOOF_SUSPECTED
        if self._matches():
            return Cause.MATCH if alive else None
        return Cause.NO_MATCH if len(self._vectors) >= no_match_frames else None

    def _matches(self) -> bool:
        return self._by.similarity(self.probe, self._by.enrolled) >= self._by.threshold

    def _same(self, vector: Vector) -> bool:
        return self._by.similarity(vector, self._by.mean(self._vectors)) >= self._by.same_person
