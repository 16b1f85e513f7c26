"""The FastAPI application, put together from its parts."""

import hmac
import sqlite3
from collections.abc import Awaitable, Callable

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException

from backend.parts import Parts
from backend.problems import (
    Problem,
    http_answer,
    invalid_request_answer,
    problem_answer,
    store_answer,
)
from backend.routes import (
    approvals,
    attachments,
    cases,
    citizens,
    drafts,
    officers,
    public,
    registries,
    visits,
)
from backend.routes.bodies import Bounded

Guard = Callable[[Request], Awaitable[None]]


def create_app(parts: Parts) -> FastAPI:
    """The back-end's HTTP interface; health and keys are open, the rest needs the token."""

    app = FastAPI(title="Atrium back-end", version="1", docs_url=None, redoc_url=None)
    app.add_middleware(Bounded)
    app.add_exception_handler(Problem, problem_answer)
    app.add_exception_handler(HTTPException, http_answer)
    for unusable in (OperationalError, sqlite3.OperationalError):
        app.add_exception_handler(unusable, store_answer)
    app.add_exception_handler(RequestValidationError, invalid_request_answer)
    # Each is asked in turn: applications come by the thousand, and first.
    for room in (cases, attachments, registries, citizens, drafts, visits, approvals):
        app.include_router(room.router(parts), dependencies=[Depends(_only(parts.token))])
    app.include_router(public.router(parts))
    app.include_router(approvals.phone_router(parts))
    app.include_router(officers.router(parts), dependencies=[Depends(_only(parts.officer_token))])
    return app


def _only(token: str) -> Guard:
    """Lets in who presents this token, and nobody when there is none."""

    async def check(request: Request) -> None:
        given = request.headers.get("authorization", "").encode()
        if not token or not hmac.compare_digest(given, f"Bearer {token}".encode()):
            raise Problem(401, "unknown-terminal", "present the token of a terminal or an officer")

    return check
