"""Forms of form.io and Open Forms: nested components, conditions of every spelling, groups."""

import io
import json
import zipfile

import pytest

from kiosk.services.forms.importing import import_form
from tests.forms.importing.parts import begun, condition, field, imported, outcomes

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
