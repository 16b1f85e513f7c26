"""Error rates with their intervals."""

from typing import Any

from identity.evaluation.intervals import wilson


def rate(errors: int, trials: int) -> dict[str, Any]:
    """The share of errors, its trials, and Wilson's 95 % interval; null without trials."""
    ends = wilson(errors, trials)
    if ends is None:
        return {"rate": None, "errors": 0, "n": 0, "ci95": None}
    return {
        "rate": round(errors / trials, 4),
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
