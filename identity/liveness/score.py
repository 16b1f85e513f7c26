"""From the scores of single pictures to one judgement (domain)."""

from collections.abc import Sequence

LIVE = 0.3
"""The least score of a living face, of one picture or of several: prints stayed below 0.11 and
the lowest of living webcam faces was 0.36 (docs/decisions/0013)."""

TRIM = 0.2


def trimmed_mean(scores: Sequence[float]) -> float:
    """The mean without the highest and the lowest fifth. Needs at least one score."""
    cut = int(len(scores) * TRIM)
    kept = sorted(scores)[cut : len(scores) - cut]
    return sum(kept) / len(kept)
