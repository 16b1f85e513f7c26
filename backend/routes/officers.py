"""The officer's interface: an officer's token, and no screen of its own."""

from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import BaseModel, Field, StringConstraints

from backend.cases.talking import OFFICER, case_of, messages_of, write_message
from backend.documents.holding import issue, revoke
from backend.officers.deciding import move_case, open_cases
from backend.officers.tasks import end_task, open_tasks
from backend.parts import Parts
from backend.problems import Problem
from backend.routes.kinds import Identifier, Name, Reference, Words


class Decision(BaseModel):
    """The body of POST /v1/officer/moves; ask, answer and refuse need a text."""

    reference: Reference
    move: Name
    text: Words | None = None


class Said(BaseModel):
    """The body of POST /v1/officer/messages."""

    reference: Reference
    text: Words


class Issuing(BaseModel):
    """The body of POST /v1/officer/documents."""

    reference: Reference
    kind: Name


class Revoking(BaseModel):
    """The body of POST /v1/officer/documents/revoke."""

    id: Identifier


class TaskDone(BaseModel):
    """The body of POST /v1/officer/tasks/done."""

    id: Annotated[int, Field(ge=1, le=2**62)]


def router(parts: Parts) -> APIRouter:
    """Routes for an officer."""
    routes = APIRouter(prefix="/v1/officer")

    @routes.get("/cases")
    def waiting(
        department: Annotated[str, StringConstraints(max_length=64)] | None = None,
    ) -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return open_cases(connection, parts.states, parts.offer, department)

    @routes.get("/cases/{reference}")
    def in_full(reference: str) -> dict[str, Any]:
        with parts.database.read() as connection:
            case = case_of(connection, reference)
            return {
                "reference": case.reference,
                "service": case.service,
                "state": case.state,
                "answers": case.body["answers"],
                "sources": case.body.get("sources", {}),
                "documents": case.body.get("documents", []),
                "said": messages_of(connection, case.id),
            }

    @routes.post("/moves")
    def move(body: Decision) -> dict[str, str]:
        moment, what = parts.clock(), (body.reference, body.move, body.text)
        state = parts.database.write(
            lambda c: move_case(c, parts.states, parts.offer, *what, moment)
        )
        return {"state": state}

    @routes.post("/messages", status_code=201)
    def say(body: Said) -> dict[str, bool]:
        moment = parts.clock()
        parts.database.write(
            lambda c: write_message(c, case_of(c, body.reference).id, OFFICER, body.text, moment)
        )
        return {"said": True}

    @routes.post("/documents", status_code=201)
    def issue_document(body: Issuing) -> dict[str, str]:
        kind, moment = parts.offer.kinds.get(body.kind), parts.clock()
        if kind is None:
            raise Problem(422, "unknown-kind", "there is no such kind of document")
        made = parts.database.write(lambda c: issue(c, kind, body.reference, moment, parts.signer))
        return {"id": made}

    @routes.post("/documents/revoke")
    def revoke_document(body: Revoking) -> dict[str, bool]:
        moment = parts.clock()
        parts.database.write(lambda c: revoke(c, body.id, moment))
        return {"revoked": True}

    @routes.get("/tasks")
    def to_do() -> list[dict[str, Any]]:
        with parts.database.read() as connection:
            return open_tasks(connection)

    @routes.post("/tasks/done")
    def done(body: TaskDone) -> dict[str, bool]:
        moment = parts.clock()
        parts.database.write(lambda c: end_task(c, body.id, moment))
        return {"done": True}

    return routes
