"""Whatever form and answers: what the terminal calls complete the back-end takes, and back."""

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backend.offer import Service
from foundation.forms import refusals
from kiosk.services.forms import Draft, Form, FormError, form_of, merge
from kiosk.services.forms.filling import fill
from tests.forms.parts import NOW, ask, attachment, draft, page, text, written

_WIDGETS = ("text", "number", "decimal", "date", "choice", "several", "yes_no", "file")
_ANSWERS: dict[str, list[Any]] = {
    "text": ["x", "yes", ""],
    "number": [0, 1, 7, "many", None],
    "decimal": ["0.5", "7.00", "x", None],
    "date": ["2020-02-29", "2026-11-23", "2021-02-29"],
    "choice": ["a", "b", "c"],
    "several": [["a"], ["a", "b"], [], ["c"]],
    "yes_no": [True, False, None],
    "file": [[attachment("A")], [attachment("B", size=9_000_000)], []],
}
_RULES = ["self != 7", "self = 'x' or self = true", "length(self) > 0", "self <= today()"]


def _conditions(asked: list[dict[str, Any]]) -> st.SearchStrategy[str | None]:
    tests = [f"{one['name']} {test}" for one in asked for test in _TESTS]
    both = st.tuples(st.sampled_from(tests), st.sampled_from(["and", "or"]), st.sampled_from(tests))
    return st.none() | st.sampled_from(tests) | both.map(" ".join) if tests else st.none()


_TESTS = ("= 'a'", "= null", "> 0", "= true", "in ['x', 'b']", "!= '2020-02-29'")


@st.composite
def _question(
    make: Any, name: str, asked: list[dict[str, Any]], group: bool = True
) -> dict[str, Any]:
    conditions = _conditions(asked)
    widget = make(st.sampled_from(_WIDGETS))
    more: dict[str, Any] = {"visible_if": make(conditions)}
    if make(st.integers(0, 3)) == 0:
        more["valid_if"] = make(st.sampled_from(_RULES))
    more["required_if"] = make(conditions)
    if widget in ("choice", "several"):
        more["choices"] = [
            {"value": value, "label": text(value), "visible_if": make(conditions)}
            for value in ("a", "b")
        ]
    if widget == "file":
        more["max_bytes"] = 5_000_000
    if widget in ("text", "number") and make(st.booleans()):
        more["default"] = "x" if widget == "text" else 1
    return ask(name, widget, **more)


@st.composite
def _forms(make: Any) -> dict[str, Any]:
    """Pages of one or two questions, or of a group; each may depend on what was asked before."""
    asked: list[dict[str, Any]] = []
    pages = []
    for number in range(make(st.integers(1, 5))):
        condition = make(_conditions(asked))
        if make(st.integers(0, 3)) == 0:
            inner = [make(_question("inner", asked))]
            inner.append(make(_question("second", [*asked, *inner])))
            fields = [ask(f"g{number}", "group", entry=text("Entry"), fields=inner)]
        else:
            fields = []
            for letter in "ab"[: make(st.integers(1, 2))]:
                fields.append(make(_question(f"q{number}{letter}", [*asked, *fields])))
            asked += fields
        pages.append(page(*fields, visible_if=condition))
    numbers = [one["name"] for one in asked if one["widget"] in ("number", "decimal")]
    value = " + ".join(["1", *(f"coalesce({name}, 0)" for name in numbers)])
    computed = [{"name": "sum", "label": text("Sum"), "widget": "decimal", "value": value}]
    optional = tuple(one["name"] for one in asked if make(st.booleans()))
    return written(*pages, optional=optional, computed=computed)


def _typed(make: Any, fields: tuple[Any, ...]) -> dict[str, Any]:
    answers = {}
    for one in fields:
        if one.widget == "group":
            count = make(st.integers(0, 2))
            answers[one.name] = [_typed(make, one.fields) for _ in range(count)]
        elif make(st.integers(0, 5)):
            answers[one.name] = make(st.sampled_from(_ANSWERS[one.widget]))
    return answers


def _refused(written_form: dict[str, Any], answers: dict[str, Any]) -> list[Any]:
    """As the back-end reads the form's file."""
    return refusals(Service("s", "d", 1, written_form).rules, answers, NOW)


@settings(max_examples=150, deadline=None)
@given(form=_forms(), data=st.data())
def test_what_the_terminal_calls_complete_the_back_end_takes(
    form: dict[str, Any], data: st.DataObject
) -> None:
    one = draft(form_of(form, "form"))
    told = fill(one, _typed(data.draw, one.form.fields), "en")
    complete = one.next_incomplete_page() is None
    assert complete is (_refused(form, one.answers()) == [])
    assert complete is (told == [])


@settings(max_examples=150, deadline=None)
@given(form=_forms(), data=st.data())
def test_what_the_back_end_takes_the_terminal_calls_complete(
    form: dict[str, Any], data: st.DataObject
) -> None:
    sound = form_of(form, "form")
    answers = _typed(data.draw, sound.fields)
    answers["sum"] = data.draw(st.sampled_from(["1", "2", "8", "1.5", "8.00"]))
    given_back = _restored(sound, answers)
    if _refused(form, answers) == []:
        assert given_back.next_incomplete_page() is None
        assert given_back.answers() == answers
    elif given_back.next_incomplete_page() is None:
        assert given_back.answers() != answers


def _restored(form: Form, answers: dict[str, Any]) -> Draft:
    """As they are; a name without an answer is one that was cleared."""
    one = draft(form)
    cleared = dict.fromkeys(field.name for field in form.fields)
    saved = one.saved() | {"answers": {**cleared, **answers}}
    one.restore(saved)
    return one


_texts = st.text(st.characters(exclude_categories=()), max_size=5)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | _texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["inner", "second", "sha256", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(form=_forms(), data=st.data())
def test_whatever_is_sent_is_judged_and_nothing_falls(
    form: dict[str, Any], data: st.DataObject
) -> None:
    names = [*form["schema"]["properties"], "unknown"]
    answers = data.draw(st.dictionaries(st.sampled_from(names), _json, max_size=4))
    told = _refused(form, answers)
    assert "unknown" not in answers or any(fault.path == ("unknown",) for fault in told)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_every_part_of_a_complete_questionnaire_is_complete(data: st.DataObject) -> None:
    """Forms may ask the same at other places and under other conditions."""
    make = data.draw
    shared = ask("kind", "choice", choices=["a", "b"])
    forms = []
    for name in ("first", "second"):
        own = ask(f"{name}_own", "yes_no")
        asked = [shared, own] if make(st.booleans()) else [own]
        extra = ask("extra", "text", visible_if=make(_conditions(asked)))
        fields = [[one] for one in asked] + [[extra]] if make(st.booleans()) else [[*asked, extra]]
        pages = [page(*some) for some in fields]
        forms.append(form_of(written(*pages) | {"id": name}, name))
    try:
        merged = merge("both", forms)
    except FormError:
        assume(False)
    one = draft(merged)
    fill(one, _typed(make, merged.fields), "en")
    if one.next_incomplete_page() is None:
        for form in forms:
            assert one.part(form).next_incomplete_page() is None
