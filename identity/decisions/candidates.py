"""One face among many: from which likeness on somebody is worth a look, and what that bounds."""

from dataclasses import dataclass
from itertools import pairwise
from math import exp, log

from identity.decisions.calibration import Calibration

WRONG_SEARCHES = 1_000
"""At most one search in so many may propose a stranger (NIST SP 800-63A-4 for 1:N), as far as
rates so small were measured."""
_LEAST_ONE_IN = 10_000


@dataclass(frozen=True)
class Candidate:
    """Somebody whom a face may be of; it decides nothing.

    false_match_rate: at most this share of strangers is as alike, None where it is more than was
    ever measured; images: how many pictures they are enrolled with, None for somebody of another
    terminal; alike: from the likeness on that `one_in` asks for.
    """

    subject: str
    images: int | None
    false_match_rate: float | None
    alike: bool


def one_in(calibration: Calibration, enrolled: int) -> int:
    """How rare a false match must be in a search among `enrolled` people: 1 in this many.

    A search compares with everybody, so each comparison must be as many times rarer: 1,000 times
    the number of people, at least 10,000, and at most the rarest that was measured for every
    enrolment. Beyond that (100 people with what SFace ships) a search proposes strangers more
    often, and staff decide.
    """
    curves = (calibration.one_picture, calibration.several_pictures)
    rarest = min(round(1 / points[-1][0]) for points in curves)
    return min(max(WRONG_SEARCHES * enrolled, _LEAST_ONE_IN), rarest)


def rate_bound(calibration: Calibration, similarity: float, images: int) -> float | None:
    """At most this share of strangers is as alike; log-linear between what was measured, and
    beyond the rarest that one. None below the first point."""
    points = calibration.one_picture if images == 1 else calibration.several_pictures
    for (high, low_score), (low, high_score) in pairwise(points):
        if low_score <= similarity < high_score:
            part = (similarity - low_score) / (high_score - low_score)
            return exp(log(high) + part * (log(low) - log(high)))
    return points[-1][0] if similarity >= points[-1][1] else None
