"""Forms of form.io and Open Forms: nested components, conditions of every spelling, groups."""

import io
import json
import zipfile

import pytest

from foundation.expressions import parse
from kiosk.services.forms import Form
from kiosk.services.forms.importing import Report, import_form
from tests.forms.importing.parts import NOW, begun, condition, field, imported, outcomes

GARDEN = imported("formio", "garden.json")


@pytest.mark.parametrize(
    ("name", "widget"),
    [
        ("name", "text"),
        ("has_garden", "yes_no"),
        ("mail", "email"),
        ("phone", "phone"),
        ("size", "choice"),
        ("grows", "several"),
        ("beds", "decimal"),
        ("start", "date"),
        ("born", "date"),
        ("hour", "time"),
        ("rent", "decimal"),
        ("tools", "group"),
        ("taste_r", "choice"),
        ("nick_list", "group"),
        ("plan", "file"),
        ("sign", "signature"),
        ("agree", "declaration"),
        ("far", "text"),
        ("holo", "long_text"),
    ],
)
def test_components_have_their_widgets(name: str, widget: str) -> None:
    assert field(GARDEN[0], name).widget == widget


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("beds", "size = 'l'"),
        ("roses", "selected(grows, 'roses') and size != 's'"),
        ("beans", "selected(grows, 'beans') or size != 's'"),
        ("why", "not has_garden and beds > 2"),
        ("mark", "price > 100"),
        ("insured", "sum(tools.price) > 500"),
        ("friend", "door = 'f'"),
        ("name", None),
    ],
)
def test_conditions_of_every_spelling(name: str, expected: str | None) -> None:
    form, _ = GARDEN
    if name == "mark":
        assert field(form, name).visible_if == expected
    else:
        assert condition(form, name) == expected


def test_a_program_that_checks_becomes_a_rule_with_its_words() -> None:
    start = field(GARDEN[0], "start")
    assert start.valid_if == "self > '2020-01-01'"
    assert start.errors["valid_if"] == {"en": "Later, please"}


def test_a_value_that_is_reckoned_is_computed_and_shown() -> None:
    form, _ = GARDEN
    (year,) = form.computed
    assert (year.name, year.value, year.shown) == ("year", "rent * 12", True)
    assert begun(form, {"rent": "100.50"}).answers()["year"] == "1206.00"


def test_an_answer_is_mentioned_in_a_later_question() -> None:
    form, _ = GARDEN
    page = next(one for one in form.pages if any(f.name == "beds" for f in one.fields))
    (beds,) = [
        one
        for one in begun(form, {"name": "Rose", "size": "l"}).fields(page.id, "en")
        if one["name"] == "beds"
    ]
    assert beds["label"] == "How many beds, Rose?"


def test_what_cannot_be_expressed_is_told_item_by_item() -> None:
    _, report = GARDEN
    assert outcomes(report, "hologram") == ["changed"]
    assert outcomes(report, "step 0: far") == ["changed"]
    assert outcomes(report, "isSpecial") == ["lost"]
    assert (report.questions.source, report.questions.lost) == (30, 0)
    assert (report.conditions.source, report.conditions.lost) == (10, 1)


