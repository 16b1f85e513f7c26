"""What every search index offers. It proposes candidates; it never decides."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from identity.pictures import Vector

Vectors = NDArray[np.float32]
"""One face a row: n x dimensions."""


@dataclass(frozen=True)
class Near:
    """One candidate: whose it is, and their vector as the index holds it."""

    reference: int
    vector: Vector


class Index(Protocol):
    """Unit vectors of one model under one rotation. The nearest are those of the least Euclidean
    distance, which for unit vectors is the greatest cosine. Safe from any thread.

    A reference is a 64-bit number (`reference_of`). A district is a part of the gallery that can
    be searched alone. Raises IdentityError `search_unavailable` where a server does not answer.
    """

    def put(self, references: Sequence[int], vectors: Vectors, district: str = "") -> None:
        """Hold these, each in place of what the district held of the same reference."""

    def remove(self, reference: int) -> bool:
        """Forget a reference in every district and overwrite it; False when it was not there."""

    def nearest(self, probe: Vector, count: int, district: str | None = None) -> list[Near]:
        """At most `count`, the nearest first; of one district, or of all."""

    def clear(self) -> None:
        """Forget everything."""

    def close(self) -> None:
        """Give back what it holds open."""

    def __len__(self) -> int:
        """How many are held."""


def reference_of(subject: str) -> int:
    """The number that stands for a subject; two of a million share one with 1 in 37 million."""
    return int.from_bytes(hashlib.sha256(subject.encode()).digest()[:8], "big", signed=True)
