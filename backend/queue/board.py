"""Who is being served at each counter, how many wait there, and whether somebody is there."""

import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from backend.clock import local_day
from backend.offer import Offer
from backend.queue.day import Joined, Ticket, breaks, tickets

Line = Mapping[str, Sequence[Joined]]
"""By department, who really drew a ticket today."""


def board(offer: Offer, moment: datetime, joined: Line) -> list[dict[str, Any]]:
    """[{"counter": department id, "serving": ticket, "waiting", "minutes", "state"}] by counter.

    state: open (nobody is before you), busy, or closed (the clerk is away for a while).
    """
    return [_row(offer, one, moment, joined.get(one, ())) for one in offer.departments]


def line_at(
    offer: Offer, department: str, moment: datetime, joined: Sequence[Joined]
) -> list[Ticket]:
    """The tickets that were drawn at a counter until now, in their order; those of somebody real
    are, though the clock was put back since."""
    minute, day = minute_of(moment), local_day(moment)
    all_day = tickets(f"{day} {department}", _minutes_each(offer, department), joined)
    return [one for one in all_day if one.id or one.drawn <= minute]


def number_of(offer: Offer, department: str, place: int) -> str:
    """What stands on the ticket that is the place-th of a day, from 1."""
    return str(offer.departments[department] * 1000 + place)


def minute_of(moment: datetime) -> float:
    """Minutes since midnight at the counters."""
    local = moment.astimezone()
    return local.hour * 60 + local.minute + (local.second + local.microsecond / 1e6) / 60


def _row(
    offer: Offer, department: str, moment: datetime, joined: Sequence[Joined]
) -> dict[str, Any]:
    minute, each = minute_of(moment), _minutes_each(offer, department)
    drawn = line_at(offer, department, moment, joined)
    called = [one for one in drawn if one.called <= minute]
    gone = {one.id for one in joined if one.gone}
    waiting = sum(one.called > minute and one.id not in gone for one in drawn)
    away = breaks(f"{local_day(moment)} {department}")
    absent = max((end - minute for start, end in away if start <= minute < end), default=0)
    busy = waiting > 0 or any(one.over > minute for one in called)
    return {
        "counter": department,
        "serving": number_of(offer, department, len(called)),
        "waiting": waiting,
        "minutes": waiting * each + math.ceil(absent),
        "state": "closed" if absent else "busy" if busy else "open",
    }


def _minutes_each(offer: Offer, department: str) -> int:
    known = [one.minutes for one in offer.services.values() if one.department == department]
    return round(sum(known) / len(known)) if known else 5
