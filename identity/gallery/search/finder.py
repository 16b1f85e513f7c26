"""Whom of everybody enrolled a face may be of: the index kept in step with the gallery."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

import numpy as np

from identity.decisions.calibration import Calibration
from identity.decisions.candidates import Candidate, one_in, rate_bound
from identity.decisions.decision import ModelInfo
from identity.faces.engine import Engine
from identity.gallery.search.index import Index, reference_of
from identity.gallery.store import Gallery
from identity.pictures import Vector

_BATCH = 1024
_SPARE = 4
"""Times as many are fetched as are asked for, and ordered again by the engine: bytes round."""


class Finder:
    """Safe from any thread. The index is filled from the gallery at the first search, and again
    when another process or other keys changed the gallery.

    Raises IdentityError as the gallery and the index do.
    """

    def __init__(
        self,
        gallery: Gallery,
        model: ModelInfo,
        opened: Callable[[str], Index],
        district: str | None = None,
    ) -> None:
        """opened: opens the index of a model under a rotation; district: the part of an index
        shared with other terminals that this one enrols into, None where it is not shared."""
        self._gallery, self._model, self._opened = gallery, model, opened
        self._shared, self._district = district is not None, district or ""
        self._lock = threading.RLock()
        self._index: Index | None = None
        self._filled_at: tuple[int, int] | None = None

    def candidates(
        self, probe: Vector, engine: Engine, count: int, besides: str | None = None
    ) -> tuple[list[Candidate], int]:
        """Up to `count`, the likeliest first, and how many people were compared.

        besides: a subject who is no candidate.
        """
        with self._lock:
            index = self._in_step(engine)
            turned = self._gallery.turn(probe, self._model)
            near = index.nearest(turned, (count + 1) * _SPARE)
            people = len(index)
        # somebody who moved may be enrolled in two districts: their better one counts
        scored: dict[int, float] = {}
        for one in near:
            alike = engine.similarity(turned, engine.mean([one.vector]))
            scored[one.reference] = max(alike, scored.get(one.reference, alike))
        asked = one_in(engine.calibration, people)
        found = [
            candidate
            for reference, score in sorted(scored.items(), key=lambda one: -one[1])
            if (candidate := self._candidate(reference, score, engine.calibration, asked))
        ]
        return [one for one in found if one.subject != besides][:count], people

    def enrolled(self, subject: str, vectors: list[Vector], engine: Engine) -> None:
        """Somebody was enrolled, or enrolled anew."""
        with self._lock:
            if self._index is not None:
                turned = self._gallery.turn(engine.mean(vectors), self._model)
                self._index.put([reference_of(subject)], turned[None], self._district)

    @contextmanager
    def forgetting(self, subject: str) -> Iterator[None]:
        """Around an erasure: nobody is erased whom a shared index would still propose."""
        with self._lock:
            if self._index is None and self._shared:
                self._index = self._open()
            if self._index is not None:
                self._index.remove(reference_of(subject))
            try:
                yield
            except BaseException:
                self._filled_at = None  # they are still there: the next search fills it again
                raise

    def close(self) -> None:
        """Close the index."""
        with self._lock:
            if self._index is not None:
                self._index.close()
            self._index = self._filled_at = None

    def _in_step(self, engine: Engine) -> Index:
        now = self._gallery.changed_by_others()
        if self._index is None or now != self._filled_at:
            self.close()
            self._index = self._open()
            self._fill(self._index, engine)
            self._filled_at = now
        return self._index

    def _open(self) -> Index:
        return self._opened(self._gallery.space(self._model))

    def _fill(self, index: Index, engine: Engine) -> None:
        everybody = self._gallery.everybody(self._model)
        while people := list(islice(everybody, _BATCH)):
            means = np.stack([engine.mean(turned) for _, turned in people])
            index.put([reference_of(subject) for subject, _ in people], means, self._district)

    def _candidate(
        self, reference: int, similarity: float, calibration: Calibration, asked: int
    ) -> Candidate | None:
        owner = self._gallery.owner(reference)
        if owner is None and not self._shared:
            return None  # erased by another process a moment ago
        images = owner.images if owner else None
        enrolled = images or 2  # means of several are more alike to strangers: the careful guess
        return Candidate(
            owner.subject if owner else f"{reference & (2**64 - 1):016x}",
            images,
            rate_bound(calibration, similarity, enrolled),
            similarity >= calibration.threshold(asked, enrolled),
        )
