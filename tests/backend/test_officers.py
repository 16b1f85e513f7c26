"""A department at work: asks, answers, issues, puts right, calls back; the citizen sees it all."""

from collections.abc import Iterator
from typing import Any

import pytest
import requests

from foundation.paths import asset
from kiosk.services.receipts import load_keys, verify
from tests.backend.conftest import OFFICER, Caller
from tests.backend.test_http import BODY, key, kind

CITIZEN = "999999197203036670"
MINE = {**BODY, "citizen": CITIZEN}


@pytest.fixture
def officer(caller: Caller) -> Iterator[Caller]:
    at_work = Caller(caller.url, caller.home, OFFICER)
    yield at_work
    at_work.session.close()


@pytest.fixture
def reference(caller: Caller) -> str:
    return str(caller.post("/v1/submissions", MINE, key()).json()["reference"])


def full(caller: Caller, reference: str) -> dict[str, Any]:
    return dict(caller.get(f"/v1/citizens/{CITIZEN}/cases/{reference}").json())


def move(officer: Caller, reference: str, name: str, text: str | None = None) -> requests.Response:
    return officer.post("/v1/officer/moves", {"reference": reference, "move": name, "text": text})


def test_a_terminal_is_no_officer_and_an_officer_no_terminal(
    caller: Caller, officer: Caller
) -> None:
    assert kind(caller.get("/v1/officer/cases")) == "unknown-terminal"
    assert kind(officer.get(f"/v1/citizens/{CITIZEN}/cases")) == "unknown-terminal"


def test_what_is_missing_is_asked_for_supplied_and_the_case_goes_on(
    caller: Caller, officer: Caller, reference: str
) -> None:
    waiting = officer.get("/v1/officer/cases?department=households").json()
    assert reference in [row["reference"] for row in waiting]
    assert move(officer, reference, "take_up").json() == {"state": "in_review"}
    assert kind(move(officer, reference, "ask")) == "words-needed"
    assert full(caller, reference)["state"] == "in_review", "nothing was done without words"
    move(officer, reference, "ask", "Which bank is it for?")
    told = full(caller, reference)
    assert told["moves"] == ["supply", "cancel"]
    assert [one["text"] for one in told["said"]] == ["Which bank is it for?"]
    words = {"citizen": CITIZEN, "reference": reference, "text": "  The Sample Bank  "}
    assert caller.post("/v1/citizens/messages", words).json() == {"state": "in_review"}
    told = full(caller, reference)
    assert [(one["by"], one["text"]) for one in told["said"]][1] == ("citizen", "The Sample Bank")
    steps = [step["to"] for step in told["steps"]]
    assert steps == ["received", "in_review", "sent_back", "in_review"]
    assert all(set(step["title"]) == {"zh_CN", "en"} for step in told["steps"])
    stranger = {**words, "citizen": "999999190001010000"}
    assert caller.post("/v1/citizens/messages", stranger).status_code == 404


def test_a_document_is_issued_signed_kept_and_revoked(
    caller: Caller, officer: Caller, reference: str
) -> None:
    issued = officer.post(
        "/v1/officer/documents", {"reference": reference, "kind": "household_certificate"}
    )
    assert issued.status_code == 201, issued.text
    identifier = issued.json()["id"]
    mine = caller.get(f"/v1/citizens/{CITIZEN}/documents").json()
    one = next(row for row in mine if row["id"] == identifier)
    assert (one["level"], one["state"]) == ("A", "valid")
    assert full(caller, reference)["documents"] == [identifier]
    keys = load_keys(caller.home / "data" / "trust" / "receipt-keys.json")
    verdict = verify(one["signed"], keys)
    assert verdict.valid and verdict.document is not None
    assert (verdict.document.id, verdict.document.kind) == (identifier, "household_certificate")
    assert not verify(one["signed"][:-2] + "AA", keys).valid
    foreign = {"reference": reference, "kind": "business_licence"}
    assert kind(officer.post("/v1/officer/documents", foreign)) == "not-yours"
    officer.post("/v1/officer/documents/revoke", {"id": identifier})
    mine = caller.get(f"/v1/citizens/{CITIZEN}/documents").json()
    assert next(row for row in mine if row["id"] == identifier)["state"] == "revoked"


def test_a_submission_refers_to_its_citizens_own_documents(caller: Caller) -> None:
    citizen = "999999199001011238"
    rows = caller.get(f"/v1/citizens/{citizen}/documents").json()
    states = {row["kind"]: row["state"] for row in rows}
    assert (states["identity_card"], states["tenancy"]) == ("valid", "expired")
    theirs = {**BODY, "citizen": citizen, "documents": [rows[0]["id"]]}
    assert caller.post("/v1/submissions", theirs, key()).status_code == 201
    foreign = {**MINE, "documents": [rows[0]["id"]]}
    assert kind(caller.post("/v1/submissions", foreign, key())) == "unknown-document"
    wrong = {**MINE, "documents": "all"}
    assert kind(caller.post("/v1/submissions", wrong, key())) == "invalid-answers"


