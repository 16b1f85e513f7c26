"""Citizens: card number and PIN, and what they have applied for."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from backend.cases.listing import case_in_full, cases_of
from backend.cases.moving import move
from backend.cases.talking import CITIZEN, case_of, write_message
from backend.clock import local_day
from backend.documents.holding import documents_of
from backend.parts import Parts
from backend.registries.pins import PinVerdict, begin_try, end_try, matches, stored_hash
from backend.routes.kinds import Citizen, Reference, Words


class PinCheck(BaseModel):
    """The body of POST /v1/citizens/check-pin."""

    citizen: Annotated[str, Field(max_length=32)]
    pin: Annotated[str, Field(max_length=32)]


class CaseMove(BaseModel):
    """The body of POST /v1/citizens/move-case."""

    citizen: Annotated[str, Field(max_length=32)]
    reference: Annotated[str, Field(max_length=40)]
    move: Annotated[str, Field(max_length=40)]


class Message(BaseModel):
    """The body of POST /v1/citizens/messages; it also supplies what a case waits for."""

    citizen: Citizen
    reference: Reference
    text: Words


SUPPLY = "supply"
"""The move of a citizen who gives what was missing."""


def router(parts: Parts) -> APIRouter:
    """Routes for a terminal."""
    routes = APIRouter(prefix="/v1/citizens")

    @routes.post("/check-pin")
    def check_pin(body: PinCheck) -> dict[str, Any]:
        return asdict(try_pin(parts, body))

    @routes.get("/{citizen}/cases")
    def applied_for(citizen: str) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return cases_of(connection, parts.states, parts.offer, citizen)

    @routes.get("/{citizen}/cases/{reference}")
    def one_in_full(citizen: str, reference: str) -> dict[str, Any]:
        with parts.database.read() as connection:
            return case_in_full(connection, parts.states, parts.offer, citizen, reference)

    @routes.get("/{citizen}/documents")
    def documents(citizen: str) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return documents_of(connection, citizen, local_day(parts.clock()))

    @routes.post("/messages", status_code=201)
    def say(body: Message) -> dict[str, str]:
        moment = parts.clock()

        def keep(connection: Connection) -> str:
            case = case_of(connection, body.reference, body.citizen)
            write_message(connection, case.id, CITIZEN, body.text, moment)
            moves = parts.states.states[case.state].open_to(CITIZEN)
            if SUPPLY not in moves:
                return str(case.state)
            what = (body.reference, body.citizen, SUPPLY)
            return move(connection, parts.states, *what, moment)

        return {"state": parts.database.write(keep)}

    @routes.post("/move-case")
    def move_case(body: CaseMove) -> dict[str, str]:
        moment = parts.clock()
        state = parts.database.write(
            lambda c: move(c, parts.states, body.reference, body.citizen, body.move, moment)
        )
        return {"state": state}

    return routes


def try_pin(parts: Parts, body: PinCheck) -> PinVerdict:
    """Try a PIN, and count it."""
    now = int(parts.clock().timestamp())
    locked = parts.database.write(lambda connection: begin_try(connection, body.citizen, now))
    if locked is not None:
        return locked
    with parts.database.read() as connection:
        stored = stored_hash(connection, body.citizen)
    right = matches(body.pin, stored)
    return parts.database.write(lambda c: end_try(c, body.citizen, right))
