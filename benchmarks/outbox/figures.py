"""Figures that are printed."""

import statistics
from collections.abc import Sequence


def summary(times_ms: Sequence[float]) -> dict[str, float]:
    """Count, median and 99th percentile, in milliseconds."""
    cuts = statistics.quantiles(times_ms, n=100) if len(times_ms) > 1 else [times_ms[0]] * 99
    return {"count": len(times_ms), "p50_ms": round(cuts[49], 3), "p99_ms": round(cuts[98], 3)}
