"""What an answer without success means at a peer that keeps no idempotency keys (domain)."""

import re
from datetime import UTC, datetime
from uuid import UUID

from kiosk.services.adapters.protocol import Later, Refused, Unknown
from kiosk.services.http.answer import Answer, NoAnswer

_SET_UP = {401, 402, 403, 404, 405, 406, 407, 501, 505}
"""The terminal's set-up or its rights are at fault, not the application."""
_NOT_YET = {408, 425, 429}
_REFUSALS = {400, 410, 411, 413, 414, 415, 422, 431}


def judged(answer: Answer, said: str | None) -> Refused | Later | Unknown:
    """said: the kind of error in the peer's own words, None when the answer is none of its.

    An error of the server, or of a gateway before it, says nothing about what was done before:
    that is for a search, or a clerk.
    """
    status = answer.status
    if status in _NOT_YET:
        return Later(said or f"http_{status}", answer.retry_after_s, of_all=status == 429)
    if status in _SET_UP:
        return Later(said or f"http_{status}", answer.retry_after_s)
    if status in _REFUSALS and said is not None:
        return Refused(said)
    return Unknown(said or f"http_{status}")


def missed(none: NoAnswer) -> Later | Unknown:
    """No answer: whether it can have been acted on decides. A page that says "no such path" or
    "sign in" is none of the peer's words, but nobody who says that has acted."""
    if none.status in _SET_UP:
        return Later(none.cause)
    return Unknown(none.cause) if none.sent else Later(none.cause, of_all=True)


def word(text: object) -> str:
    """A peer's word as a kind of problem: short, and nothing but letters, digits, `_` `-` `.`"""
    return re.sub(r"[^\w.-]+", "_", str(text))[:64].strip("_")


def made_at(key: str) -> datetime:
    """When an application was made: a UUIDv7 begins with its milliseconds."""
    return datetime.fromtimestamp((UUID(key).int >> 80) / 1000, UTC)
