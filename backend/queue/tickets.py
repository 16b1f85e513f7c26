"""Who is being served at each counter and how many wait there."""

import random
from typing import Any

from sqlalchemy import Connection, func, insert, select

from backend.offer import Offer
from backend.store.tables import tickets

_BUSIEST = 9


def open_day(connection: Connection, day: str, offer: Offer) -> None:
    """Hand out a demonstration day's tickets, once; the same day is always the same."""
    if connection.execute(select(tickets.c.id).where(tickets.c.day == day).limit(1)).first():
        return
    for department, counter in offer.departments.items():
        chance = random.Random(f"{day} {department}")  # plausible, not secret
        served = chance.randint(3, 40)
        waiting = chance.choice([0, 1, 2, 2, 3, 3, 4, 5, 6, _BUSIEST])
        rows = [
            {
                "department": department,
                "day": day,
                "number": counter * 1000 + place,
                "called_at": day if place <= served else None,
            }
            for place in range(1, served + waiting + 1)
        ]
        connection.execute(insert(tickets), rows)


def board(connection: Connection, day: str, offer: Offer) -> list[dict[str, Any]]:
    """[{"counter": department id, "serving": ticket, "waiting", "minutes"}] by counter."""
    called = func.max(tickets.c.number).filter(tickets.c.called_at.is_not(None))
    waiting = func.count().filter(tickets.c.called_at.is_(None))
    query = select(tickets.c.department, called.label("serving"), waiting.label("waiting"))
    rows = connection.execute(query.where(tickets.c.day == day).group_by(tickets.c.department))
    by_department = {row.department: row for row in rows}
    return [
        {
            "counter": department,
            "serving": str(by_department[department].serving),
            "waiting": by_department[department].waiting,
            "minutes": by_department[department].waiting * _minutes_each(offer, department),
        }
        for department in offer.departments
        if department in by_department
    ]


def _minutes_each(offer: Offer, department: str) -> int:
    known = [one.minutes for one in offer.services.values() if one.department == department]
    return round(sum(known) / len(known)) if known else 5
