"""The pictures of an enrolment: a few, spread in time, all of one person."""

from collections.abc import Callable, Sequence

from identity.pictures import Vector

GAP_S = 0.35
"""Seconds between two pictures that are kept, so that they differ."""


class Collector:
    """Feed it good pictures until it is `full`."""

    def __init__(
        self,
        images: int,
        mean: Callable[[Sequence[Vector]], Vector],
        similarity: Callable[[Vector, Vector], float],
        same_person: float,
    ) -> None:
        self._images = images
        self._mean, self._similarity, self._same_person = mean, similarity, same_person
        self._last_at = 0.0
        self.vectors: list[Vector] = []
        self.quality: list[dict[str, float]] = []

    def due(self, at_s: float) -> bool:
        """Whether a picture at this time could be kept."""
        return not self.vectors or at_s - self._last_at >= GAP_S

    def keep(self, at_s: float, vector: Vector, quality: dict[str, float]) -> None:
        """Keep a picture; one of somebody else starts the collection over with it."""
        if self.vectors and not self._same(vector):
            self.wipe()
        self._last_at = at_s
        self.vectors.append(vector)
        self.quality.append(quality)

    @property
    def full(self) -> bool:
        """Whether there are enough."""
        return len(self.vectors) >= self._images

    @property
    def progress(self) -> float:
        """0..1"""
        return min(1.0, len(self.vectors) / self._images)

    def wipe(self) -> None:
        """Forget every picture."""
        for vector in self.vectors:
            vector.fill(0)
        self.vectors, self.quality = [], []

    def _same(self, vector: Vector) -> bool:
        return self._similarity(vector, self._mean(self.vectors)) >= self._same_person
