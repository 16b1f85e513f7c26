"""How much is sent to a department at once: less while it fails, nothing while it rests (domain).

What fails is counted by row, so that one poisoned row does not close a department for others.
"""

import random
from enum import StrEnum

FAILURES = 5
"""Rows in a row without an answer of the peer, after which it is left in peace."""
FIRST_REST_S = 1.0
LONGEST_REST_S = 5 * 60.0
LONGEST_ASKED_S = 60 * 60.0


class LaneState(StrEnum):
    """As staff see it."""

    OPEN = "open"
    TRYING = "trying"
    """It rested; one row finds out whether it answers again."""
    RESTING = "resting"


class Breaker:
    """One department's. Times are steady seconds."""

    def __init__(self, widest: int, chance: random.Random) -> None:
        self._widest = widest
        self._chance = chance
        self._failing: set[str] = set()
        self._rests = 0
        self._until: float | None = None
        self.cause = ""

    def state(self, now: float) -> LaneState:
        """Where it stands."""
        if self._until is None:
            return LaneState.OPEN
        return LaneState.RESTING if now < self._until else LaneState.TRYING

    def width(self, now: float) -> int:
        """How many may be on their way at once."""
        match self.state(now):
            case LaneState.RESTING:
                return 0
            case LaneState.TRYING:
                return 1
        return max(1, self._widest // (1 + len(self._failing)))

    def rest_s(self, now: float) -> float | None:
        """Seconds until it may be tried again; None while it does not rest."""
        resting = self.state(now) is LaneState.RESTING
        return self._until - now if resting and self._until is not None else None

    def answered(self) -> None:
        """The peer spoke, whatever it said."""
        self._failing.clear()
        self._rests, self._until, self.cause = 0, None, ""

    def failed(self, key: str, cause: str, now: float) -> None:
        """No answer to this row."""
        self._failing.add(key)
        if len(self._failing) >= FAILURES or self.state(now) is LaneState.TRYING:
            self.away(cause, now)

    def away(self, cause: str, now: float, asked_s: float | None = None) -> None:
        """Nobody is there, or the peer asks everybody for rest; its own wish is a floor."""
        ceiling = min(LONGEST_REST_S, FIRST_REST_S * 2.0**self._rests)
        wait_s = self._chance.uniform(FIRST_REST_S, max(FIRST_REST_S, ceiling))
        if asked_s is not None:
            wait_s = max(wait_s, min(asked_s, LONGEST_ASKED_S))
        if self.state(now) is not LaneState.RESTING:
            self._rests = min(self._rests + 1, 16)
        self._until = max(self._until or 0.0, now + wait_s)
        self.cause = cause
