"""Every comparison of enrolled templates with probes, as counts over similarity."""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from identity.evaluation.encoding import Vectors

BINS = 400_000
"""Similarities of -1..1 are counted in steps of 5 millionths, so that any number of them fits."""

_ROWS = 256


@dataclass(frozen=True)
class Templates:
    """Enrolled templates, one a row: whose they are, and the rows of the pictures they are of."""

    vectors: Vectors
    owner: NDArray[np.int64]
    pictures: NDArray[np.int64]


@dataclass
class Scores:
    """Impostors are only counted; of the genuine each person keeps their own."""

    impostors: NDArray[np.int64] = field(default_factory=lambda: np.zeros(BINS, np.int64))
    genuine: dict[int, list[float]] = field(default_factory=dict)

    def add_impostors(self, similar: NDArray[np.floating]) -> None:
        """Count comparisons of different people, of similarities -1..1."""
        bins = np.clip((similar + 1) * (BINS / 2), 0, BINS - 1).astype(np.int64)
        self.impostors += np.bincount(bins, minlength=BINS)

    @property
    def trials(self) -> int:
        """Comparisons of different people."""
        return int(self.impostors.sum())

    def all_genuine(self) -> NDArray[np.float64]:
        """Every comparison of a person with themselves."""
        return np.array([score for scores in self.genuine.values() for score in scores])

    def threshold(self, rate: float) -> float | None:
        """The least similarity that at most this share of impostors reaches; None where there are
        too few of them to tell: fewer than three in expectation."""
        if self.trials * rate < 3:
            return None
        rare = np.cumsum(self.impostors[::-1])[::-1] <= rate * self.trials
        return float(np.argmax(rare)) * 2 / BINS - 1 if rare.any() else None

    def false_match_rate(self, threshold: float) -> float:
        """The share of impostors at or above a similarity."""
        first = math.ceil((threshold + 1) * (BINS / 2) - 1e-6)
        return float(self.impostors[first:].sum() / self.trials)


def compare(templates: Templates, probes: Vectors, owner: NDArray[np.int64]) -> Scores:
    """Each template with every probe that is not made of the same picture.

    probes: n x d, unit vectors, in the rows that `templates.pictures` counts.
    """
    scores = Scores()
    for start in range(0, len(templates.vectors), _ROWS):
        rows = slice(start, start + _ROWS)
        similar = templates.vectors[rows] @ probes.T
        same = templates.owner[rows, None] == owner[None]
        scores.add_impostors(similar[~same])
        np.put_along_axis(same, templates.pictures[rows], False, axis=1)
        for row, column in zip(*np.nonzero(same), strict=True):
            person = int(owner[column])
            scores.genuine.setdefault(person, []).append(float(similar[row, column]))
    return scores


def equal_error_rate(scores: Scores) -> float:
    """Where as many impostors pass as genuine people are turned away."""
    passing = np.cumsum(scores.impostors[::-1])[::-1] / scores.trials
    genuine = np.sort(scores.all_genuine())
    edges = np.arange(BINS) * 2 / BINS - 1
    turned_away = np.searchsorted(genuine, edges) / max(len(genuine), 1)
    crossing = int(np.argmax(turned_away >= passing))
    return float((turned_away[crossing] + passing[crossing]) / 2)
