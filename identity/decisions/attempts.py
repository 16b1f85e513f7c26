"""How many tries a person has: waits after a few failures in a row, and a final limit."""

import math
from dataclasses import dataclass

WAIT_S = 30


@dataclass(frozen=True)
class Limits:
    """Failures in a row before each further try must wait, and before there are no more tries."""

    before_wait: int
    before_lock: int


PLAIN = Limits(5, 50)
WITH_LIVENESS = Limits(10, 100)


def limits(liveness_enforced: bool) -> Limits:
    """A terminal that detects presentation attacks may allow twice the tries."""
    return WITH_LIVENESS if liveness_enforced else PLAIN


@dataclass(frozen=True)
class Attempts:
    """Failures in a row of one subject; `last_failed_at` in seconds since the epoch."""

    failed: int = 0
    last_failed_at: float = 0.0

    def after_failure(self, now: float) -> "Attempts":
        """One failure more."""
        return Attempts(self.failed + 1, now)

    def locked(self, allowed: Limits) -> bool:
        """No try is left; staff must enrol the person anew."""
        return self.failed >= allowed.before_lock

    def wait_s(self, allowed: Limits, now: float) -> int:
        """Whole seconds until the next try is possible; never above WAIT_S, whatever the clock
        did meanwhile."""
        if self.failed < allowed.before_wait:
            return 0
        since = max(0.0, now - self.last_failed_at)
        return max(0, math.ceil(WAIT_S - since))
