"""Delivers applications to a GeoReport v2 peer, and asks it how they stand."""

from collections.abc import Iterator
from datetime import timedelta

from kiosk.services.adapters.judging import judged, made_at, missed
from kiosk.services.adapters.mapping import Filling, filling_of
from kiosk.services.adapters.open311.client import Client
from kiosk.services.adapters.open311.errors import errors_of
from kiosk.services.adapters.open311.model import Given, Request
from kiosk.services.adapters.open311.rows import NotUnderstood
from kiosk.services.adapters.open311.settings import Open311Service, Open311Settings
from kiosk.services.adapters.protocol import (
    Abilities,
    Finding,
    Later,
    Outcome,
    Received,
    Refused,
    Unknown,
)
from kiosk.services.adapters.standing import Standing, State
from kiosk.services.http import Answer, Asking, NoAnswer
from kiosk.services.outbox.parcel import Parcel
from kiosk.services.receipts.acknowledgement import acknowledge

_TOKEN = "token:"
_STATES: dict[str, State] = {"open": "in_review", "closed": "finished"}
_MARGIN = timedelta(minutes=10)
"""The peer's clock may differ from ours by so much."""


class Open311:
    """The peer has no idempotency, so our key stands at the end of each description. Its list
    may leave out what a moderator has not seen: what is not found there may still be there."""

    abilities = Abilities(idempotent=False, uploads=False, status=True, search=True)

    def __init__(self, peer: Asking, settings: Open311Settings, key: str = "") -> None:
        self._settings = settings
        self._client = Client(peer, settings.format, settings.jurisdiction, key)
        self._ours = {one.service_code: ours for ours, one in settings.services.items()}

    def deliver(self, parcel: Parcel) -> Outcome:
        """Try once."""
        service = self._settings.services.get(parcel.service)
        if service is None:
            return Later("service_not_mapped")
        arguments = [*_arguments(service, filling_of(parcel), parcel.key)]
        try:
            in_query = self._settings.arguments == "query"
            answer = self._client.send(arguments, parcel.key, in_query)
        except NoAnswer as none:
            return missed(none)
        said = errors_of(answer.body)
        if answer.status not in (200, 201, 202):
            return judged(answer, said[0] if said else None)
        try:
            given = self._client.given(answer)
        except NotUnderstood:
            return Refused(said[0]) if said else Unknown("no_reference")
        return self._received(given, answer)

    def look_up(self, parcel: Parcel) -> Finding:
        """Whether a request of this service bears our key."""
        service = self._settings.services.get(parcel.service)
        if service is None:
            return Unknown("service_not_mapped")
        since = (made_at(parcel.key) - _MARGIN).isoformat(timespec="seconds")
        try:
            listed = self._client.requests(service.service_code, since.replace("+00:00", "Z"))
        except NoAnswer as none:
            return Unknown(none.cause)
        except NotUnderstood:
            return Unknown("no_list")
        for one in listed:
            if parcel.key in one.description:
                return Received(acknowledge(one.id, one.status, repr(one).encode()).text())
        return Unknown("not_found")

    def status(self, reference: str) -> Standing | None:
        """How a request stands; None when the peer does not show it. Raises NoAnswer and
        NotUnderstood."""
        identifier = reference
        if reference.startswith(_TOKEN):
            identifier = self._client.id_of(reference.removeprefix(_TOKEN))
            if not identifier:
                return Standing(reference, "", "received", "", "")
        found = self._client.request(identifier)
        return self._standing(found) if found else None

    def _standing(self, found: Request) -> Standing:
        service = self._ours.get(found.service_code, "")
        state = _STATES.get(found.status)
        return Standing(found.id, service, state, found.notes or found.status, found.requested_at)

    def _received(self, given: Given, answer: Answer) -> Received:
        """A token is the peer's word too; its id is asked for once, and later by `status`."""
        identifier = given.id
        if not identifier:
            try:
                identifier = self._client.id_of(given.token)
            except (NoAnswer, NotUnderstood):
                identifier = ""
        reference = identifier or _TOKEN + given.token
        return Received(acknowledge(reference, "open", answer.body).text())


def _arguments(service: Open311Service, filling: Filling, key: str) -> Iterator[tuple[str, str]]:
    yield "service_code", service.service_code
    description = filling.text(service.description)
    yield "description", f"{description}\n[{key}]".lstrip()
    places = {
        "address_string": service.address,
        "address_id": service.address_id,
        "lat": service.lat,
        "long": service.long,
    }
    for name, wording in {**places, **service.details}.items():
        value = filling.text(wording) if wording else ""
        if value:
            yield name, value
    for code, template in service.attributes.items():
        value = filling.fill(template)
        if isinstance(value, list):
            yield from ((f"attribute[{code}][]", str(one)) for one in value)
        elif value is not None:
            yield f"attribute[{code}]", str(value)
