"""Drafts: conditions, rules, defaults, computed values, groups, attachments, drafts kept."""

import json
from datetime import datetime

import pytest

from foundation.forms import refusals
from kiosk.services.forms import Draft, Form, Reading, form_of
from tests.forms.parts import NOW, ask, attachment, draft, made, page, text, written

HOME = made(
    page(ask("own", "yes_no")),
    page(
        ask("region", "choice", choices=["north", "south"]),
        ask(
            "city",
            "choice",
            choices=[
                {"value": name, "label": text(name), "visible_if": f"region = '{region}'"}
                for name, region in (("Nord", "north"), ("Sud", "south"), ("Sur", "south"))
            ],
        ),
        ask("landlord", visible_if="not own"),
    ),
    page(
        ask("price", "decimal", default="12.50"),
        ask("count", "number", default={"expression": "if(own, 1, 2)"}),
        ask("until", "date", default={"expression": "add_days(today(), 30)"}),
    ),
    page(
        ask("paid", "decimal", valid_if="number(self) <= total", errors={"valid_if": text("Less")})
    ),
    computed=[
        {"name": "total", "label": text("Total"), "widget": "decimal", "value": "price * count"},
        {
            "name": "hidden",
            "label": text("Hidden"),
            "value": "concat(region, '-', city)",
            "shown": False,
        },
    ],
)

FAMILY = made(
    page(ask("married", "yes_no")),
    page(
        ask(
            "kids",
            "group",
            entry=text("Child"),
            fields=[
                ask("name"),
                ask("born", "date", valid_if="years_since(self) < 18"),
                ask("school", visible_if="years_since(born) >= 6"),
                ask("with_both", "yes_no", visible_if="married"),
            ],
        ),
        ask("about", "note"),
    ),
    page(ask("support"), visible_if="count(kids) >= 2 and max(kids.born) > '2020-01-01'"),
)


@pytest.fixture
def home() -> Draft:
    return draft(HOME)


@pytest.fixture
def family() -> Draft:
    made = draft(FAMILY)
    made.answer("married", {"married": False}, "en")
    return made


def _errors(found: list) -> list[tuple[str, str]]:  # type: ignore[type-arg]
    return [(one.field, one.text_id) for one in found]


def test_a_question_appears_with_the_answers_before_it(home: Draft) -> None:
    home.answer("own", {"own": True}, "en")
    assert [one["name"] for one in home.fields("region", "en")] == ["region", "city"]
    home.answer("own", {"own": False}, "en")
    assert _errors(home.answer("region", {"region": "north", "city": "Nord"}, "en")) == [
        ("landlord", "required")
    ]


def test_choices_follow_from_an_answer_on_the_same_page(home: Draft) -> None:
    home.keep("region", {"region": "south"})
    city = home.fields("region", "en")[1]
    assert [one["value"] for one in city["choices"]] == ["Sud", "Sur"]
    found = home.answer("region", {"city": "Nord", "landlord": "x"}, "en")
    assert _errors(found) == [("city", "enum")]


def test_defaults_are_proposed_and_taken_when_the_page_is_answered(home: Draft) -> None:
    home.answer("own", {"own": True}, "en")
    values = {one["name"]: one["value"] for one in home.fields("price", "en")}
    assert values == {"price": "12.50", "count": "1", "until": "2026-12-23"}
    home.answer("own", {"own": False}, "en")
    assert home.answers()["count"] == 2
    assert home.answer("price", {}, "en") == []
    home.answer("own", {"own": True}, "en")
    assert home.answers()["count"] == 2


def test_a_default_that_was_cleared_stays_cleared(home: Draft) -> None:
    assert _errors(home.answer("price", {"price": " "}, "en")) == [("price", "required.decimal")]
    assert home.fields("price", "en")[0]["value"] == ""


def test_a_computed_value_is_part_of_the_answers_and_shown(home: Draft) -> None:
    home.answer("price", {"price": "1,000.10", "count": "3"}, "en")
    assert home.answers()["total"] == "3000.30"
    labels = [row["label"] for row in home.rows("en")]
    assert "Total" in labels
    assert "Hidden" not in labels


