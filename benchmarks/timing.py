"""How long something takes, and what is usual and rare among many times."""

import statistics
import time
from collections.abc import Callable


def timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def percentiles(times: list[float]) -> dict[str, float]:
    """The median and the 99th percentile of at least two times."""
    cuts = statistics.quantiles(times, n=100)
    return {"p50_ms": round(cuts[49], 3), "p99_ms": round(cuts[98], 3)}
