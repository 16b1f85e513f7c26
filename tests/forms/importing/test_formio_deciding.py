"""What decides in form.io forms: programs, and what they look at that is not in the form."""

import io
import json
import zipfile
from typing import Any

import pytest

from foundation.expressions import parse
from kiosk.services.forms import Form
from kiosk.services.forms.importing import Report, import_form
from tests.forms.importing.parts import NOW, begun, condition, field, outcomes

ASKED: list[dict[str, Any]] = [
    {"type": "number", "key": "age", "label": "Age", "decimalLimit": 0},
    {"type": "textfield", "key": "code", "label": "Code", "properties": {"fieldName": "token"}},
    {"type": "day", "key": "from", "label": "From"},
    {"type": "day", "key": "to", "label": "To"},
    {"type": "time", "key": "opens", "label": "Opens"},
    {"type": "time", "key": "shuts", "label": "Shuts"},
    {"type": "hidden", "key": "fetched"},
    {"type": "datasource", "key": "prices"},
    {
        "type": "datagrid",
        "key": "tools",
        "label": "Tools",
        "components": [
            {"type": "number", "key": "cost", "label": "Cost"},
            {"type": "number", "key": "count", "label": "How many"},
        ],
    },
]


def _asking(*more: dict[str, Any], **it: Any) -> tuple[Form, Report]:
    """A form whose last questions are `it`, with these settings, and `more`."""
    last = {"type": "textfield", "key": "it", "label": "It"} | it
    data = json.dumps({"components": [*ASKED, last, *more]}).encode()
    _, form, report = import_form("formio", data, "sample")
    return form, report


@pytest.mark.parametrize(
    ("program", "shown", "hidden"),
    [
        ("if (data.code === 'x') { show = false; }", {}, {"code": "x"}),
        ("const old = (n) => n > 17; show = old(data.age);", {"age": 18}, {"age": 17}),
        (
            "var ms = new Date(data.to) - new Date(data.from); show = ms / 1000 / 3600 >= 48;",
            {"from": "2026-01-30", "to": "2026-02-01"},
            {"from": "2026-01-31", "to": "2026-02-01"},
        ),
        (
            "var a = new Date('01/02/2000 ' + data.opens), b;"
            "b = new Date('01/03/2000 ' + data.shuts);"
            "show = (b.getTime() - a.getTime()) / 1000 / 60 > 1440 + 90;",
            {"opens": "09:45", "shuts": "11:16"},
            {"opens": "09:45", "shuts": "11:15"},
        ),
        (
            "show = getComponentData({data, parentComponent: instance.parent, fieldName: 'token'})"
            " === 'x'",
            {"code": "x"},
            {"code": "y"},
        ),
        (
            "var n = 1; form.on('change', (changed) => { console.log(changed); });"
            "show = data.age > n;",
            {"age": 2},
            {"age": 1},
        ),
    ],
)
def test_programs_decide_as_in_the_source(
    program: str, shown: dict[str, Any], hidden: dict[str, Any]
) -> None:
    form, report = _asking(customConditional=program)
    assert report.conditions.kept == report.conditions.source == 1
    assert report.faulty == 0
    decides = parse(condition(form, "it") or "true")
    assert decides.holds(shown, NOW)
    assert not decides.holds(hidden, NOW)


@pytest.mark.parametrize(
    "program",
    [
        "var found = []; found.push(data.code); show = found.length > 0;",
        "instance.parent.setValue({code: 'x'}); show = data.age > 5;",
        "show = false; data.tools.forEach(t => { if (t.cost > 5) { show = true; } });",
        "show = data.opens - data.shuts > 0;",
        "show = new Date('today at ' + data.opens) > new Date();",
        "const own = 3; show = own(data.age);",
    ],
)
def test_a_program_that_cannot_be_said_is_lost(program: str) -> None:
    form, report = _asking(customConditional=program)
    assert condition(form, "it") is None
    assert report.conditions.lost == report.conditions.source == 1


@pytest.mark.parametrize(
    "setting",
    [
        {"customConditional": "data.age > 17"},
        {"validate": {"custom": "var n = data.age;"}},
        {"calculateValue": "var n = data.age;"},
    ],
)
def test_a_program_that_never_says_anything_decides_nothing_and_is_told(
    setting: dict[str, Any],
) -> None:
    form, report = _asking(**setting)
    asked = field(form, "it")
    assert (condition(form, "it"), asked.valid_if, asked.default) == (None, None, None)
    assert report.conditions.kept == report.faulty == 1
    assert "faulty in the source itself: 1 of the conditions kept" in report.lines()


