"""From the scores of single pictures to one judgement (domain)."""

from collections.abc import Sequence

LIVE = 0.5
"""The least score of a living face."""

TRIM = 0.2


def trimmed_mean(scores: Sequence[float]) -> float:
    """The mean without the highest and the lowest fifth. Needs at least one score."""
    cut = int(len(scores) * TRIM)
    kept = sorted(scores)[cut : len(scores) - cut]
    return sum(kept) / len(kept)
