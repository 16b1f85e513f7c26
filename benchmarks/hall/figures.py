"""Medians and percentiles."""

import statistics
from collections.abc import Sequence
from typing import Any


def medians(found: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The median of each number over several runs."""
    return {
        name: statistics.median(one[name] for one in found)
        if isinstance(found[0][name], int | float)
        else found[0][name]
        for name in found[0]
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share (0..1) of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
