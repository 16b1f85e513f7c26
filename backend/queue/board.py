"""Who is being served at each counter, how many wait there, and whether somebody is there."""

import math
from datetime import datetime
from typing import Any

from backend.clock import local_day
from backend.offer import Offer
from backend.queue.day import breaks, tickets


def board(offer: Offer, moment: datetime) -> list[dict[str, Any]]:
    """[{"counter": department id, "serving": ticket, "waiting", "minutes", "state"}] by counter.

    state: open (nobody is before you), busy, or closed (the clerk is away for a while).
    """
    local = moment.astimezone()
    minute = local.hour * 60 + local.minute + local.second / 60
    return [_row(offer, department, local_day(moment), minute) for department in offer.departments]


def _row(offer: Offer, department: str, day: str, minute: float) -> dict[str, Any]:
    seed, each = f"{day} {department}", _minutes_each(offer, department)
    drawn = [one for one in tickets(seed, each) if one.drawn <= minute]
    called = [one for one in drawn if one.called <= minute]
    waiting = len(drawn) - len(called)
    absent = max((end - minute for start, end in breaks(seed) if start <= minute < end), default=0)
    busy = waiting > 0 or any(one.over > minute for one in called)
    return {
        "counter": department,
        "serving": str(offer.departments[department] * 1000 + len(called)),
        "waiting": waiting,
        "minutes": waiting * each + math.ceil(absent),
        "state": "closed" if absent else "busy" if busy else "open",
    }


def _minutes_each(offer: Offer, department: str) -> int:
    known = [one.minutes for one in offer.services.values() if one.department == department]
    return round(sum(known) / len(known)) if known else 5
