"""Coming to a counter: appointments and queue tickets."""

from datetime import date
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel

from backend.appointments.booking import (
    Slot,
    appointments_of,
    book,
    cancel,
    change,
    free_slots,
)
from backend.appointments.hours import Hours
from backend.clock import local_day
from backend.parts import Parts
from backend.problems import Problem
from backend.queue.drawing import draw, give_back, tickets_of
from backend.routes.kinds import Citizen, ClockTime, Day, Identifier, Name


class Booking(BaseModel):
    """The body of POST /v1/appointments."""

    citizen: Citizen
    department: Name
    day: Day
    time: ClockTime


class Moving(Booking):
    """The body of POST /v1/appointments/move."""

    id: Identifier


class Mine(BaseModel):
    """Something that a citizen has, to be given up."""

    citizen: Citizen
    id: Identifier


class Drawing(BaseModel):
    """The body of POST /v1/queue/tickets."""

    citizen: Citizen
    department: Name


def router(parts: Parts) -> APIRouter:
    """Routes for a terminal."""
    routes = APIRouter(prefix="/v1")

    @routes.get("/departments/{department}/slots")
    def slots(department: str) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return free_slots(connection, _hours(parts, department), _today(parts))

    @routes.post("/appointments", status_code=201)
    def book_one(body: Booking) -> dict[str, str]:
        hours, today = _hours(parts, body.department), _today(parts)
        made = parts.database.write(lambda c: book(c, hours, body.citizen, _slot(body), today))
        return {"id": made}

    @routes.post("/appointments/move")
    def move_one(body: Moving) -> dict[str, str]:
        hours, today = _hours(parts, body.department), _today(parts)
        parts.database.write(lambda c: change(c, hours, body.citizen, body.id, _slot(body), today))
        return {"id": body.id}

    @routes.post("/appointments/cancel")
    def cancel_one(body: Mine) -> dict[str, bool]:
        parts.database.write(lambda c: cancel(c, body.citizen, body.id))
        return {"cancelled": True}

    @routes.get("/citizens/{citizen}/appointments")
    def booked(citizen: str) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return appointments_of(connection, citizen, _today(parts))

    @routes.post("/queue/tickets", status_code=201)
    def take_ticket(body: Drawing) -> dict[str, Any]:
        moment = parts.clock()
        return parts.database.write(
            lambda c: draw(c, parts.offer, body.citizen, body.department, moment)
        )

    @routes.post("/queue/tickets/give-back")
    def return_ticket(body: Mine) -> dict[str, bool]:
        moment = parts.clock()
        parts.database.write(lambda c: give_back(c, body.citizen, body.id, moment))
        return {"given_back": True}

    @routes.get("/citizens/{citizen}/tickets")
    def my_tickets(citizen: str) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return tickets_of(connection, parts.offer, citizen, parts.clock())

    return routes


def _hours(parts: Parts, department: str) -> Hours:
    found = parts.offer.hours.get(department)
    if found is None:
        raise Problem(404, "no-appointments", "this department receives without an appointment")
    return found


def _slot(body: Booking) -> Slot:
    return Slot(body.department, body.day, body.time)


def _today(parts: Parts) -> date:
    return date.fromisoformat(local_day(parts.clock()))