@pytest.mark.parametrize(
    ("conditional", "shown"),
    [
        ({"show": True, "when": "gone", "eq": ""}, True),
        ({"show": True, "when": "gone", "eq": "yes"}, False),
        ({"show": False, "when": "gone", "eq": "yes"}, True),
        ({"show": "", "when": "gone", "eq": "yes"}, True),
    ],
)
def test_what_the_form_does_not_ask_for_is_not_answered(
    conditional: dict[str, Any], shown: bool
) -> None:
    form, report = _asking(conditional=conditional)
    assert condition(form, "it") == (None if shown else "false")
    assert report.conditions.kept == report.faulty == 1
    (remark,) = (one for one in report.remarks if one.outcome == "kept")
    assert "'gone'" in remark.what


@pytest.mark.parametrize(
    ("program", "said", "outcome"),
    [
        ("show = !data.fetched", None, "changed"),
        ("show = data.prices.bread === 'dear'", "false", "lost"),
        ("show = !!data.fetched && data.age > 2", "false", "lost"),
        ("show = !!data.fetched || data.age > 2", "age > 2", "changed"),
        ("show = data.fetched.toLowerCase() === 'x' || data.age > 2", "age > 2", "changed"),
    ],
)
def test_what_the_site_would_bring_is_missing(program: str, said: str | None, outcome: str) -> None:
    form, report = _asking(customConditional=program)
    assert condition(form, "it") == said
    assert outcomes(report, "step 0: it") == [outcome]


def test_a_check_that_rests_on_what_is_missing_is_lost() -> None:
    form, report = _asking(validate={"custom": "valid = data.fetched ? 'Taken' : true"})
    assert field(form, "it").valid_if is None
    assert outcomes(report, "validate.custom") == ["lost"]


@pytest.mark.parametrize(
    "program",
    [
        "value = data.tools.reduce((sum, t) => sum + Number(t.cost), 0)",
        "value = data.tools.reduce(function (sum, t) { if (!t.cost) { return sum; }"
        " return sum + t.cost; }, 0)",
        "var all = 0; data.tools.forEach(t => { all += t.cost; }); value = all;",
    ],
)
def test_a_total_over_entries(program: str) -> None:
    form, report = _asking(type="number", calculateValue=program)
    draft = begun(form, {})
    for tool in ({"cost": "2.50"}, {"count": "3"}, {"cost": "1.25"}):
        draft.keep(draft.add_entry("tools"), tool)
    assert draft.answers()["it"] == "3.75"
    assert report.conditions.kept == 1


@pytest.mark.parametrize(
    "program",
    [
        "value = data.tools.reduce((sum, t) => sum + t.cost * t.count, 0)",
        "value = data.tools.reduce((sum, t) => sum * t.cost, 1)",
        "value = data.tools.reduce((sum, t) => !t.count ? sum : sum + t.cost, 0)",
    ],
)
def test_another_total_over_entries_is_lost(program: str) -> None:
    assert _asking(type="number", calculateValue=program)[1].conditions.lost == 1


def test_a_number_that_is_0_counts_as_nothing() -> None:
    form, _ = _asking(type="number", calculateValue="value = (data.age > 1 && data.age - 2) || ''")
    assert begun(form, {"age": 3}).answers()["it"] == "1"
    assert "it" not in begun(form, {"age": 2}).answers()


def test_a_value_reckoned_from_what_is_missing_is_asked_for() -> None:
    program = "if (data.prices) { data.prices.forEach(p => { if (p.a) { value = p.b; } }); }"
    form, report = _asking(calculateValue=program)
    assert field(form, "it").default is None
    assert outcomes(report, "step 0: it") == ["changed"]
    _, report = _asking(calculateValue=program, hidden=True)
    assert "lost" in outcomes(report, "calculateValue")


def test_a_value_that_would_stay_as_it_was_is_told() -> None:
    form, report = _asking(calculateValue="if (data.age > 2) { value = data.code; }")
    assert begun(form, {"age": 3, "code": "x"}).answers()["it"] == "x"
    assert outcomes(report, "calculateValue") == ["changed"]


def test_a_text_that_is_reckoned_as_a_number_is_one() -> None:
    form, _ = _asking(calculateValue="value = data.age / 4")
    assert begun(form, {"age": 3}).answers()["it"] == "0.75"


def _logic(trigger: dict[str, Any], *more: dict[str, Any]) -> Report:
    action = {"type": "customAction", "customAction": "instance.collapsed = true;"}
    return _asking(*more, logic=[{"trigger": trigger, "actions": [action]}])[1]


