"""Approval by phone: a terminal asks and looks, a phone answers."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field, StringConstraints

from backend.approvals.asking import TooOften, answer, ask, enrol_device, state_of
from backend.parts import Parts
from backend.problems import Problem
from backend.routes.citizens import PinCheck, try_pin

Hex = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]+$")]


class Asked(BaseModel):
    """The body of POST /v1/approvals."""

    citizen: Annotated[str, Field(max_length=32)]


class Answered(BaseModel):
    """The body of POST /v1/approvals/{id}/answer."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")]
    approve: bool
    signature: Annotated[Hex, Field(min_length=128, max_length=128)]


class Device(PinCheck):
    """The body of POST /v1/approvals/devices: a citizen with their PIN, and their device's key."""

    public_key: Annotated[Hex, Field(min_length=64, max_length=64)]


def router(parts: Parts) -> APIRouter:
    """Routes for a terminal."""
    routes = APIRouter(prefix="/v1/approvals")

    @routes.post("")
    def begin(body: Asked) -> dict[str, Any]:
        now = _now(parts)
        asked = parts.database.write(lambda connection: ask(connection, body.citizen, now))
        if isinstance(asked, TooOften):
            raise Problem(429, "asked-too-often", "use another way", asked.retry_after_s)
        return asdict(asked)

    @routes.get("/{identifier}")
    def look(identifier: str) -> dict[str, str]:
        with parts.database.read() as connection:
            state = state_of(connection, identifier, _now(parts))
        if state is None:
            raise Problem(404, "unknown-approval", "nobody asked for this approval")
        return {"state": state}

    @routes.post("/devices")
    def enrol(body: Device) -> dict[str, Any]:
        verdict = try_pin(parts, body)
        if verdict.ok:
            parts.database.write(lambda c: enrol_device(c, body.citizen, body.public_key))
        return asdict(verdict)

    return routes


def phone_router(parts: Parts) -> APIRouter:
    """The one route for a phone; its signature is what lets it in."""
    routes = APIRouter(prefix="/v1/approvals")

    @routes.post("/{identifier}/answer")
    def take(identifier: str, body: Answered) -> dict[str, bool]:
        given, now = (body.code, body.approve, body.signature), _now(parts)
        if not parts.database.write(lambda c: answer(c, identifier, *given, now)):
            raise Problem(403, "no-such-approval", "this device cannot answer this approval now")
        return {"taken": True}

    return routes


def _now(parts: Parts) -> int:
    return int(parts.clock().timestamp())
