"""Forms of DEFRA's and the XGov builder: pages by links or in order, conditions, groups, limits."""

import json

import pytest

from foundation.expressions import parse
from kiosk.services.forms.importing import import_form
from tests.forms.importing.parts import SOURCES, begun, condition, field, imported, outcomes

FERRY = imported("defra", "ferry.json")
HARBOUR = imported("defra", "harbour.json")


def _seen(answers: dict[str, object]) -> list[str]:
    return [page.fields[0].name for page in begun(FERRY[0], answers).pages()]


def test_links_become_conditions_of_pages() -> None:
    form, _ = FERRY
    assert condition(form, "power") == "boat = 'motor'"
    assert condition(form, "parish") == "local"
    assert condition(form, "until") == "not local"
    assert condition(form, "boat") is None
    assert condition(form, "crew") == "boat = 'motor' and local"


def test_where_two_ways_meet_nothing_is_left_of_the_fork() -> None:
    assert condition(FERRY[0], "born") is None


def test_a_page_that_nothing_leads_to_is_never_shown() -> None:
    form, report = FERRY
    assert condition(form, "lost") == "false"
    assert outcomes(report, "nothing leads to this page") == ["lost"]


def test_the_way_through_the_form_is_the_same() -> None:
    visitor = {"boat": "sail", "local": False}
    assert "until" in _seen(visitor)
    assert "parish" not in _seen(visitor)
    assert "crew" in _seen({"boat": "motor", "local": True})


def test_a_link_back_is_told_and_the_journey_goes_on() -> None:
    _, report = FERRY
    assert outcomes(report, "leads back") == ["lost"]


def test_days_told_from_today_become_months() -> None:
    assert condition(FERRY[0], "guardian") == "born > add_months(today(), -216)"


@pytest.mark.parametrize(
    ("name", "widget"),
    [
        ("boat", "choice"),
        ("gear", "several"),
        ("power", "decimal"),
        ("oars", "number"),
        ("local", "yes_no"),
        ("until", "date"),
        ("home", "address"),
        ("last", "month"),
        ("story", "long_text"),
        ("phone", "phone"),
        ("mail", "email"),
        ("papers", "file"),
        ("berth_latitude", "decimal"),
        ("crew", "group"),
        ("area", "long_text"),
    ],
)
def test_components_have_their_widgets(name: str, widget: str) -> None:
    assert field(FERRY[0], name).widget == widget


def test_what_an_answer_reveals_depends_on_it() -> None:
    assert condition(FERRY[0], "oars") == "boat = 'row'"


def test_limits_are_kept() -> None:
    form, _ = FERRY
    schema = form.answers["properties"]
    assert schema["parish"] | {"pattern": "^[A-Z].*$", "minLength": 2} == schema["parish"]
    assert field(form, "parish").errors["pattern"] == {"en": "Begin with a capital"}
    assert field(form, "power").valid_if == "self >= 3 and self <= 500"
    assert field(form, "power").unit == {"en": "kW"}
    assert field(form, "story").valid_if == "words(self) <= 20"
    assert (schema["papers"]["minItems"], schema["papers"]["maxItems"]) == (1, 2)
    assert field(form, "papers").accept == ("application/pdf",)
    assert (schema["crew"]["minItems"], schema["crew"]["maxItems"]) == (1, 5)
    assert "gear" not in form.answers["required"]


def test_texts_lose_their_markup_and_keep_their_links() -> None:
    form, _ = FERRY
    assert form.pages[0].fields[0].label["en"] == (
        "Have your papers (https://example.org/papers) at hand."
    )
    assert form.pages[-1].fields[0].label["en"] == "All of this is true."


def test_what_cannot_be_asked_is_told() -> None:
    _, report = FERRY
    assert (report.questions.lost, report.questions.changed) == (1, 1)
    assert outcomes(report, "HiddenField") == ["lost"]
    assert outcomes(report, "GeospatialField") == ["changed"]
    assert outcomes(report, "/fees") == ["lost"]
    assert report.questions.source == 20
    assert report.conditions.source == 6


def test_version_two_shows_pages_under_their_conditions() -> None:
    form, _ = HARBOUR
    assert [page.visible_if for page in form.pages if page.fields[0].name == "n"] == [
        "crew = false"
    ]
    assert condition(form, "berth") == "crew != false and stay = 'long' and crew"


def test_nothing_follows_a_page_that_ends_the_form() -> None:
    draft = begun(HARBOUR[0], {"stay": "day", "crew": False})
    assert [page.fields[-1].name for page in draft.pages()] == ["stay", "crew", "n"]


def test_answers_that_lead_to_the_end_cannot_be_sent() -> None:
    form, report = HARBOUR
    draft = begun(form, {"stay": "day", "crew": False})
    page = next(one for one in form.pages if one.fields[-1].name == "crew")
    (error,) = draft.answer(page.id, {"crew": False}, "en")
    ending = next(one for one in form.pages if one.fields[-1].name == "n")
    assert error.field == "crew"
    assert error.text.startswith(ending.title["en"])
    assert draft.next_incomplete_page() == page.id
    assert not draft.answer(page.id, {"crew": True}, "en")
    assert outcomes(report, "the form ends") == ["lost"]


def test_a_condition_that_rests_on_itself_is_told() -> None:
    _, report = HARBOUR
    assert [one.where for one in report.remarks if one.kind == "condition"] == [
        "/pages/4/condition"
    ]


def test_as_many_entries_as_were_chosen_from_a_list_of_numbers() -> None:
    chosen = {"type": "SelectField", "name": "many", "title": "How many?", "list": "numbers"}
    name = {"type": "TextField", "name": "name", "title": "Name"}
    repeated = {"controller": "RepeatingFieldPageController", "repeatField": "many"}
    source = {
        "lists": [{"name": "numbers", "items": [{"text": "Two", "value": "2"}]}],
        "pages": [
            {"path": "/a", "components": [chosen], "next": [{"path": "/b"}]},
            {"path": "/b", "title": "Sailor", "components": [name], "next": []} | repeated,
        ],
    }
    _, form, _ = import_form("defra", json.dumps(source).encode(), "sample")
    (group,) = (one for one in form.fields if one.widget == "group")
    rule = parse(group.valid_if or "true")
    assert rule.holds({"many": "2", "self": [{}, {}]})
    assert not rule.holds({"many": "2", "self": [{}]})


@pytest.mark.parametrize(("told", "given"), [("", None), ("", "cy"), ("cy", None), ("cy", "fr")])
def test_the_language_of_a_form_is_told_given_or_taken_as_english(
    told: str, given: str | None
) -> None:
    source = json.loads((SOURCES / "ferry.json").read_text("utf-8")) | {"language": told}
    _, form, report = import_form("defra", json.dumps(source).encode(), "sample", given)
    assert form.languages == (told or given or "en",)
    assert ("lost" in outcomes(report, "which language")) == (not told and given is None)
