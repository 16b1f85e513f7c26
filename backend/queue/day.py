"""A demonstration day at one counter: who comes when, who is called when, when the clerk is away.

Plausible, not real: the same day and counter always go the same way, so nothing is kept but who
really joined.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PATIENT = 9
"""Who finds so many waiting comes another time."""
_DAY = 24 * 60.0
Break = tuple[float, float]


@dataclass(frozen=True)
class Joined:
    """Somebody real who joined at this minute since midnight; gone: they gave it back."""

    id: str
    drawn: float
    gone: bool


@dataclass(frozen=True)
class Ticket:
    """Minutes since midnight: when it was drawn, when it was called, when its turn was over; `id`
    is of somebody real, "" of the others."""

    drawn: float
    called: float
    over: float
    id: str = ""


def tickets(seed: str, minutes: float, joined: Sequence[Joined] = ()) -> Iterator[Ticket]:
    """Every ticket of a day, in their order; a turn takes about `minutes`.

    joined: in the order in which they came; they change nothing of what was before them.
    """
    chance = random.Random(seed)  # plausible, not secret
    of_joined = random.Random(f"{seed} joined")
    pace = minutes * chance.uniform(0.95, 1.5)
    away = breaks(seed)
    queue: list[Ticket] = []
    real = list(joined)
    drawn, free = 0.0, 0.0
    while True:
        while real and (real[0].drawn <= drawn or drawn >= _DAY):
            one = real.pop(0)
            called = _back_by(max(one.drawn, free), away)
            free = called + (0.0 if one.gone else minutes * of_joined.uniform(0.4, 1.6))
            queue.append(Ticket(one.drawn, called, free, one.id))
            yield queue[-1]
        if drawn >= _DAY:
            return
        queue = [one for one in queue if one.called > drawn]
        if len(queue) < _PATIENT:
            called = _back_by(max(drawn, free), away)
            free = called + minutes * chance.uniform(0.4, 1.6)
            queue.append(Ticket(drawn, called, free))
            yield queue[-1]
        drawn += chance.expovariate(1 / pace)


def breaks(seed: str) -> list[Break]:
    """When the clerk is away: a quarter of an hour now and then, in minutes since midnight."""
    chance = random.Random(f"{seed} breaks")
    found, at = [], chance.uniform(20.0, 160.0)
    while at < _DAY:
        length = chance.uniform(8.0, 16.0)
        found.append((at, at + length))
        at += length + chance.uniform(120.0, 200.0)
    return found


def _back_by(minute: float, away: list[Break]) -> float:
    """A moment, or the end of the break it falls into."""
    return next((end for start, end in away if start <= minute < end), minute)
