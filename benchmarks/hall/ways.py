"""How long finding a way takes, between random counters."""

import random
import time
from typing import Any

from benchmarks.hall.figures import percentile
from hall3d.movement import Ground, Paths
from hall3d.plan import lay_out, parse_departments

_COUNT = 400


def measure(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Milliseconds: p50 and p99 of ways, and of getting ready for them once."""
    plan = lay_out(parse_departments(rows))
    began = time.perf_counter()
    paths = Paths(plan, Ground(plan))
    while not paths.ready:
        paths.prepare()
    ready = time.perf_counter() - began
    spots = [(one.stand.x, one.stand.y) for one in plan.counters]
    spots.append((plan.entrance.x, plan.entrance.y))
    chance = random.Random(1)
    took = []
    for _ in range(_COUNT):
        start, goal = chance.sample(spots, 2)
        began = time.perf_counter()
        if paths.find(start, goal) is None:
            raise RuntimeError(f"there is no way from {start} to {goal}")
        took.append(1000 * (time.perf_counter() - began))
    return {
        "path_p50_ms": round(percentile(took, 0.5), 1),
        "path_p99_ms": round(percentile(took, 0.99), 1),
        "paths_ready_ms": round(1000 * ready),
    }
