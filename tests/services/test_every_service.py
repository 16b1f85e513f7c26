"""Every service of the catalogue: filled in, sent to a real back-end, received once."""

import pytest
import uuid6

from foundation.paths import asset
from kiosk.services.catalogue import Catalogue
from tests.services.parts import CITIZEN, filled, submit

SERVICES = sorted(path.stem for path in asset("catalogue", "services").glob("*.json"))


def test_there_are_enough_services_to_be_a_hall() -> None:
    assert len(SERVICES) >= 20


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_filled_sent_and_received(
    backend: str, catalogue: Catalogue, service: str
) -> None:
    body, key = filled(service, catalogue).body(service, CITIZEN, "en"), str(uuid6.uuid7())
    first, again = submit(backend, body, key), submit(backend, body, key)
    assert (first.status_code, again.status_code) == (201, 200), first.text
    assert first.json() == again.json()


@pytest.mark.parametrize(
    ("service", "kinds"),
    [
        ("birth_registration", {"photo"}),
        ("household_move", {"group", "id_number"}),
        ("medical_elsewhere", {"month"}),
        ("medical_reimbursement", {"group", "decimal", "photo", "signature", "email"}),
        ("sole_trader", {"group", "time", "signature"}),
        ("suggestion", {"file"}),
    ],
)
def test_a_service_asks_as_its_counter_would(
    catalogue: Catalogue, service: str, kinds: set[str]
) -> None:
    form = filled(service, catalogue).form
    inner = [one for field in form.fields for one in field.fields]
    assert kinds <= {one.widget for one in (*form.fields, *inner)}


def test_the_back_end_reckons_for_itself(backend: str, catalogue: Catalogue) -> None:
    body = filled("medical_reimbursement", catalogue).body("medical_reimbursement", CITIZEN, "en")
    assert (body["answers"]["total"], body["answers"]["count"]) == ("268.50", 1)
    body["answers"]["total"] = "9268.50"
    answer = submit(backend, body, str(uuid6.uuid7()))
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "answers.total", "rule": "computed"}]


def test_the_back_end_takes_no_answer_to_what_was_not_asked(
    backend: str, catalogue: Catalogue
) -> None:
    body = filled("household_move", catalogue).body("household_move", CITIZEN, "en")
    body["answers"]["members"][0]["member_relation"] = "spouse"
    answer = submit(backend, body, str(uuid6.uuid7()))
    assert answer.json()["errors"] == [
        {"field": "answers.members.0.member_relation_text", "rule": "not_asked"}
    ]
