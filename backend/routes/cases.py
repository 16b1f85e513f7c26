"""Submissions, each accepted exactly once, and their ratings."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Header, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from sqlalchemy import Connection

from backend.canonical import NotCanonical, canonical, parse_object, sha256
from backend.cases import accepting, rating
from backend.cases.validation import checked_service
from backend.clock import local_day
from backend.drafts.keeping import erase_done
from backend.officers.tasks import call_back_by
from backend.parts import Parts
from backend.problems import Problem
from backend.routes.bodies import checked_key, raw_body
from backend.routes.kinds import Identifier, Reference

LARGEST_BODY = 1024 * 1024
"""Bytes; attachments travel by themselves."""

Key = Annotated[str | None, Header(alias="Idempotency-Key")]


class RatingBody(BaseModel):
    """The body of POST /v1/ratings."""

    reference: Reference
    score: Annotated[int, Field(ge=1, le=5)]
    tags: Annotated[list[Identifier], Field(max_length=20)] = []


async def _raw(request: Request) -> bytes:
    return await raw_body(request, LARGEST_BODY)


def router(parts: Parts) -> APIRouter:
    """Routes for a terminal."""
    routes = APIRouter(prefix="/v1")

    @routes.post("/submissions")
    async def submit(raw: Annotated[bytes, Depends(_raw)], key: Key = None) -> JSONResponse:
        key = checked_key(key)
        body, fingerprint = _parsed(raw)
        with _only_one(parts, key):
            accepted = await _accept(parts, key, body, fingerprint)
        return JSONResponse(accepted.answer(), 200 if accepted.replayed else 201)

    @routes.get("/submissions/{key}")
    def submission(key: str) -> dict[str, Any]:
        with parts.database.read() as connection:
            found = accepting.find(connection, key)
        if found is None:
            raise Problem(404, "unknown-key", "nothing was received under this key")
        return found[0].answer()

    @routes.post("/ratings")
    def rate(body: Annotated[RatingBody, Body()], key: Key = None) -> JSONResponse:
        moment = parts.clock()
        given = rating.Rating(body.reference, body.score, body.tags)
        fresh = parts.database.write(lambda c: rating.rate(c, given, key, moment))
        low = body.score <= rating.LOW
        told = {
            "reference": body.reference,
            "call_back_by": call_back_by(local_day(moment)) if low else None,
        }
        return JSONResponse(told, 201 if fresh else 200)

    return routes


async def _accept(
    parts: Parts, key: str, body: dict[str, Any], fingerprint: str
) -> accepting.Accepted:
    """A key that has an answer gets it again, even if the service has changed since.

    Only the disk is waited for: a thread for each submission would cost more than its work.
    """
    moment = parts.clock()
    try:
        service = checked_service(body, parts.offer, moment)
        department = service.department_for(body["answers"])
    except Problem:
        with parts.database.read() as connection:
            if accepting.find(connection, key) is None:
                raise
        department = ""

    def write(connection: Connection) -> accepting.Accepted:
        accepted = accepting.accept(
            connection, key, body, fingerprint, department, moment, parts.signer
        )
        if not accepted.replayed:
            erase_done(connection, body["citizen"], body["service"], parts.offer.errands)
        return accepted

    return await asyncio.shield(asyncio.wrap_future(parts.database.begin_write(write)))


def _parsed(raw: bytes) -> tuple[dict[str, Any], str]:
    """(the body, the SHA-256 of its one spelling)."""
    try:
        body = parse_object(raw)
        return body, sha256(canonical(body))
    except NotCanonical as broken:
        raise Problem(400, "not-json", str(broken)) from broken


@contextmanager
def _only_one(parts: Parts, key: str) -> Iterator[None]:
    with parts.in_flight_lock:
        if key in parts.in_flight:
            raise Problem(409, "in-flight", "this key is being worked on", retry_after_s=1)
        parts.in_flight.add(key)
    try:
        yield
    finally:
        with parts.in_flight_lock:
            parts.in_flight.discard(key)