def _open_forms(logic: list[object]) -> bytes:
    configuration = {
        "components": [
            {"type": "number", "key": "age", "label": "Leeftijd", "validate": {"required": True}},
            {
                "type": "textfield",
                "key": "parent",
                "label": "Ouder",
                "hidden": True,
                "openForms": {"translations": {"en": {"label": "Parent"}, "nl": {}}},
            },
            {"type": "bsn", "key": "bsn", "label": "BSN"},
            {"type": "iban", "key": "iban", "label": "IBAN"},
            {"type": "npFamilyMembers", "key": "family", "label": "Gezin"},
        ]
    }
    members = {
        "forms": [{"name": "Aanvraag"}],
        "formSteps": [{"uuid": "s1", "order": 0, "form_definition": "https://example.org/d/d1"}],
        "formDefinitions": [{"uuid": "d1", "name": "Stap", "configuration": configuration}],
        "formLogic": logic,
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, value in members.items():
            archive.writestr(f"{name}.json", json.dumps(value))
    return data.getvalue()


def _program(**more: object) -> tuple[Form, Report]:
    """A form whose last question, `it`, has these settings."""
    asked = [
        {"type": "number", "key": "age", "label": "Age", "decimalLimit": 0},
        {"type": "day", "key": "born", "label": "Born"},
        {"type": "textfield", "key": "code", "label": "Code"},
        {"type": "textfield", "key": "it", "label": "It"} | more,
    ]
    data = json.dumps({"components": asked}).encode()
    _, form, report = import_form("formio", data, "sample")
    return form, report


@pytest.mark.parametrize(
    ("program", "shown", "hidden"),
    [
        ("if (data.age > 17) { return true; } return false;", {"age": 18}, {"age": 17}),
        (
            "if (!data.age) { return false; } show = data.age < 9;",
            {"age": 8},
            {"age": 9},
        ),
        ("show = /^[A-Z]\\d+$/.test(data.code)", {"code": "B12"}, {"code": "xB12"}),
        ("show = /b|c/i.test(data.code) || true && data.age > 1", {"age": 2}, {"age": 1}),
        ("var p = new RegExp('12'); show = p.test(data.code)", {"code": "B123"}, {"code": "B13"}),
        ("show = typeof data.code !== 'undefined'", {"code": "x"}, {}),
        (
            "show = new Date(data.born).getFullYear() < 2000",
            {"born": "1999-01-01"},
            {"born": "2000-01-01"},
        ),
        (
            "show = moment().diff(moment(data.born), 'months') >= 12",
            {"born": "2025-11-23"},
            {"born": "2025-11-24"},
        ),
        (
            "show = moment(data.born).add(1, 'months').isSameOrBefore('2026-02-28')",
            {"born": "2026-01-31"},
            {"born": "2026-02-01"},
        ),
        ("show = data.code.slice(0, 2) === 'ab'", {"code": "abc"}, {"code": "bab"}),
    ],
)
def test_programs_decide_as_they_did(
    program: str, shown: dict[str, object], hidden: dict[str, object]
) -> None:
    form, report = _program(customConditional=program)
    assert report.conditions.kept == report.conditions.source == 1
    decides = parse(condition(form, "it") or "true")
    assert decides.holds(shown, NOW)
    assert not decides.holds(hidden, NOW)


def test_what_a_program_of_the_site_fetches_is_asked_instead() -> None:
    fetch = "const p = fetchPlace({data: data, field: 'code'}); if (p) { value = p.Town; }"
    form, report = _program(calculateValue="value = instance.fetchTown(data.code)")
    assert field(form, "it").default is None
    assert outcomes(report, "step 0: it") == ["changed"]
    _, lost = _program(calculateValue=fetch, hidden=True)
    assert lost.conditions.lost == 1


def test_a_program_that_is_all_comment_decides_nothing() -> None:
    form, report = _program(
        customConditional="// show = data.age > 1",
        calculateValue="console.log(data.age);",
        validate={"custom": "/* valid = false */"},
    )
    assert condition(form, "it") is None
    assert field(form, "it").valid_if is None
    assert report.conditions.kept == report.conditions.source == 3


def test_a_pattern_with_both_marks_of_quotation() -> None:
    valid = "valid = /^[^\"']+$/.test(input) ? true : 'No marks'"
    form, _ = _program(validate={"custom": valid})
    rule = parse(field(form, "it").valid_if or "false")
    assert rule.holds({"self": "plain"})
    assert not rule.holds({"self": "it's"})


def test_logic_releases_what_was_compulsory() -> None:
    trigger = {"type": "javascript", "javascript": "result = data.age < 9"}
    free = {"type": "property", "property": {"value": "validate.required"}, "state": ""}
    still = {"type": "property", "property": {"value": "disabled"}, "state": True}
    logic = [{"trigger": trigger, "actions": [free, still, {"type": "value", "value": "// no"}]}]
    form, report = _program(logic=logic, validate={"required": True})
    assert field(form, "it").required_if == "not age < 9"
    assert "it" not in form.answers["required"]
    assert (report.conditions.kept, report.conditions.changed) == (2, 1)


def test_logic_makes_compulsory_and_sets() -> None:
    trigger = {"type": "simple", "simple": {"when": "age", "eq": "7", "show": True}}
    needed = {"type": "property", "property": {"value": "validate.required"}, "state": True}
    logic = {"trigger": trigger, "actions": [needed, {"type": "value", "value": "value = 'x'"}]}
    form, report = _program(logic=[logic])
    assert field(form, "it").required_if == "age = 7"
    assert field(form, "it").default is not None
    assert (report.conditions.kept, report.conditions.changed) == (1, 1)


def test_an_export_of_open_forms_with_its_rules() -> None:
    show = {"action": {"type": "property", "property": {"value": "hidden"}, "state": False}}
    fetch = {"action": {"type": "fetch-from-service"}}
    rule = {
        "json_logic_trigger": {"<": [{"var": "age"}, 18]},
        "actions": [show | {"component": "parent"}, fetch],
    }
    _, form, report = import_form("formio", _open_forms([rule]), "sample")
    assert condition(form, "parent") == "age < 18"
    assert form.languages == ("nl", "en")
    assert field(form, "parent").label == {"nl": "Ouder", "en": "Parent"}
    assert form.answers["properties"]["bsn"]["format"] == "bsn"
    assert form.answers["properties"]["iban"]["format"] == "iban"
    assert field(form, "family").widget == "group"
    assert outcomes(report, "fetch-from-service") == ["lost"]
    assert (report.conditions.source, report.conditions.kept) == (2, 1)