def test_a_rule_over_several_answers_is_worded_by_the_form(home: Draft) -> None:
    home.answer("price", {"price": "10", "count": 2}, "en")
    (error,) = home.answer("paid", {"paid": "20.01"}, "en")
    assert (error.text_id, error.text) == ("valid_if", "Less")
    assert home.answer("paid", {"paid": "20.00"}, "en") == []


def test_a_computed_value_that_is_refused_is_mended_where_it_comes_from() -> None:
    file = written(
        page(ask("first", "number")),
        page(ask("second", "number")),
        page(ask("third", "number")),
        computed=[
            {"name": "sum", "label": text("Sum"), "widget": "number", "value": "first + second"}
        ],
    )
    file["schema"]["properties"]["sum"]["maximum"] = 10
    one = draft(form_of(file, "form"))
    for name in ("first", "second", "third"):
        found = one.answer(name, {name: 6}, "en")
    assert found == []
    assert one.next_incomplete_page() == "second"
    (error,) = one.answer("second", {}, "en")
    assert error.text == "Sum: Enter 10 or less"
    assert one.answer("second", {"second": 4}, "en") == []
    assert one.next_incomplete_page() is None


def test_a_group_is_answered_entry_by_entry(family: Draft) -> None:
    assert family.next_page("married") == "kids"
    first = family.add_entry("kids")
    assert (first, family.next_page(first), family.position(first)) == ("kids[0]", "kids", (2, 2))
    assert _errors(family.answer(first, {"name": "A", "born": "2015-02-03"}, "en")) == [
        ("school", "required")
    ]
    assert family.answer(first, {"school": "S"}, "en") == []
    assert family.answer("kids", {}, "en") == []
    assert family.entries("kids", "en") == [
        {"page": "kids[0]", "title": "Child 1", "summary": "A · 3 February 2015 · S"}
    ]


def test_a_group_with_an_entry_that_is_not_complete_says_which(family: Draft) -> None:
    family.answer(family.add_entry("kids"), {"name": "A", "born": "2024-02-03"}, "en")
    family.answer(family.add_entry("kids"), {"name": "B", "born": "1990-02-03"}, "en")
    (error,) = family.answer("kids", {}, "en")
    assert (error.field, error.text) == ("kids", "Complete Child 2")
    assert family.next_incomplete_page() == "kids[1]"
    family.remove_entry("kids[0]")
    (left,) = family.entries("kids", "en")
    assert left["summary"].startswith("B")
    assert family.next_incomplete_page() == "kids[0]"


def test_conditions_see_all_entries_and_entries_see_the_form(family: Draft) -> None:
    for name, born in (("A", "2024-02-03"), ("B", "2023-02-03")):
        family.answer(family.add_entry("kids"), {"name": name, "born": born}, "en")
    assert family.next_page("kids") == "support"
    family.answer("married", {"married": True}, "en")
    assert "with_both" in [one["name"] for one in family.fields("kids[1]", "en")]
    assert family.next_incomplete_page() == "kids[0]"


def test_answers_of_an_entry_that_are_not_asked_count_for_nothing(family: Draft) -> None:
    entry = {"name": "A", "born": "2015-02-03", "school": "S"}
    family.answer(family.add_entry("kids"), entry, "en")
    family.answer("kids[0]", {"born": "2024-01-01"}, "en")
    assert family.answers()["kids"] == [{"name": "A", "born": "2024-01-01"}]


def test_nobody_is_asked_for_entries_there_may_be_none_of(family: Draft) -> None:
    assert family.next_incomplete_page() == "kids"
    assert family.answer("kids", {}, "en") == []
    assert family.answers()["kids"] == []
    assert {"label": "Kids", "value": "None", "source": "", "page": "kids"} in family.rows("en")


