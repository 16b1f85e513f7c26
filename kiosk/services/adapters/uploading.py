"""Bringing attachments to an Atrium back-end: asked how far it is, and continued there."""

from collections.abc import Iterator

from foundation.secrets.chunked import CHUNK
from kiosk.services.adapters.protocol import Later, Refused
from kiosk.services.http import Answer, Asking, NoAnswer
from kiosk.services.outbox.parcel import Enclosure

PART = 4 * CHUNK
"""Bytes of one request: on a slow line a broken one costs no more."""


def upload(terminal: Asking, key: str, enclosure: Enclosure) -> Later | Refused | None:
    """Bring all of it; None when it is there. Safe to repeat: the submission comes afterwards."""
    path = f"/v1/submissions/{key}/attachments/{enclosure.attachment.sha256}"
    try:
        answer = terminal.get(path)
        while not _done(answer):
            offset = _offset(answer)
            if offset is None:
                return _failed(answer)
            answer = _bring(terminal, path, enclosure, offset)
    except NoAnswer as none:
        return Later(none.cause, of_all=not none.sent)
    return None


def _bring(terminal: Asking, path: str, enclosure: Enclosure, offset: int) -> Answer:
    """One part from `offset` on."""
    headers = {
        "Content-Type": "application/octet-stream",
        "Upload-Offset": str(offset),
        "Upload-Length": str(enclosure.attachment.bytes),
    }
    return terminal.ask("PATCH", path, _part(enclosure.parts(offset)), headers)


def _part(parts: Iterator[bytes]) -> bytes:
    part = b""
    for piece in parts:
        part += piece
        if len(part) >= PART:
            break
    return part


def _done(answer: Answer) -> bool:
    return answer.status == 200 and answer.object().get("complete") is True


def _offset(answer: Answer) -> int | None:
    """Where to go on: the peer says it, also when it had another in mind."""
    if answer.status != 200 and answer.problem != "another-offset":
        return None
    offset = answer.object().get("offset")
    return offset if isinstance(offset, int) else None


def _failed(answer: Answer) -> Later | Refused:
    if answer.problem == "too-large":
        return Refused("too-large")
    cause = answer.problem or f"http_{answer.status}"
    return Later(cause, answer.retry_after_s, of_all=answer.status in (429, 503, 507))
