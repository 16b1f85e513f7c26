"""Pre-fill for forms, and who read it."""

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field

from backend.parts import Parts
from backend.registries.reading import Request, permitted, read, reads_of


class ReadRequest(BaseModel):
    """The body of POST /v1/registries/read."""

    citizen: str
    service: str
    purpose: Annotated[str, Field(min_length=1, max_length=200)]
    fields: Annotated[list[str], Field(max_length=100)]


def router(parts: Parts) -> APIRouter:
    """Routes for a terminal."""
    routes = APIRouter(prefix="/v1")

    @routes.post("/registries/read")
    def read_registries(body: ReadRequest) -> dict[str, Any]:
        request = Request(body.citizen, body.service, body.purpose, body.fields)
        permitted(request, parts.offer)
        moment = parts.clock()
        values = parts.database.write(lambda connection: read(connection, request, moment))
        return {"values": values}

    @routes.get("/citizens/{citizen}/reads")
    def who_read(citizen: str) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return reads_of(connection, citizen)

    return routes