def test_there_are_no_more_entries_than_the_form_allows(family: Draft) -> None:
    for _ in range(3):
        family.add_entry("kids")
    with pytest.raises(ValueError, match="holds 3 entries"):
        family.add_entry("kids")
    for place in ("kids[7]", "nowhere"):
        with pytest.raises(KeyError):
            family.answer(place, {}, "en")


def test_a_group_stands_on_the_check_page_entry_by_entry(family: Draft) -> None:
    family.answer(family.add_entry("kids"), {"name": "A", "born": "2024-02-03"}, "en")
    rows = [(row["label"], row["value"], row["page"]) for row in family.rows("en")]
    assert ("Child 1 · Born", "3 February 2024", "kids[0]") in rows


PHOTO = made(page(ask("photo", "photo", accept=("image/*",), max_bytes=5_000_000)))


def test_attachments_are_named_and_never_held() -> None:
    one = draft(PHOTO)
    assert _errors(one.answer("photo", {}, "en")) == [("photo", "required.photo")]
    for _ in range(2):
        one.attach("photo", "photo", attachment("A"))
    assert one.answer("photo", {}, "en") == []
    assert one.answers()["photo"] == [attachment("A")]
    one.detach("photo", "photo", attachment("A")["sha256"])
    assert _errors(one.answer("photo", {}, "en")) == [("photo", "required.photo")]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (attachment(size=5_000_001), "at most 5 MB"),
        (attachment(media_type="application/pdf"), "kinds of file"),
    ],
)
def test_a_file_of_the_wrong_size_or_kind_is_refused(given: dict[str, object], told: str) -> None:
    one = draft(PHOTO)
    one.attach("photo", "photo", given)
    (error,) = one.answer("photo", {}, "en")
    assert told in error.text


def _answered() -> Draft:
    one = draft(FAMILY)
    one.answer("married", {"married": True}, "en")
    one.answer(one.add_entry("kids"), {"name": "A", "born": "2024-02-03", "with_both": True}, "en")
    return one


def test_a_draft_goes_on_another_day() -> None:
    saved = json.loads(json.dumps(_answered().saved()))
    other = draft(FAMILY, datetime(2026, 12, 24, 9).astimezone())
    other.restore(saved)
    assert other.answers() == _answered().answers()
    with pytest.raises(ValueError, match="saved by form"):
        draft(FAMILY.model_copy(update={"id": "other"})).restore(saved)


REGISTERED = made(
    page(ask("address", "address", prefill="residence.address")),
    page(ask("phone", "phone", prefill="residence.phone")),
    page(ask("agreed", "declaration")),
)
ADDRESS = Reading("Registered Road 1", "residence", "2025-05-03")


def test_what_was_said_last_time_is_proposed_with_its_day() -> None:
    one = draft(REGISTERED)
    one.reuse({"address": "Old Road 1", "phone": "1", "agreed": True, "more": 1}, "2026-01-02")
    assert one.answers() == {"address": "Old Road 1", "phone": "1"}
    assert one.fields("address", "en")[0]["source"] == "You said this on 2 January 2026"
    one.answer("address", {"address": "New Road 2"}, "en")
    assert one.fields("address", "en")[0]["source"] == ""


def test_a_registry_and_the_person_go_before_last_time() -> None:
    one = draft(REGISTERED)
    one.reuse({"address": "Old Road 1"}, "2026-01-02")
    one.prefill({"residence.address": ADDRESS})
    assert one.answers()["address"] == ADDRESS.value
    one.answer("phone", {"phone": "13000000000"}, "en")
    one.reuse({"address": "Old Road 1", "phone": "1"}, "2026-01-02")
    assert one.answers() == {"address": ADDRESS.value, "phone": "13000000000"}


def test_what_nobody_can_change_never_stands_in_the_way() -> None:
    known = [{"name": "status", "label": text("Status"), "prefill": "civil.status"}]
    file = written(page(ask("answer")), known=known)
    file["schema"]["properties"]["status"]["maxLength"] = 5
    one = draft(form_of(file, "form"))
    one.prefill({"civil.status": Reading("longer than that", "civil", "")})
    assert one.answer("answer", {"answer": "x"}, "en") == []
    assert one.next_incomplete_page() is None
    assert "status" not in one.answers()


