"""Booking, moving and cancelling; the table itself refuses that two share a place."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from backend.appointments.hours import Hours
from backend.problems import Problem
from backend.store.tables import appointments


@dataclass(frozen=True)
class Slot:
    """A day (ISO) and a time ("09:30") at a department."""

    department: str
    day: str
    time: str


def free_slots(connection: Connection, hours: Hours, today: date) -> list[dict[str, Any]]:
    """[{"day", "times": […]}] with at least one free place, in order."""
    query = select(appointments.c.day, appointments.c.time)
    mine = appointments.c.department == hours.department
    taken = Counter(tuple(row) for row in connection.execute(query.where(mine)))
    days = []
    for day in map(date.isoformat, hours.days(today)):
        times = [time for time in hours.times() if taken[day, time] < hours.places]
        if times:
            days.append({"day": day, "times": times})
    return days


def book(connection: Connection, hours: Hours, citizen: str, slot: Slot, today: date) -> str:
    """The appointment's id. Raises Problem 409 or 422."""
    place = _free_place(connection, hours, slot, today)
    identifier = uuid.uuid4().hex
    row = {"id": identifier, "citizen": citizen, "place": place}
    values = {"department": slot.department, "day": slot.day, "time": slot.time}
    try:
        connection.execute(insert(appointments).values(**row, **values))
    except IntegrityError as taken:
        raise _taken() from taken
    return identifier


def change(
    connection: Connection, hours: Hours, citizen: str, identifier: str, slot: Slot, today: date
) -> None:
    """Move it to another slot of the same department. Raises Problem 404, 409 or 422."""
    mine = _mine(citizen, identifier) & (appointments.c.department == slot.department)
    if connection.execute(select(appointments.c.id).where(mine)).first() is None:
        raise _unknown()
    place = _free_place(connection, hours, slot, today)
    values = {"day": slot.day, "time": slot.time, "place": place}
    try:
        connection.execute(update(appointments).where(mine).values(**values))
    except IntegrityError as taken:
        raise _taken() from taken


def cancel(connection: Connection, citizen: str, identifier: str) -> None:
    """Give the slot back. Raises Problem 404."""
    done = connection.execute(delete(appointments).where(_mine(citizen, identifier)))
    if not done.rowcount:
        raise _unknown()


def appointments_of(connection: Connection, citizen: str, today: date) -> list[dict[str, Any]]:
    """[{"id", "department", "day", "time"}] from today on, the next one first."""
    table = appointments.c
    query = select(table.id, table.department, table.day, table.time).where(
        table.citizen == citizen, table.day >= today.isoformat()
    )
    rows = connection.execute(query.order_by(table.day, table.time))
    return [dict(row._mapping) for row in rows]


def forget_appointments(connection: Connection, before: str) -> None:
    """Let go of those of days before this one."""
    connection.execute(delete(appointments).where(appointments.c.day < before))


def _free_place(connection: Connection, hours: Hours, slot: Slot, today: date) -> int:
    if not hours.receives(slot.day, slot.time, today):
        raise Problem(422, "no-such-slot", "this department does not receive then")
    table = appointments.c
    query = select(table.place).where(
        table.department == slot.department, table.day == slot.day, table.time == slot.time
    )
    taken = set(connection.execute(query).scalars())
    free = next((place for place in range(hours.places) if place not in taken), None)
    if free is None:
        raise _taken()
    return free


def _mine(citizen: str, identifier: str) -> Any:
    return (appointments.c.id == identifier) & (appointments.c.citizen == citizen)


def _taken() -> Problem:
    return Problem(409, "slot-taken", "somebody has this slot, or you have another at that time")


def _unknown() -> Problem:
    return Problem(404, "unknown-appointment", "there is no such appointment")
