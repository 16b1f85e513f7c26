"""Strangers who look alike: the false match rate among the tenth most similar people.

Who is similar is told by each person's first picture, and the rate is measured with the others, so
that the same likeness does not count twice.
"""

import numpy as np

from identity.evaluation.encoding import Encodings
from identity.evaluation.scores import Templates

SHARE = 0.1


def lookalike_rate(encodings: Encodings, templates: Templates, threshold: float) -> float | None:
    """The share of comparisons with lookalikes at or above the threshold; None when fewer than
    ten people have two pictures, or nobody a template without their first."""
    firsts = _first_pictures(encodings)
    people = np.unique(encodings.owner[~np.isin(np.arange(len(encodings.owner)), firsts)])
    alone = ~np.isin(templates.pictures, firsts).any(axis=1)
    enrolled = templates.vectors[alone]
    if len(people) < 1 / SHARE or not len(enrolled):
        return None
    faces = encodings.probes[firsts]
    similar = faces @ faces[people].T
    similar[people, np.arange(len(people))] = -np.inf
    most = max(1, int(SHARE * len(people)))
    alike = np.zeros((encodings.people, encodings.people), bool)
    nearest = people[np.argsort(-similar, axis=1)[:, :most]]
    np.put_along_axis(alike, nearest, True, axis=1)
    later = np.setdiff1d(np.arange(len(encodings.owner)), firsts)
    passed = trials = 0
    for vector, owner in zip(enrolled, templates.owner[alone], strict=True):
        rows = later[alike[owner, encodings.owner[later]]]
        passed += int((encodings.probes[rows] @ vector >= threshold).sum())
        trials += len(rows)
    return passed / trials


def _first_pictures(encodings: Encodings) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """The row of each person's first picture; of somebody without any, row 0 stands in, whom no
    comparison will use."""
    rows = np.zeros(encodings.people, np.int64)
    owners, first = np.unique(encodings.owner, return_index=True)
    rows[owners] = first
    return rows
