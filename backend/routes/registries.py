"""Pre-fill for forms, who read it, and what the citizen agreed to."""

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field, StringConstraints

from backend.cases.last import EARLIER
from backend.consents.giving import Agreed, consents_of, give, withdraw
from backend.parts import Parts
from backend.problems import Problem
from backend.registries.asking import registry_of
from backend.registries.log import reads_of
from backend.registries.reading import Request, log_found, permitted
from backend.routes.kinds import Citizen, Identifier, Name

Purpose = Annotated[str, StringConstraints(min_length=1, max_length=200)]
ConsentId = Annotated[str, StringConstraints(max_length=40)]


class ReadRequest(BaseModel):
    """The body of POST /v1/registries/read."""

    citizen: Citizen
    service: Name
    purpose: Purpose
    fields: Annotated[list[Identifier], Field(max_length=100)]
    consent: ConsentId | None = None


class ConsentBody(BaseModel):
    """The body of POST /v1/consents."""

    citizen: Citizen
    service: Name
    purpose: Purpose
    registries: Annotated[list[Name], Field(min_length=1, max_length=20)]


class Withdrawal(BaseModel):
    """The body of POST /v1/consents/withdraw."""

    citizen: Citizen
    consent: ConsentId


def router(parts: Parts) -> APIRouter:
    """Routes for a terminal."""
    routes = APIRouter(prefix="/v1")

    @routes.post("/registries/read")
    def read_registries(body: ReadRequest) -> dict[str, Any]:
        request = Request(**body.model_dump())
        moment = parts.clock()
        with parts.database.read() as connection:
            service = permitted(connection, request, parts.offer, moment)
        found = parts.registries.look_up(request.citizen, request.fields)
        parts.database.write(lambda c: log_found(c, request, service, found, moment))
        return {"values": found.values, "silent": found.silent}

    @routes.get("/citizens/{citizen}/reads")
    def who_read(citizen: str) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return reads_of(connection, citizen)

    @routes.post("/consents", status_code=201)
    def agree(body: ConsentBody) -> dict[str, str]:
        service = parts.offer.service(body.service)
        needed = {registry_of(field) for field in service.readable} | {EARLIER}
        beyond = sorted(set(body.registries) - needed)
        if beyond:
            raise Problem(403, "beyond-purpose", "this service has no need of these", fields=beyond)
        agreed, moment = Agreed(**body.model_dump()), parts.clock()
        return parts.database.write(lambda c: give(c, agreed, moment))

    @routes.post("/consents/withdraw")
    def take_back(body: Withdrawal) -> dict[str, bool]:
        moment = parts.clock()
        parts.database.write(lambda c: withdraw(c, body.citizen, body.consent, moment))
        return {"withdrawn": True}

    @routes.get("/citizens/{citizen}/consents")
    def agreed_to(citizen: str) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return consents_of(connection, citizen, parts.clock())

    return routes
