"""Tickets that citizens draw at a terminal: they stand in the same line as everybody."""

import math
import uuid
from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from backend.clock import local_day, stamp
from backend.offer import Offer
from backend.problems import Problem
from backend.queue.board import line_at, minute_of, number_of
from backend.queue.day import Joined
from backend.store.tables import queue_tickets


def joined_on(connection: Connection, day: str) -> dict[str, list[Joined]]:
    """By department, who drew a ticket on this day, in their order."""
    query = select(queue_tickets).where(queue_tickets.c.day == day)
    found: dict[str, list[Joined]] = defaultdict(list)
    for row in connection.execute(query.order_by(queue_tickets.c.sequence)):
        joined = Joined(row.id, row.seconds / 60, row.given_back_at is not None)
        found[row.department].append(joined)
    return found


def draw(
    connection: Connection, offer: Offer, citizen: str, department: str, moment: datetime
) -> dict[str, Any]:
    """A ticket as `tickets_of` tells it; the one they have, while it still waits. Raises Problem
    422."""
    if department not in offer.departments:
        raise Problem(422, "unknown-department", "there is no such department")
    for one in tickets_of(connection, offer, citizen, moment):
        if one["department"] == department and one["state"] == "waiting":
            return one
    identifier = uuid.uuid4().hex
    row = {"id": identifier, "citizen": citizen, "department": department}
    when = {"day": local_day(moment), "seconds": int(minute_of(moment) * 60)}
    connection.execute(insert(queue_tickets).values(**row, **when))
    mine = tickets_of(connection, offer, citizen, moment)
    return next(one for one in mine if one["id"] == identifier)


def give_back(connection: Connection, citizen: str, identifier: str, moment: datetime) -> None:
    """They will not come, and whoever is behind them moves up. Raises Problem 404."""
    mine = (queue_tickets.c.id == identifier) & (queue_tickets.c.citizen == citizen)
    here = mine & queue_tickets.c.given_back_at.is_(None)
    change = update(queue_tickets).where(here).values(given_back_at=stamp(moment))
    if not connection.execute(change).rowcount:
        raise Problem(404, "unknown-ticket", "there is no such ticket")


def forget_tickets(connection: Connection, before: str) -> None:
    """Let go of those of days before this one."""
    connection.execute(delete(queue_tickets).where(queue_tickets.c.day < before))


def tickets_of(
    connection: Connection, offer: Offer, citizen: str, moment: datetime
) -> list[dict[str, Any]]:
    """[{"id", "department", "number", "before", "minutes", "state": waiting or called}]: what of
    today was neither given back nor served."""
    day = local_day(moment)
    everybody = joined_on(connection, day)
    query = select(queue_tickets).where(
        queue_tickets.c.citizen == citizen,
        queue_tickets.c.day == day,
        queue_tickets.c.given_back_at.is_(None),
    )
    rows = connection.execute(query.order_by(queue_tickets.c.sequence)).all()
    told = [_told(offer, row, moment, everybody[row.department]) for row in rows]
    return [one for one in told if one is not None]


def _told(offer: Offer, row: Any, moment: datetime, joined: list[Joined]) -> dict[str, Any] | None:
    """None once its turn is over."""
    minute = minute_of(moment)
    line = line_at(offer, row.department, moment, joined)
    place, mine = next((i, one) for i, one in enumerate(line, 1) if one.id == row.id)
    if mine.over <= minute:
        return None
    gone = {one.id for one in joined if one.gone}
    ahead = [one for one in line[: place - 1] if one.called > minute and one.id not in gone]
    return {
        "id": row.id,
        "department": row.department,
        "number": number_of(offer, row.department, place),
        "before": len(ahead),
        "minutes": max(0, math.ceil(mine.called - minute)),
        "state": "waiting" if mine.called > minute else "called",
    }
