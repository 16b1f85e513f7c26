"""How sure a measured share of errors is."""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

_Z = 1.959964
_DRAWS = 1000


def wilson(errors: int, trials: int) -> tuple[float, float] | None:
    """Wilson's 95 % interval of a share of independent trials; None without trials."""
    if trials == 0:
        return None
    share, spread = errors / trials, _Z * _Z / trials
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / trials + spread / (4 * trials)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def by_people(errors: Sequence[int], trials: Sequence[int]) -> tuple[float, float] | None:
    """A 95 % interval of a share whose trials belong to people, one entry a person: trials of one
    person are alike, so people are drawn anew (bootstrap), not trials.

    Where nobody has an error the upper end is the rule of three over people.
    """
    wrong, of = np.asarray(errors, float), np.asarray(trials, float)
    people = int((of > 0).sum())
    if people == 0:
        return None
    rule_of_three = 1 - 0.05 ** (1 / people)
    if wrong.sum() == 0:
        return 0.0, rule_of_three
    draws: NDArray[np.int64] = np.random.default_rng(1).integers(0, len(of), (_DRAWS, len(of)))
    shares = wrong[draws].sum(1) / np.maximum(of[draws].sum(1), 1)
    low, high = np.quantile(shares, (0.025, 0.975))
    return float(low), float(high)
