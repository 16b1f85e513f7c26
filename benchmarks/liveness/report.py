"""Error rates with their intervals."""

import math
from typing import Any


def rate(errors: int, trials: int) -> dict[str, Any]:
    """The share of errors, its trials, and Wilson's 95 % interval; null without trials."""
    if trials == 0:
        return {"rate": None, "errors": 0, "n": 0, "ci95": None}
    z, p = 1.959964, errors / trials
    middle = p + z * z / (2 * trials)
    half = z * math.sqrt(p * (1 - p) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    ends = [max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)]
    return {
        "rate": round(p, 4),
        "errors": errors,
        "n": trials,
        "ci95": [round(end, 4) for end in ends],
    }


def shown(name: str, one: dict[str, Any]) -> str:
    """One line for people."""
    if one["n"] == 0:
        return f"  {name:<34} no trials"
    low, high = one["ci95"]
    return (
        f"  {name:<34}{one['errors']:>5} of {one['n']:<5} {one['rate']:>7.1%}"
        f"   95 %: {low:.1%} to {high:.1%}"
    )
