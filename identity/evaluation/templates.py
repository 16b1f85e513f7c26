"""Enrolling people with K of their pictures, in every way there is, or in enough of them."""

from itertools import combinations, islice

import numpy as np

from identity.errors import IdentityError
from identity.evaluation.encoding import Encodings, Vectors
from identity.evaluation.scores import Templates

MOST_SETS = 60
"""Sets of one person's pictures: all of them up to this many, else this many drawn at random, so
that nobody with many pictures stands for everybody."""


def enrol(encodings: Encodings, images: int) -> Templates:
    """The mean of each set of `images` pictures of a person. IdentityError `bad_request` when
    nobody has more than that."""
    random = np.random.default_rng(1)
    sets: list[tuple[int, ...]] = []
    for person in range(encodings.people):
        rows = [int(row) for row in np.nonzero(encodings.owner == person)[0]]
        sets += _sets(rows, images, random)
    if not sets:
        raise IdentityError("bad_request", f"nobody has {images} pictures with a face")
    pictures = np.array(sets, np.int64)
    vectors = encodings.enrolled[pictures].mean(axis=1)
    return Templates(_unit(vectors), encodings.owner[pictures[:, 0]], pictures)


def _sets(rows: list[int], images: int, random: np.random.Generator) -> list[tuple[int, ...]]:
    every = list(islice(combinations(rows, images), MOST_SETS + 1))
    if len(every) <= MOST_SETS:
        return every
    drawn = {
        tuple(sorted(int(one) for one in random.choice(rows, images, replace=False)))
        for _ in range(MOST_SETS)
    }
    return sorted(drawn)


def _unit(vectors: Vectors) -> Vectors:
    scaled: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return scaled