def test_a_wrong_value_is_disputed_with_its_register_and_put_right(
    caller: Caller, officer: Caller
) -> None:
    citizen, field = "999999199001011238", "social_insurance.employer"
    body = {
        "service": "correction",
        "citizen": citizen,
        "language": "en",
        "form": {"id": "correction", "version": 1},
        "answers": {
            "register": "social_insurance",
            "what": "Employer",
            "value": "示例市 示例科技有限公司",
            "should_be": "示例市 示例商店",
            "evidence": "Pay slip of October",
        },
        "sources": {"value": field},
    }
    reference = caller.post("/v1/submissions", body, key()).json()["reference"]
    row = caller.get(f"/v1/citizens/{citizen}/cases").json()[0]
    assert (row["reference"], row["department"]) == (reference, "social_security")
    assert row["due"] > row["received_at"][:10]
    move(officer, reference, "take_up")
    assert move(officer, reference, "approve").json() == {"state": "approved"}
    read = {"citizen": citizen, "service": "maternity_allowance", "purpose": "prefill"}
    told = caller.post("/v1/consents", {**read, "registries": ["social_insurance"]}).json()
    asked = {**read, "fields": [field], "consent": told["id"]}
    values = caller.post("/v1/registries/read", asked).json()["values"]
    assert values[field]["value"] == "示例市 示例商店"


def test_an_approval_changes_no_register_but_the_one_whose_department_decides(
    caller: Caller, officer: Caller
) -> None:
    body = {
        "service": "correction",
        "citizen": CITIZEN,
        "language": "en",
        "form": {"id": "correction", "version": 1},
        "answers": {
            "register": "social_insurance",
            "what": "Employer",
            "should_be": "A palace",
            "evidence": "None",
        },
        "sources": {"value": "civil.household_address"},
    }
    reference = caller.post("/v1/submissions", body, key()).json()["reference"]
    move(officer, reference, "take_up")
    assert kind(move(officer, reference, "approve")) == "another-register"
    shown = officer.get(f"/v1/officer/cases/{reference}").json()
    assert (shown["state"], shown["sources"]) == ("in_review", body["sources"])


def test_who_rates_low_is_called_back_within_fifteen_working_days(
    caller: Caller, officer: Caller, reference: str
) -> None:
    rated = caller.post("/v1/ratings", {"reference": reference, "score": 2}).json()
    (task,) = [
        one for one in officer.get("/v1/officer/tasks").json() if one["reference"] == reference
    ]
    assert (task["kind"], task["due"]) == ("call_back", rated["call_back_by"])
    assert full(caller, reference)["rated"] is True
    assert officer.post("/v1/officer/tasks/done", {"id": task["id"]}).status_code == 200
    assert kind(officer.post("/v1/officer/tasks/done", {"id": task["id"]})) == "unknown-task"


def test_a_complaint_is_answered_and_may_be_taken_up_again(caller: Caller, officer: Caller) -> None:
    form = {"id": "suggestion", "version": 3}
    answers = {"kind": "complaint", "about": "hall", "words": "Too warm", "wants_answer": False}
    body = {**MINE, "service": "suggestion", "form": form, "answers": answers}
    reference = caller.post("/v1/submissions", body, key()).json()["reference"]
    assert full(caller, reference)["due"]
    move(officer, reference, "take_up")
    assert move(officer, reference, "answer", "We lowered it.").json() == {"state": "answered"}
    told = full(caller, reference)
    assert (told["moves"], told["due"]) == (["reopen"], None)


def test_a_complaint_goes_to_the_department_that_it_is_about(caller: Caller) -> None:
    answers = {"kind": "complaint", "about": "tax", "words": "Too slow", "wants_answer": False}
    form = {"id": "suggestion", "version": 3}
    body = {**MINE, "service": "suggestion", "form": form, "answers": answers}
    reference = caller.post("/v1/submissions", body, key()).json()["reference"]
    assert full(caller, reference)["department"] == "tax"


def test_every_service_names_departments_and_documents_that_exist() -> None:
    from backend.offer import load_offer

    offer = load_offer(asset())
    assert set(offer.hours) <= set(offer.departments)
    assert {one.department for one in offer.kinds.values()} <= set(offer.departments)
    for service in offer.services.values():
        if service.routing is not None:
            assert set(service.routing[1].values()) <= set(offer.departments)
