"""Every department's breaker: what outcomes teach it, and how wide its lane is (domain)."""

import random

from kiosk.services.adapters.protocol import Later, Received, Refused, Unknown
from kiosk.services.courier.attempt import Result
from kiosk.services.courier.breaker import Breaker, LaneState

WIDEST = 32
"""Parcels on their way to one department at once; with half as many both ends wait for each other
when thousands have queued up."""
WIDEST_UNREPEATABLE = 2
"""The same where a try that is cut short leaves a doubt."""

Change = tuple[str, LaneState, str]


class Lanes:
    """Times are steady seconds."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._breakers: dict[str, Breaker] = {}
        self._told: dict[str, LaneState] = {}

    def width(self, department: str, repeatable: bool, now: float) -> int:
        """How many parcels may be on their way there at once."""
        width = self._breaker(department).width(now)
        return width if repeatable else min(width, WIDEST_UNREPEATABLE)

    def rest_s(self, department: str, now: float) -> float | None:
        """Seconds until a department is tried again; None while it does not rest."""
        return self._breaker(department).rest_s(now)

    def learn(self, result: Result, now: float) -> None:
        """How a department answered."""
        breaker, key = self._breaker(result.parcel.department), result.parcel.key
        match result.outcome:
            case Received() | Refused():
                breaker.answered()
            case Later(cause, asked_s, of_all=True):
                breaker.away(cause, now, asked_s)
            case Later(cause) | Unknown(cause):
                breaker.failed(key, cause, now)

    def forget(self, department: str) -> None:
        """What was learnt counts no longer."""
        self._breakers.pop(department, None)

    def changes(self, now: float) -> list[Change]:
        """(department, state, cause) of those that stand otherwise than was told."""
        known = [(name, one.state(now), one.cause) for name, one in self._breakers.items()]
        return [one for one in known if self._told.get(one[0]) is not one[1]]

    def told(self, changes: list[Change]) -> None:
        """These are written down."""
        self._told.update((department, state) for department, state, _ in changes)

    def _breaker(self, department: str) -> Breaker:
        if department not in self._breakers:
            self._breakers[department] = Breaker(WIDEST, self._chance)
        return self._breakers[department]
