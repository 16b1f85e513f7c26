"""How long each screen waits for a person before it asks, and before it ends the visit."""

from dataclasses import dataclass

from kiosk.journey.visit import State

COUNTDOWN_S = 30
"""How long "Are you still there?" waits."""

FINISHED_S = 30
"""How long a finished screen stays when nobody touches it."""

FAREWELL_S = 3
"""How long the last screen says that everything was wiped."""

UNHURRIED = 2
"""Elder mode and voice double every wait."""

ELSEWHERE_S = 60
"""Further quiet seconds where people look at their phone."""

_FINISHED = {State.RATING, State.SENDING}
_NEVER_ASKS = {State.ATTRACT, State.FAREWELL}


@dataclass(frozen=True)
class Patience:
    """`ask_after_s`: quiet seconds before the question; None when this screen never asks."""

    ask_after_s: int | None
    countdown_s: int = COUNTDOWN_S


def patience(state: State, idle_s: int, unhurried: bool) -> Patience:
    """The waits of one screen. `idle_s` is the operator's setting for ordinary screens."""
    factor = UNHURRIED if unhurried else 1
    if state in _NEVER_ASKS:
        return Patience(None)
    if state in _FINISHED:
        return Patience(FINISHED_S * factor, COUNTDOWN_S * factor)
    elsewhere = ELSEWHERE_S if state is State.PHONE else 0
    return Patience((idle_s + elsewhere) * factor, COUNTDOWN_S * factor)