def test_last_times_answer_that_the_form_no_longer_takes_is_left_out() -> None:
    one = draft(HOME)
    one.reuse({"region": "west", "count": "many", "price": "1.5"}, "2026-01-02")
    assert one.answers()["price"] == "1.5"
    assert "region" not in one.answers()


def test_the_body_says_when_it_was_filled_and_where_answers_are_from() -> None:
    one = draft(HOME)
    one.answer("own", {"own": True}, "en")
    one.answer("region", {"region": "north", "city": "Nord"}, "en")
    one.answer("price", {}, "en")
    one.answer("paid", {"paid": "1"}, "en")
    body = one.body("service", "citizen", "en")
    assert body["filled_at"] == "2026-11-23T10:30"
    assert body["sources"]["total"] == "computed"
    assert body["answers"]["hidden"] == "north-Nord"


@pytest.mark.parametrize(
    ("widget", "typed", "kept"),
    [
        ("decimal", "￥1,234.50", "1234.50"),
        ("decimal", 12, "12"),
        ("decimal", "twelve", "twelve"),
        ("date", "2026年1月2日", "2026-01-02"),
        ("time", "9：05", "09:05"),
        ("time", "9点5分", "09:05"),
        ("date_time", "2026/1/2 9:05", "2026-01-02T09:05"),
        ("month", "2026年9月", "2026-09"),
        ("id_number", "9999 9919 9001 0112 3x", "99999919900101123X"),
        ("email", " name@ example.org", "name@example.org"),
        ("url", "example.org", "https://example.org"),
        ("phone", "(130) 0000-0000", "13000000000"),
        ("long_text", " a\nb ", "a\nb"),
    ],
)
def test_answers_are_understood_as_people_write_them(widget: str, typed: object, kept: str) -> None:
    one = draft(made(page(ask("answer", widget))))
    one.answer("answer", {"answer": typed}, "en")
    assert one.answers()["answer"] == kept


@pytest.mark.parametrize(
    ("widget", "answer", "english", "chinese"),
    [
        ("date_time", "2026-01-02T09:05", "2 January 2026 09:05", "2026年1月2日 09:05"),
        ("month", "2026-09", "September 2026", "2026年9月"),
        ("id_number", "99999919900101123X", "••••••••••••••123X", "••••••••••••••123X"),
        ("file", [attachment("A"), attachment("B")], "A.png, B.png", "A.png、B.png"),
        ("signature", [attachment()], "Signed", "已签名"),
    ],
)
def test_answers_read_as_people_say_them(
    widget: str, answer: object, english: str, chinese: str
) -> None:
    one = draft(made(page(ask("answer", widget))))
    one.answer("answer", {"answer": answer}, "en")
    assert [one.rows(language)[0]["value"] for language in ("en", "zh_CN")] == [english, chinese]


def test_a_form_in_other_languages_falls_back() -> None:
    field = {"name": "answer", "widget": "text", "label": {"fr": "Réponse"}}
    form = Form.model_validate(
        {
            "id": "form",
            "version": 1,
            "languages": ["fr"],
            "schema": {"properties": {"answer": {"type": "string"}}, "required": ["answer"]},
            "pages": [{"id": "answer", "title": {"fr": "Question"}, "fields": [field]}],
        }
    )
    one = draft(form)
    assert one.fields("answer", "zh_CN")[0]["label"] == "Réponse"
    assert one.answer("answer", {}, "fr")[0].text == "Answer this question"


def test_a_fraction_that_never_ends_is_an_answer_all_the_same() -> None:
    third = {"name": "third", "label": text("Third"), "widget": "decimal", "value": "all / 3"}
    form = made(page(ask("all", "number")), computed=[third])
    filled = draft(form)
    assert filled.answer("all", {"all": "2"}, "en") == []
    answers = filled.body("service", "citizen", "en")["answers"]
    assert answers["third"] == "0.666666666666667"
    assert refusals(form.rules, answers, NOW) == []
