"""Atrium's own protocol: an idempotency key on every try, a signed receipt for an answer."""

import json
from collections.abc import Callable
from typing import Any

from kiosk.services.adapters.protocol import (
    Abilities,
    Finding,
    Later,
    NotThere,
    Outcome,
    Received,
    Refused,
    Unknown,
)
from kiosk.services.adapters.uploading import upload
from kiosk.services.http import Answer, Asking, NoAnswer
from kiosk.services.outbox.parcel import Parcel
from kiosk.services.outbox.states import Kind
from kiosk.services.receipts.verify import verify

TrustedKeys = Callable[[], dict[str, Any]]

_AGAIN = {408, 409, 425, 429}
_OF_ALL = {429, 503, 507}
_OURS = {401, 403, 404, 405}
"""The terminal's set-up is at fault, not the application: wait until somebody mends it."""


class NativeAdapter:
    """Delivers to an Atrium back-end. trusted: the pinned receipt keys, asked on every use."""

    abilities = Abilities(idempotent=True, uploads=True, ratings=True, status=True, search=True)

    def __init__(self, terminal: Asking, trusted: TrustedKeys) -> None:
        self._terminal = terminal
        self._trusted = trusted

    def deliver(self, parcel: Parcel) -> Outcome:
        """Bring the attachments, then what names them; try once."""
        for enclosure in parcel.enclosures:
            failed = upload(self._terminal, parcel.key, enclosure)
            if failed is not None:
                return failed
        try:
            answer = self._send(parcel)
        except NoAnswer as none:
            return Unknown(none.cause) if none.sent else Later(none.cause, of_all=True)
        if answer.status in (200, 201):
            return self._received(parcel, answer)
        return _not_received(parcel, answer)

    def look_up(self, parcel: Parcel) -> Finding:
        """What the department answered to this key."""
        try:
            answer = self._terminal.get(f"/v1/submissions/{parcel.key}")
        except NoAnswer as none:
            return Unknown(none.cause)
        if answer.status == 404 and answer.problem == "unknown-key":
            return NotThere()
        return self._received(parcel, answer) if answer.status == 200 else Unknown("no_answer")

    def _send(self, parcel: Parcel) -> Answer:
        headers = {"Idempotency-Key": parcel.key}
        if parcel.kind is Kind.SUBMISSION:
            return self._terminal.post("/v1/submissions", parcel.body, headers)
        verdict = verify(parcel.receipt or "", self._trusted())
        reference = verdict.receipt.reference if verdict.receipt else ""
        body = {"reference": reference, **json.loads(parcel.body)}
        return self._terminal.post("/v1/ratings", json.dumps(body).encode(), headers)

    def _received(self, parcel: Parcel, answer: Answer) -> Received | Unknown:
        if parcel.kind is Kind.RATING:
            return Received("") if "reference" in answer.object() else Unknown("no_answer_of_peer")
        token = answer.object().get("receipt")
        verdict = verify(token, self._trusted()) if isinstance(token, str) else None
        if verdict is None or verdict.receipt is None:
            return Unknown("no_receipt")
        receipt = verdict.receipt
        said = (receipt.key, receipt.body_sha256, receipt.service, receipt.department)
        if said != (parcel.key, parcel.body_sha256, parcel.service, parcel.department):
            return Unknown("receipt_of_another")
        return Received(str(token))


def _not_received(parcel: Parcel, answer: Answer) -> Outcome:
    """A refusal counts only in the peer's own words: a proxy on the way cannot refuse."""
    if not answer.is_problem:
        return Unknown("no_answer_of_peer")
    kind = answer.problem
    if parcel.kind is Kind.RATING and answer.status == 409:
        return Refused(kind)
    if answer.status in _AGAIN or answer.status >= 500 or answer.status in _OURS:
        cause, of_all = kind or f"http_{answer.status}", answer.status in _OF_ALL
        return Later(cause, answer.retry_after_s, of_all)
    return Refused(kind or f"http_{answer.status}")
