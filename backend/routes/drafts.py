"""Drafts by code, and what a citizen said last time."""

from typing import Annotated, Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, StringConstraints

from backend.cases.last import last_answers, said_on
from backend.drafts.keeping import SealedDraft, erase, keep, open_draft
from backend.parts import Parts
from backend.problems import Problem
from backend.routes.kinds import Citizen, Name

LARGEST_DRAFT = 512 * 1024
"""Characters of base64; attachments are no part of a draft."""

Locator = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{43}$")]


class FormVersion(BaseModel):
    """Which form a draft fills."""

    id: Name
    version: Annotated[int, Field(ge=1, le=1_000_000)]


class DraftBody(BaseModel):
    """The body of POST /v1/drafts."""

    citizen: Citizen
    errand: Name
    locator: Locator
    form: FormVersion
    sealed: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=LARGEST_DRAFT)]


class Opening(BaseModel):
    """The body of POST /v1/drafts/open."""

    citizen: Citizen
    locator: Locator


class Erasing(BaseModel):
    """The body of POST /v1/drafts/erase."""

    citizen: Citizen
    errand: Name


class LastSaid(BaseModel):
    """The body of POST /v1/answers/last."""

    citizen: Citizen
    service: Name
    consent: Annotated[str, Field(max_length=40)]


def router(parts: Parts) -> APIRouter:
    """Routes for a terminal."""
    routes = APIRouter(prefix="/v1")

    @routes.post("/drafts", status_code=201)
    def keep_draft(body: DraftBody) -> dict[str, str]:
        if body.errand not in parts.offer.errands:
            raise Problem(422, "unknown-service", "there is no such service or life event")
        draft, moment = SealedDraft(**body.model_dump()), parts.clock()
        return {"expires_at": parts.database.write(lambda c: keep(c, draft, moment))}

    @routes.post("/drafts/open")
    def take_up(body: Opening) -> dict[str, Any]:
        moment = parts.clock()
        return parts.database.write(lambda c: open_draft(c, body.citizen, body.locator, moment))

    @routes.post("/drafts/erase")
    def forget(body: Erasing) -> dict[str, bool]:
        return {"erased": parts.database.write(lambda c: erase(c, body.citizen, body.errand))}

    @routes.get("/citizens/{citizen}/last-said/{service}")
    def when_said(citizen: str, service: str) -> dict[str, str | None]:
        with parts.database.read() as connection:
            return {"said_on": said_on(connection, citizen, service)}

    @routes.post("/answers/last")
    def said(body: LastSaid) -> JSONResponse:
        service, moment = parts.offer.service(body.service), parts.clock()
        found = parts.database.write(
            lambda c: last_answers(c, body.citizen, service, body.consent, moment)
        )
        if found is None:
            raise Problem(404, "nothing-said", "this citizen has not used this service before")
        return JSONResponse(found)

    return routes
