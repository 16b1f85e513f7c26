"""What went wrong, as problem+json (RFC 9457)."""

import logging
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

log = logging.getLogger(__name__)


class Problem(HTTPException):
    """An answer that is no success: its kind, its status and what to do.

    It is one of the framework's own, so that it also gets through while a body is being read.
    """

    def __init__(
        self,
        status: int,
        kind: str,
        detail: str,
        retry_after_s: int | None = None,
        **more: Any,
    ) -> None:
        after = {} if retry_after_s is None else {"Retry-After": str(retry_after_s)}
        super().__init__(status, detail, after)
        self.status = status
        self.body = {
            "type": f"urn:atrium:{kind}",
            "status": status,
            "detail": detail,
            **more,
        }


def problem_answer(request: Request, problem: Exception) -> JSONResponse:
    """A Problem on the wire."""
    assert isinstance(problem, Problem)
    return _answer(problem)


def store_answer(request: Request, failed: Exception) -> JSONResponse:
    """The disk takes nothing, or the file is locked: nothing was kept, and it may be sent again."""
    log.error("the file cannot be used: %s", failed)
    return _answer(Problem(503, "store-unavailable", "nothing was kept; send it again", 5))


def http_answer(request: Request, error: Exception) -> JSONResponse:
    """No such path, no such method."""
    assert isinstance(error, HTTPException)
    return _answer(Problem(error.status_code, "http", str(error.detail)))


def invalid_request_answer(request: Request, error: Exception) -> JSONResponse:
    """Fields that are missing or of the wrong kind; what they held is not repeated."""
    assert isinstance(error, RequestValidationError)
    faults = [{"field": ".".join(map(str, e["loc"])), "rule": e["type"]} for e in error.errors()]
    return _answer(Problem(422, "invalid-request", "fields are missing or wrong", errors=faults))


def _answer(problem: Problem) -> JSONResponse:
    return JSONResponse(
        problem.body,
        problem.status,
        problem.headers,
        media_type="application/problem+json",
    )
