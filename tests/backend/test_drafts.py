"""Drafts by code and what was said last time, with the terminal's own client."""

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from backend.cases.accepting import accept
from backend.drafts.keeping import SealedDraft, erase_done, keep
from backend.receipts.keys import ReceiptKey
from backend.store.database import Database
from backend.store.tables import drafts
from kiosk.services.catalogue import load_catalogue
from kiosk.services.department import DepartmentClient
from kiosk.services.drafts.client import KeptDraft, LastAnswers, NoDraft, OpenedDraft
from kiosk.services.drafts.code import ALPHABET, new_code, read_code
from tests.backend.conftest import TOKEN, Caller
from tests.backend.test_http import BODY, key, kind
from tests.services.parts import filled, submit

SAVED = {"answers": {"use_text": "小示例的学校"}, "sources": {}}
FORM = ("household_certificate", "household_certificate", 1)


@pytest.fixture
def department(caller: Caller) -> Iterator[DepartmentClient]:
    client = DepartmentClient(lambda: caller.url, TOKEN)
    yield client
    client.close()


def test_a_code_is_forgiving_to_read_and_finds_every_single_mistake() -> None:
    code = new_code()
    assert read_code(f" {code[:4].lower()}-{code[4:]} ") == code
    assert read_code("0O1IL") is None and read_code("") is None
    for place in range(len(code)):
        others = [one for one in ALPHABET if one != code[place]]
        wrong = [code[:place] + one + code[place + 1 :] for one in others]
        assert all(read_code(one) is None for one in wrong)


def test_a_draft_is_taken_up_with_its_code_and_erased_when_it_was_sent(
    caller: Caller, department: DepartmentClient
) -> None:
    citizen = "999999197808085669"
    kept = department.keep_draft(citizen, *FORM, SAVED)
    assert isinstance(kept, KeptDraft)
    opened = department.open_draft(citizen, kept.code.lower())
    assert opened == OpenedDraft(*FORM, SAVED)
    caller.post("/v1/submissions", {**BODY, "citizen": citizen}, key())
    assert department.open_draft(citizen, kept.code) == NoDraft("unknown", 4, None)


def test_a_draft_of_a_life_event_is_erased_with_the_last_of_its_applications(
    caller: Caller, department: DepartmentClient
) -> None:
    citizen, event, catalogue = "999999196005054329", "moving_house", load_catalogue()
    services = [one.id for one in catalogue.errand(event).services]
    bodies = [filled(one, catalogue).body(one, citizen, "en") for one in services]
    kept = department.keep_draft(citizen, event, event, 1, SAVED)
    assert isinstance(kept, KeptDraft) and len(services) > 1
    for body in bodies:
        assert isinstance(department.open_draft(citizen, kept.code), OpenedDraft)
        assert submit(caller.url, body, key()).status_code == 201
    assert isinstance(department.open_draft(citizen, kept.code), NoDraft)


def test_what_was_applied_for_before_a_draft_was_kept_is_still_to_do(tmp_path: Path) -> None:
    database, began = Database(tmp_path / "b.sqlite"), datetime(2026, 11, 23, 10, tzinfo=UTC)
    signer, event = ReceiptKey(bytes(32)), {"event": {"first", "second"}}

    def apply(service: str, hour: int) -> bool:
        """Whether the draft is still there."""
        body, at = {**BODY, "service": service}, began + timedelta(hours=hour)
        database.write(lambda c: accept(c, key(), body, "", "households", at, signer))
        database.write(lambda c: erase_done(c, BODY["citizen"], service, event))
        with database.read() as connection:
            return connection.execute(select(drafts)).first() is not None

    assert not apply("second", 0)
    draft = SealedDraft(BODY["citizen"], "event", "x" * 43, {"id": "event", "version": 1}, "s")
    database.write(lambda c: keep(c, draft, began + timedelta(hours=1)))
    assert [apply("first", 2), apply("other", 3), apply("second", 4)] == [True, True, False]
    database.close()


def test_a_new_draft_of_an_errand_takes_the_place_of_the_old_one(
    department: DepartmentClient,
) -> None:
    citizen = "999999199001011238"
    first = department.keep_draft(citizen, *FORM, SAVED)
    second = department.keep_draft(citizen, *FORM, {"answers": {}})
    assert isinstance(first, KeptDraft) and isinstance(second, KeptDraft)
    assert isinstance(department.open_draft(citizen, first.code), NoDraft)
    assert isinstance(department.open_draft(citizen, second.code), OpenedDraft)
    assert department.erase_draft(citizen, FORM[0]) is True
    assert department.erase_draft(citizen, FORM[0]) is False


def test_whoever_has_no_code_waits_and_another_citizen_opens_nothing(
    department: DepartmentClient,
) -> None:
    citizen, other = "999999195610203421", "999999200303034553"
    kept = department.keep_draft(citizen, *FORM, SAVED)
    assert isinstance(kept, KeptDraft)
    assert isinstance(department.open_draft(other, kept.code), NoDraft)
    assert department.open_draft(citizen, "AAAAAAAA") == NoDraft("mistyped")
    tries = [department.open_draft(citizen, new_code()) for _ in range(5)]
    assert [one.cause for one in tries if isinstance(one, NoDraft)] == ["unknown"] * 4 + ["locked"]
    locked = department.open_draft(citizen, kept.code)
    assert isinstance(locked, NoDraft) and locked.retry_after_s


def test_no_file_of_the_department_can_be_read_without_the_code(
    caller: Caller, department: DepartmentClient
) -> None:
    kept = department.keep_draft("999999198506152111", *FORM, SAVED)
    assert isinstance(kept, KeptDraft)
    stored = [path.read_bytes() for path in caller.home.rglob("*") if path.is_file()]
    for canary in ("小示例的学校", kept.code):
        assert not any(canary.encode() in content for content in stored)


def test_a_draft_of_nothing_or_of_no_shape_is_refused(caller: Caller) -> None:
    draft = {
        "citizen": "999999198506152111",
        "errand": "no_such_thing",
        "locator": "x" * 43,
        "form": {"id": "household_certificate", "version": 1},
        "sealed": "abcd",
    }
    assert kind(caller.post("/v1/drafts", draft)) == "unknown-service"
    for change in ({"locator": "short"}, {"sealed": "no base64!"}, {"form": {"id": "x"}}):
        broken = {**draft, "errand": FORM[0], **change}
        assert kind(caller.post("/v1/drafts", broken)) == "invalid-request"


def test_what_was_said_last_time_comes_back_but_not_what_registers_said(
    caller: Caller, department: DepartmentClient
) -> None:
    citizen = "999999200303034553"
    assert department.said_on(citizen, FORM[0]) is None
    answers = {**BODY["answers"], "full_name": "示例市民丁"}
    body = {**BODY, "citizen": citizen, "answers": answers, "sources": {"full_name": "civil.name"}}
    assert caller.post("/v1/submissions", body, key()).status_code == 201
    day = department.said_on(citizen, FORM[0])
    said = department.last_answers(citizen, FORM[0])
    assert isinstance(said, LastAnswers) and isinstance(day, str)
    assert dataclasses.asdict(said) == {
        "form": body["form"],
        "answers": BODY["answers"],
        "said_on": day,
    }
    line = caller.get(f"/v1/citizens/{citizen}/reads").json()[0]
    assert (line["registry"], line["purpose"]) == ("applications", "reuse")
    request = {"citizen": citizen, "service": FORM[0], "consent": "none"}
    assert kind(caller.post("/v1/answers/last", request)) == "no-consent"
