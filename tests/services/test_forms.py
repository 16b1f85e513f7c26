"""Forms: pages, answers, sources, errors, and what is sent."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from backend.offer import load_offer
from foundation.forms import refusals
from foundation.paths import asset
from kiosk.services.catalogue import Catalogue
from kiosk.services.forms import Draft, FormError, Reading, canonical_json, load_form, load_messages
from tests.services.parts import CITIZEN, filled

OFFER = load_offer(asset())
NOW = datetime.now().astimezone()
ADDRESS = Reading("示例市 滨河路 18 号 502 室", "residence", "2025-05-03")


@pytest.fixture
def draft(catalogue: Catalogue) -> Draft:
    return Draft(load_form("residence_permit"), catalogue.registry_name)


def test_a_page_follows_from_the_answers_before_it(draft: Draft) -> None:
    draft.answer("reason", {"reason": "work"}, "en")
    assert draft.next_page("reason") == "employer"
    draft.answer("reason", {"reason": "home"}, "en")
    assert draft.next_page("reason") == "home"
    assert draft.position("home") == (4, 6)


def test_an_answer_of_a_page_that_no_longer_applies_is_not_sent(draft: Draft) -> None:
    draft.answer("reason", {"reason": "work"}, "en")
    draft.answer("employer", {"employer": "示例公司"}, "en")
    draft.answer("reason", {"reason": "home"}, "en")
    assert "employer" not in draft.answers()


def test_a_registry_fills_in_and_is_named(draft: Draft) -> None:
    draft.prefill({"residence.address": ADDRESS, "civil.name": Reading("示例市民", "civil", "")})
    (field,) = draft.fields("address", "zh_CN")
    assert field["value"] == ADDRESS.value
    assert field["source"] == "来自居住登记，2025年5月3日"
    rows = draft.rows("en")
    assert rows[0] == {
        "label": "Name",
        "value": "示例市民",
        "source": "Household register",
        "page": "",
    }
    assert rows[1]["source"] == "Residence register"


def test_a_changed_value_is_the_persons_own(draft: Draft) -> None:
    draft.prefill({"residence.address": ADDRESS})
    draft.answer("address", {"address": "示例市 另一条路 2 号"}, "en")
    assert draft.fields("address", "en")[0]["source"] == ""


def test_an_untouched_page_is_valid_when_the_registry_filled_it(draft: Draft) -> None:
    draft.prefill({"residence.address": ADDRESS})
    assert draft.answer("address", {}, "en") == []


@pytest.mark.parametrize(
    ("page", "raw", "text_id", "part"),
    [
        ("address", {}, "required.address", "full address"),
        ("address", {"address": "短"}, "minLength", "6"),
        ("since", {"living_since": "2026-02-30"}, "format_past_date", "2024-09-01"),
        ("since", {"living_since": "2999-01-01"}, "format_past_date", "today or earlier"),
        ("reason", {"reason": "moon"}, "enum", "shown"),
        ("phone", {"phone": "130 0000 00"}, "pattern.phone", "11 digits"),
        ("collect", {"collect": "post", "declaration": False}, "const.declaration", "Confirm"),
    ],
)
def test_an_error_says_what_to_do(
    draft: Draft, page: str, raw: dict[str, Any], text_id: str, part: str
) -> None:
    (error,) = draft.answer(page, raw, "en")
    assert (error.text_id, part in error.text) == (text_id, True), error
    (same,) = draft.answer(page, raw, "zh_CN")
    assert same.text != error.text
    assert same.field == error.field


def test_what_was_typed_wrongly_is_kept(draft: Draft) -> None:
    draft.answer("phone", {"phone": "1300"}, "en")
    assert draft.fields("phone", "en")[0]["value"] == "1300"


@pytest.mark.parametrize(
    ("typed", "kept"), [("2,800", 2800), ("￥2800", 2800), ("２８００", 2800), (2800.0, 2800)]
)
def test_money_is_understood_as_people_write_it(
    catalogue: Catalogue, typed: object, kept: int
) -> None:
    draft = Draft(load_form("housing_fund_rent"), catalogue.registry_name)
    assert draft.answer("rent", {"rent": typed}, "en") == []
    assert draft.answers()["rent"] == kept
    assert [row["value"] for row in draft.rows("en")] == ["¥2,800"]
    (error,) = draft.answer("rent", {"rent": "28.5"}, "en")
    assert error.text_id == "type.money"


def test_after_a_change_only_what_is_missing_is_asked(catalogue: Catalogue) -> None:
    draft = filled("residence_permit", catalogue)
    assert draft.next_incomplete_page() is None
    draft.answer("reason", {"reason": "work"}, "en")
    assert draft.next_incomplete_page() == "employer"
    with pytest.raises(ValueError, match="not complete"):
        draft.body("residence_permit", CITIZEN, "en")


def test_nothing_stays_after_clear(catalogue: Catalogue) -> None:
    draft = filled("residence_permit", catalogue)
    draft.clear()
    assert draft.rows("en") == []


def test_every_service_can_be_filled_and_read_in_both_languages(catalogue: Catalogue) -> None:
    for service in catalogue.services:
        draft = filled(service.id, catalogue)
        body = draft.body(service.id, CITIZEN, "zh_CN")
        assert not refusals(OFFER.services[service.id].rules, body["answers"], NOW), service.id
        for language in ("zh_CN", "en"):
            assert all(row["label"] and row["value"] for row in draft.rows(language))


def test_every_text_is_there_in_both_languages() -> None:
    for text_id, texts in load_messages().items():
        assert set(texts) == {"zh_CN", "en"}, text_id
        assert all(texts.values()), text_id


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": "other"}, "its id is other"),
        ({"known": []}, "only in the schema"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_a_form_that_contradicts_itself_is_refused(
    tmp_path: Path, change: dict[str, Any], told: str
) -> None:
    form = json.loads(asset("forms", "residence_permit.json").read_text("utf-8")) | change
    (tmp_path / "residence_permit.json").write_text(json.dumps(form), "utf-8")
    with pytest.raises(FormError, match=told):
        load_form("residence_permit", tmp_path)


def test_a_condition_looks_only_at_what_was_asked_before(tmp_path: Path) -> None:
    form = json.loads(asset("forms", "residence_permit.json").read_text("utf-8"))
    form["pages"][0]["visible_if"] = "reason = 'work'"
    (tmp_path / "residence_permit.json").write_text(json.dumps(form), "utf-8")
    with pytest.raises(FormError, match="reason"):
        load_form("residence_permit", tmp_path)


def test_one_value_has_one_spelling() -> None:
    assert (
        canonical_json({"b": "市", "a": [1, True, None]}) == '{"a":[1,true,null],"b":"市"}'.encode()
    )
    with pytest.raises(ValueError, match="float"):
        canonical_json({"a": [{"b": 1.5}]})
