"""One try: look first where an earlier try may have arrived, then deliver."""

import logging
from dataclasses import dataclass

from kiosk.services.adapters.protocol import Abilities, Adapter, NotThere, Outcome, Unknown
from kiosk.services.outbox.parcel import Parcel
from kiosk.services.outbox.states import Kind

log = logging.getLogger(__name__)

FAULT = "fault"


@dataclass(frozen=True)
class Hopeless:
    """It can never be sent this way."""

    cause: str


@dataclass(frozen=True)
class Result:
    """How a try ended, at a peer of these abilities."""

    parcel: Parcel
    abilities: Abilities
    outcome: Outcome | Hopeless


def attempt(adapter: Adapter, parcel: Parcel) -> Result:
    """Try once. A fault of an adapter is one row's doubt and nobody else's trouble."""
    try:
        outcome = _outcome(adapter, parcel)
    except Exception:  # the row stays, and a clerk sees it; others go on
        log.exception("the way to %s failed on %s", parcel.department, parcel.key)
        outcome = Unknown(FAULT)
    return Result(parcel, adapter.abilities, outcome)


def _outcome(adapter: Adapter, parcel: Parcel) -> Outcome | Hopeless:
    abilities = adapter.abilities
    if parcel.kind is Kind.RATING and not abilities.ratings:
        return Hopeless("no_ratings")
    if parcel.enclosures and not abilities.uploads:
        return Hopeless("no_uploads")
    if parcel.doubtful and not abilities.idempotent:
        if not abilities.search:
            return Unknown("cut_short")
        found = adapter.look_up(parcel)
        if not isinstance(found, NotThere):
            return found
    return adapter.deliver(parcel)
