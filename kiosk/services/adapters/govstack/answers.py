"""What a GovStack Registration peer answers: files, their status, and errors (domain)."""

from collections.abc import Mapping
from typing import Any

from kiosk.services.adapters.judging import word
from kiosk.services.adapters.standing import Standing, State
from kiosk.services.http.answer import Answer

_STATES: Mapping[str, State] = {
    "PENDING": "in_review",
    "SENDBACK": "sent_back",
    "APPROVED": "approved",
    "REJECTED": "refused",
}
_ERRORS = {"code", "message", "localizedMessage", "traceId"}


def text(told: Mapping[str, Any], name: str) -> str:
    """A value as text; "" for what is no text and no number."""
    value = told.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def status_of(told: Mapping[str, Any]) -> tuple[str, str]:
    """(code, title) of a file's status, "" for none; some peers give the code alone."""
    status = told.get("status")
    if isinstance(status, dict):
        return text(status, "code").upper(), text(status, "title")
    return text(told, "status").upper(), ""


def standing_of(told: Mapping[str, Any], services: Mapping[str, str]) -> Standing | None:
    """How a file stands; None when this is no file. services: the peer's ids -> ours."""
    reference = text(told, "fileId")
    if not reference:
        return None
    code, title = status_of(told)
    service = services.get(text(told, "serviceId"), "")
    received_at = text(told, "registered") or text(told, "created")
    return Standing(reference, service, _STATES.get(code), title or code, received_at)


def error_of(answer: Answer) -> str | None:
    """The kind of an error in the peer's own words: its system error, or problem+json; None when
    neither is there, as at a 404 of the specification, which has no body."""
    told = answer.object()
    if answer.is_problem:
        return word(told.get("type") or told.get("title") or "problem")
    if not _ERRORS & told.keys():
        return None
    return word(text(told, "code") or text(told, "message")) or "error"
