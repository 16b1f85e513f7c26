"""What an outcome means for its row, by what the peer can do, and what is told of it."""

import logging
from typing import Any

from kiosk.services.adapters.protocol import Later, Received, Refused, Unknown
from kiosk.services.courier.attempt import FAULT, Hopeless, Result
from kiosk.services.outbox.dispatch import Dispatch
from kiosk.services.outbox.parcel import Parcel
from kiosk.services.outbox.states import ImpossibleStep, Kind

log = logging.getLogger(__name__)

CHECK_AFTER_S = 30.0
"""A request that nobody saw the end of may still be at work in the peer for so long."""
MOST_LOOK_UPS = 12
MOST_FAULTS = 20

Message = dict[str, Any]


def report(event: str, parcel: Parcel, **more: object) -> Message:
    """A message for the window."""
    return {"event": event, "key": parcel.key, "kind": parcel.kind.value, **more}


def settle(dispatch: Dispatch, result: Result) -> Message:
    """Write it down, in the caller's transaction; returns what to tell once that is durable."""
    try:
        return _settle(dispatch, result)
    except ImpossibleStep as late:
        log.warning("%s: %s", result.parcel.key, late)
        return report("waiting", result.parcel, cause="settled_elsewhere")


def _settle(dispatch: Dispatch, result: Result) -> Message:
    parcel, key = result.parcel, result.parcel.key
    match result.outcome:
        case Received(receipt):
            dispatch.acknowledge(key, receipt)
            return report("received", parcel)
        case Refused(problem):
            dispatch.reject(key, problem)
            return report("rejected", parcel, problem=problem)
        case Hopeless(cause) if parcel.kind is Kind.RATING:  # no clerk's work
            dispatch.reject(key, cause)
            return report("rejected", parcel, problem=cause)
        case Hopeless(cause):
            return _give_up(dispatch, parcel, cause)
        case Unknown(cause) if not result.abilities.idempotent:
            return _doubt(dispatch, result, cause)
        case Unknown(cause) if cause == FAULT and parcel.attempts >= MOST_FAULTS:
            return _give_up(dispatch, parcel, cause)
        case Later(cause, asked_s):
            return _waiting(parcel, cause, dispatch.postpone(key, asked_s))
        case Unknown(cause):
            return _waiting(parcel, cause, dispatch.postpone(key))


def _doubt(dispatch: Dispatch, result: Result, cause: str) -> Message:
    parcel = result.parcel
    if result.abilities.search and parcel.attempts < MOST_LOOK_UPS:
        return _waiting(parcel, cause, dispatch.check_later(parcel.key, CHECK_AFTER_S))
    dispatch.doubt(parcel.key, cause)
    return report("uncertain", parcel, cause=cause)


def _give_up(dispatch: Dispatch, parcel: Parcel, cause: str) -> Message:
    dispatch.give_up(parcel.key, cause)
    log.error("%s cannot be sent: %s; a clerk has to look", parcel.key, cause)
    return report("dead", parcel, cause=cause)


def _waiting(parcel: Parcel, cause: str, wait_s: float) -> Message:
    log.info("%s waits %.1f s: %s", parcel.key, wait_s, cause)
    return report("waiting", parcel, cause=cause, retry_in_s=round(wait_s, 1))
