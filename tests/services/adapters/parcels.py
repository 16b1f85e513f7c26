"""Parcels and settings that the tests of adapters share."""

import json
from typing import Any

from foundation.attachments import Attachment
from kiosk.services.adapters.govstack import GovStackSettings
from kiosk.services.adapters.open311 import Open311Settings
from kiosk.services.adapters.protocol import Later, Outcome, Received, Refused, Unknown
from kiosk.services.outbox import Kind
from kiosk.services.outbox.parcel import Enclosure, Parcel
from kiosk.services.receipts import Acknowledgement, parse_acknowledgement
from tests.peers.govstack import E_FORM, SERVICE

KEY = "01a209c4-5481-7c69-b08e-db27d17a9a1c"
CITIZEN = "999999199001011238"
ANSWERS = {
    "use": "school",
    "contents": ["self", "spouse"],
    "where": "示例市 滨河路 18 号",
    "what": "The lamp & its pole are <dark>",
    "a_KIND": "2",
    "a_SEEN_BY": ["me", "all"],
    "a_HEIGHT": "4.50",
    "a_SINCE": "2026-11-20T18:30",
}

CONCLUSIONS: dict[type[Outcome], str] = {Later: "later", Refused: "refused", Unknown: "doubt"}


def parcel(service: str, key: str = KEY, **answers: Any) -> Parcel:
    """An application with ANSWERS, some of them others."""
    told = {"service": service, "citizen": CITIZEN, "language": "en"}
    body = json.dumps({**told, "answers": {**ANSWERS, **answers}}).encode()
    return Parcel(key, Kind.SUBMISSION, "households", service, body, "hash", 1, None)


def enclosure(name: str, content: bytes) -> Enclosure:
    attachment = Attachment("A" * 43, name, "image/png", len(content))
    return Enclosure(attachment, lambda start: iter([content[start:]]))


def word_of(outcome: object) -> Acknowledgement:
    assert isinstance(outcome, Received), outcome
    word = parse_acknowledgement(outcome.receipt)
    assert word is not None
    return word


def govstack_settings(**more: Any) -> GovStackSettings:
    service = {
        "service": SERVICE,
        "e_form": E_FORM,
        "name": "'Household certificate'",
        "data": {"certificate": {"use": "upper(use)", "people": "contents", "note": "absent"}},
    }
    told = {"client": "CITY/GOV/7000/terminals", "services": {"household_certificate": service}}
    return GovStackSettings.model_validate({**told, **more})


def open311_settings(**more: Any) -> Open311Settings:
    service = {
        "service_code": "006",
        "description": "what",
        "address": "where",
        "attributes": {"KIND": "a_KIND", "SEEN-BY": "a_SEEN_BY", "POLE": "absent"},
        "details": {"first_name": "'A citizen'"},
    }
    return Open311Settings.model_validate({"services": {"street_lamp": service}, **more})
