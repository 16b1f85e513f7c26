"""The states of what is sent, and how they follow each other (domain)."""

from enum import StrEnum


class Kind(StrEnum):
    """What is sent."""

    SUBMISSION = "submission"
    RATING = "rating"


class State(StrEnum):
    """Where it stands. Only the outbox's file knows; a screen repeats it."""

    COMMITTED = "committed"
    """Durable on this terminal; waits for the courier."""
    SENDING = "sending"
    """The courier holds a lease on it."""
    ACKED = "acked"
    """The department's answer is verified and kept."""
    CLOSED = "closed"
    """Answered, and its content is erased."""
    REJECTED = "rejected"
    """The department refused it for good."""
    UNCERTAIN = "uncertain"
    """Nobody can know whether it arrived, and sending again might double it: a clerk looks."""
    DEAD = "dead"
    """It cannot be sent as it is: a clerk looks."""


class Event(StrEnum):
    """What happens to it."""

    CLAIM = "claim"
    POSTPONE = "postpone"
    ACKNOWLEDGE = "acknowledge"
    REJECT = "reject"
    DOUBT = "doubt"
    GIVE_UP = "give_up"
    CHECK_LATER = "check_later"
    """It may have arrived, and the department can be asked."""
    CLOSE = "close"
    FOUND = "found"
    """A clerk learnt that the department has it."""
    SEND_ANEW = "send_anew"
    """A clerk learnt that it did not arrive."""
    SET_ASIDE = "set_aside"
    """A clerk has settled it another way, on paper."""


FINAL = frozenset({State.CLOSED, State.REJECTED})
"""Nobody looks at these again."""

FOR_A_CLERK = frozenset({State.UNCERTAIN, State.DEAD})
"""No courier looks at these again, unless a clerk says so."""

_NEXT: dict[tuple[State, Event], State] = {
    (State.COMMITTED, Event.CLAIM): State.SENDING,
    (State.COMMITTED, Event.GIVE_UP): State.DEAD,
    (State.COMMITTED, Event.REJECT): State.REJECTED,  # a rating of what was refused
    (State.SENDING, Event.CLAIM): State.SENDING,  # after its lease expired
    (State.SENDING, Event.CHECK_LATER): State.SENDING,
    (State.SENDING, Event.POSTPONE): State.COMMITTED,
    (State.SENDING, Event.ACKNOWLEDGE): State.ACKED,
    (State.SENDING, Event.REJECT): State.REJECTED,
    (State.SENDING, Event.DOUBT): State.UNCERTAIN,
    (State.SENDING, Event.GIVE_UP): State.DEAD,
    (State.ACKED, Event.CLOSE): State.CLOSED,
    (State.UNCERTAIN, Event.FOUND): State.ACKED,
    (State.UNCERTAIN, Event.SEND_ANEW): State.COMMITTED,
    (State.UNCERTAIN, Event.SET_ASIDE): State.CLOSED,
    (State.DEAD, Event.SEND_ANEW): State.COMMITTED,
    (State.DEAD, Event.SET_ASIDE): State.CLOSED,
}


class ImpossibleStep(Exception):
    """This cannot happen in this state: a fault in the caller."""


def after(state: State, event: Event) -> State:
    """The state after `event`. Raises ImpossibleStep."""
    try:
        return _NEXT[state, event]
    except KeyError:
        raise ImpossibleStep(f"{event} cannot follow {state}") from None
