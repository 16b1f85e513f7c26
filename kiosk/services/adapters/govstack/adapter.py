"""Delivers applications to a GovStack Registration peer, and asks it how they stand."""

import json
from base64 import b64encode
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

from kiosk.services.adapters.govstack.answers import error_of, standing_of, status_of, text
from kiosk.services.adapters.govstack.settings import GovStackService, GovStackSettings
from kiosk.services.adapters.judging import judged, made_at, missed
from kiosk.services.adapters.mapping import Filling, filling_of
from kiosk.services.adapters.multipart import multipart
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
from kiosk.services.adapters.standing import Standing
from kiosk.services.http import Answer, Asking, NoAnswer
from kiosk.services.outbox.parcel import Enclosure, Parcel
from kiosk.services.receipts.acknowledgement import acknowledge

Headers = dict[str, str]

_LOOKED_THROUGH = 50
_FORM = "application/x-www-form-urlencoded"
_HEADER = "Information-Mediator-Client"
_ACCEPT = "application/json, */*;q=0.5"
"""The specification calls its answers `*/*`: who insists on JSON is turned away by strict peers."""


class GovStackRegistration:
    """The peer has no idempotency, so each application carries our key in its name: whoever
    looks for it finds it there."""

    abilities = Abilities(idempotent=False, uploads=True, status=True, search=True)

    def __init__(self, peer: Asking, settings: GovStackSettings) -> None:
        self._peer = peer
        self._settings = settings
        self._ours = {one.service: ours for ours, one in settings.services.items()}

    def deliver(self, parcel: Parcel) -> Outcome:
        """Documents first: one that nobody names in the end does no harm."""
        service = self._settings.services.get(parcel.service)
        if service is None:
            return Later("service_not_mapped")
        urls: list[str] = []
        for enclosure in parcel.enclosures:
            url = self._upload(enclosure)
            if not isinstance(url, str):
                return url
            urls.append(url)
        return self._submit(parcel, service, urls)

    def look_up(self, parcel: Parcel) -> Finding:
        """Whether a file of this applicant and service bears our key."""
        service = self._settings.services.get(parcel.service)
        if service is None:
            return Unknown("service_not_mapped")
        query = {
            "serviceId": service.service,
            "applicantId": filling_of(parcel).text(self._settings.applicant),
            "firstResult": 0,
            "maxResult": _LOOKED_THROUGH,
            "sortBy": "created",
            "sortOrder": "desc",
        }
        try:
            listed = self._list(query)
            if listed is None:
                return Unknown("no_list")
            for row in listed[:_LOOKED_THROUGH]:
                found = self._bearing(row, parcel.key)
                if found is not None:
                    return found
        except NoAnswer as none:
            return Unknown(none.cause)
        whole = self._settings.lists_all and len(listed) < _LOOKED_THROUGH
        return NotThere() if whole else Unknown("not_found")

    def status(self, reference: str) -> Standing | None:
        """How a file stands; None when the peer does not know it. Raises NoAnswer."""
        answer = self._ask("GET", f"/applications/{quote(reference, safe='')}")
        return standing_of(answer.object(), self._ours) if answer.status == 200 else None

    def cases_of(self, citizen: str) -> list[Standing] | None:
        """All files of one citizen, the newest first; None without a list. Raises NoAnswer."""
        applicant = Filling({"_citizen": citizen}).text(self._settings.applicant)
        listed = self._list({"applicantId": applicant, "sortBy": "created", "sortOrder": "desc"})
        if listed is None:
            return None
        standings = (standing_of(row, self._ours) for row in listed)
        return [one for one in standings if one is not None]

    def _upload(self, enclosure: Enclosure) -> str | Refused | Later:
        """The peer's address of a document. The application itself was not sent yet: whatever
        happens, nothing is in doubt."""
        attachment, content = enclosure.attachment, b"".join(enclosure.parts(0))
        if self._settings.urlencoded:
            body, media = urlencode({"file": b64encode(content)}).encode(), _FORM
        else:
            body, media = multipart("file", attachment.name, attachment.media_type, content)
        try:
            answer = self._ask("POST", "/documents", body, {"Content-Type": media})
        except NoAnswer as none:
            return Later(none.cause, of_all=not none.sent)
        url = text(answer.object(), "url")
        if answer.status in (200, 201) and url:
            return url
        outcome = judged(answer, error_of(answer))
        return Later(outcome.cause) if isinstance(outcome, Unknown) else outcome

    def _submit(self, parcel: Parcel, service: GovStackService, urls: list[str]) -> Outcome:
        filling = filling_of(parcel)
        applicant = filling.text(self._settings.applicant)
        application = {
            "applicationName": f"{filling.text(service.name)} [{parcel.key}]",
            "applicantId": applicant,
            "created": _in_utc(made_at(parcel.key)),
            "formData": {"data": filling.fill(service.data), "eFormId": service.e_form},
            "documentUrls": urls,
        }
        path = f"/services/{quote(service.service, safe='')}/applications"
        headers = {"Idempotency-Key": parcel.key, "Content-Type": "application/json"}
        body = json.dumps(application, ensure_ascii=False).encode()
        if self._settings.urlencoded:
            headers["Content-Type"] = _FORM
            body = urlencode({name: _flat(value) for name, value in application.items()}).encode()
        try:
            answer = self._ask("POST", path, body, headers)
        except NoAnswer as none:
            return missed(none)
        if answer.status not in (200, 201):
            return judged(answer, error_of(answer))
        return _accepted(answer, applicant)

    def _bearing(self, row: dict[str, Any], key: str) -> Received | None:
        """A file that bears the key, in the list already or when it is opened."""
        reference = text(row, "fileId")
        if not reference:
            return None
        if key in json.dumps(row):
            code, _ = status_of(row)
            return Received(acknowledge(reference, code, json.dumps(row).encode()).text())
        answer = self._ask("GET", f"/applications/{quote(reference, safe='')}")
        file = answer.object()
        if answer.status != 200 or key not in json.dumps(file):
            return None
        code, _ = status_of(file)
        return Received(acknowledge(reference, code, answer.body).text())

    def _list(self, query: dict[str, Any]) -> list[dict[str, Any]] | None:
        answer = self._ask("GET", f"/applications?{urlencode(query)}")
        told = answer.json()
        if answer.status != 200 or not isinstance(told, list):
            return None
        return [row for row in told if isinstance(row, dict)]

    def _ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        sent = {_HEADER: self._settings.client, "Accept": _ACCEPT, **(headers or {})}
        return self._peer.ask(method, path, body, sent)


def _accepted(answer: Answer, applicant: str) -> Received | Unknown:
    """Only what names a file is an acceptance, and only of our applicant."""
    told = answer.object()
    reference = text(told, "fileId")
    if not reference:
        return Unknown("no_reference")
    data = told.get("applicationData")
    said = text(data if isinstance(data, dict) else told, "applicantId") or applicant
    if said != applicant:
        return Unknown("reference_of_another")
    return Received(acknowledge(reference, status_of(told)[0], answer.body).text())


def _in_utc(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _flat(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