def test_an_action_whose_event_nothing_sends_is_never_done() -> None:
    waits = {"type": "event", "event": "folded"}
    note = {"type": "content", "html": "x", "customConditional": "// instance.emit('folded')"}
    assert _logic(waits, note).faulty == 1
    button = {"type": "button", "key": "go", "action": "event", "event": "folded"}
    assert _logic(waits, button).conditions.lost == 1
    assert _logic({"type": "javascript", "javascript": "console.log(data)"}).faulty == 1
    assert _logic({"type": "javascript", "javascript": "result = false"}).faulty == 1
    assert _logic({"type": "javascript", "javascript": "result = true"}).conditions.lost == 1


def _open_forms(logic: list[dict[str, Any]], variables: list[dict[str, Any]] | None = None) -> Any:
    """Two steps: `age` and `offered`, then `second`."""
    offered = {"dataSrc": "variable", "itemsExpression": {"var": "list"}}
    boxes = {"type": "selectboxes", "key": "offered", "label": "Which?", "openForms": offered}
    number = {"type": "number", "key": "age", "label": "Age", "decimalLimit": 0}
    text = {"type": "textfield", "key": "second", "label": "Second"}
    members = {
        "forms": [{"name": "Form"}],
        "formSteps": [
            {"uuid": f"s{n}", "order": n, "form_definition": f"https://example.org/d{n}"}
            for n in (0, 1)
        ],
        "formDefinitions": [
            {"uuid": f"d{n}", "name": f"{n}", "configuration": {"components": asked}}
            for n, asked in enumerate(([number, boxes], [text]))
        ],
        "formLogic": logic,
        "formVariables": variables or [],
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, value in members.items():
            archive.writestr(f"{name}.json", json.dumps(value))
    _, form, report = import_form("formio", data.getvalue(), "sample")
    return form, report


def _rule(trigger: object, **action: object) -> dict[str, Any]:
    told = {name: action.pop(name) for name in {"type", "value", "property", "state"} & {*action}}
    return {"json_logic_trigger": trigger, "actions": [action | {"action": told}]}


YOUNG = {"<": [{"var": "age"}, 18]}


def test_a_step_that_does_not_apply_is_not_asked() -> None:
    form, report = _open_forms([_rule(YOUNG, type="step-not-applicable", form_step_uuid="s1")])
    assert condition(form, "second") == "not age < 18"
    assert report.conditions.kept == 1
    gone = _rule(YOUNG, type="step-not-applicable", form_step_uuid="s9")
    assert _open_forms([gone])[1].faulty == 1


def test_a_rule_finds_what_the_rules_before_it_set() -> None:
    flag = {"key": "minor", "source": "user_defined", "initial_value": "no"}
    hide = {"type": "property", "property": {"value": "hidden"}, "state": True}
    rules = [
        _rule(YOUNG, type="variable", variable="minor", value="yes"),
        _rule({"==": [{"var": "minor"}, "yes"]}, component="second", **hide),
    ]
    form, report = _open_forms(rules, [flag])
    decides = parse(condition(form, "second") or "true")
    assert not decides.holds({"age": 17})
    assert decides.holds({"age": 18})
    assert report.conditions.kept == 2


def test_choices_that_a_variable_holds_and_a_rule_adds_to() -> None:
    listed = {"key": "list", "source": "user_defined", "initial_value": [["a", "A"], ["b", "B"]]}
    merged = {"merge": [{"var": "list"}, [["c", "C"], ["b", "again"]]]}
    form, report = _open_forms(
        [_rule(YOUNG, type="variable", variable="list", value=merged)], [listed]
    )
    offered = field(form, "offered")
    assert [(one.value, one.visible_if) for one in offered.choices] == [
        ("a", None),
        ("b", None),
        ("c", "age < 18"),
    ]
    assert (report.questions.kept, report.conditions.kept) == (3, 1)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"language": "pl"}, "pl"),
        ({"settings": {"i18n": {"language": "cy", "en": {"It": "It"}}}}, "cy"),
        ({"components": [*ASKED, {"type": "datetime", "widget": {"locale": "nl"}}]}, "nl"),
        ({"components": [*ASKED, {"type": "datetime", "widget": {"locale": "en"}}]}, ""),
        ({}, ""),
    ],
)
def test_the_language_that_a_form_tells_is_that_of_its_texts(
    more: dict[str, Any], told: str
) -> None:
    data = json.dumps({"components": ASKED} | more).encode()
    _, form, report = import_form("formio", data, "sample")
    assert form.languages[0] == (told or "en")
    assert ("lost" in outcomes(report, "which language")) == (not told)
    _, form, report = import_form("formio", data, "sample", "fr")
    assert form.languages[0] == (told or "fr")
    assert outcomes(report, "which language") == []
