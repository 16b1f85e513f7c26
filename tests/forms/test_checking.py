"""Forms that contradict themselves are refused, with every reason."""

from typing import Any

import pytest

from kiosk.services.forms import FormError, form_of
from tests.forms.parts import ask, page, text, written


def _refused(form: dict[str, Any], told: str) -> None:
    with pytest.raises(FormError) as refused:
        form_of(form, "form")
    assert any(told in fault for fault in refused.value.faults), refused.value.faults


def _group(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    return ask("kids", "group", entry=text("Child"), fields=list(fields), **more)


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        ([page(ask("a", visible_if="b")), page(ask("b"))], "a depends on b"),
        ([page(ask("a", visible_if="a = 'x'"))], "a depends on a"),
        ([page(ask("a")), page(ask("b"), visible_if="kids.age > 1")], "depends on kids"),
        ([page(_group(ask("x"))), page(ask("b"), visible_if="kids.y = 1")], "kids.y"),
        ([page(_group(ask("x", visible_if="count(kids) > 1")))], "x depends on kids"),
        ([page(_group(ask("x", visible_if="y"), ask("y")))], "x depends on y"),
        ([page(ask("a", default={"expression": "b"})), page(ask("b"))], "the default of a"),
        ([page(ask("a", valid_if="self = c"))], "valid_if of a looks at c"),
        ([page(_group(ask("x")), ask("b"))], "there may only be notes"),
        ([page(ask("kids", "group", fields=[ask("x")]))], "what one entry is called"),
        ([page(_group(ask("x", prefill="civil.name")))], "no registry can fill in"),
        ([page(ask("a", fields=[ask("x")]))], "is no group"),
        ([page(ask("a", "photo", default="x"))], "can have no default"),
        ([page(ask("a")), page(ask("a"))], "asked twice"),
        (
            [
                page(
                    ask(
                        "a",
                        "choice",
                        choices=[{"value": "1", "label": text("1"), "visible_if": "a"}],
                    )
                )
            ],
            "choice 1 of a depends on a",
        ),
    ],
)
def test_a_contradiction_is_told(pages: list[dict[str, Any]], told: str) -> None:
    _refused(written(*pages), told)


@pytest.mark.parametrize("name", ["and", "null", "self", "a.b", "1a", ""])
def test_a_name_that_expressions_cannot_say_is_refused(name: str) -> None:
    _refused(written(page(ask(name or " "))), "name")


def _computed(**values: str) -> list[dict[str, Any]]:
    return [{"name": name, "label": text(name), "value": value} for name, value in values.items()]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"x": "x + 1"}, "x depends on itself"),
        ({"x": "y", "y": "z", "z": "x"}, "y depends on itself"),
        ({"x": "unknown"}, "x looks at unknown"),
    ],
)
def test_computed_values_that_circle_are_refused(values: dict[str, str], told: str) -> None:
    _refused(written(page(ask("a", "number")), computed=_computed(**values)), told)


def test_a_condition_sees_a_computed_value_once_all_it_needs_is_asked() -> None:
    late = [page(ask("a", "number")), page(ask("b", "number")), page(ask("c"), visible_if="x > 1")]
    form_of(written(*late, computed=_computed(x="y + 1", y="a * b")), "form")
    early = [late[0], late[2], late[1]]
    _refused(written(*early, computed=_computed(x="y + 1", y="a * b")), "page c depends on x")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"type": "number"}, "must have the type string"),
        ({"type": "string", "format": "decimall"}, "must have the format decimal"),
    ],
)
def test_a_widget_and_its_schema_agree(change: dict[str, Any], told: str) -> None:
    form = written(page(ask("a", "decimal")))
    form["schema"]["properties"]["a"] = change
    _refused(form, told)


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ({"$ref": "http://example.org/schema"}, "which is not in it"),
        ({"$ref": "#/$defs/none"}, "which is not in it"),
        ({"type": "string", "pattern": "(?=a)"}, "no pattern that RE2 knows"),
        ({"type": "strange"}, "the schema is none"),
        ({"type": "string", "format": "ssn"}, "the format ssn of a is not known"),
    ],
)
def test_a_schema_that_cannot_be_used_is_refused(schema: dict[str, Any], told: str) -> None:
    form = written(page(ask("a")))
    form["schema"]["properties"]["a"] = schema
    _refused(form, told)


def test_what_a_registry_may_not_know_is_not_required() -> None:
    known = [{"name": "status", "label": text("Status"), "prefill": "civil.status"}]
    form = written(page(ask("a")), known=known)
    form_of(form, "form")
    form["schema"]["required"].append("status")
    _refused(form, "status is known from a registry")


def test_an_attachment_looks_the_same_everywhere() -> None:
    form = written(page(ask("a", "file")))
    form["schema"]["properties"]["a"]["items"] = {"type": "string"}
    _refused(form, "must be attachments")


def test_a_note_has_no_place_in_the_schema() -> None:
    form = written(page(ask("a"), ask("told", "note")))
    form_of(form, "form")
    form["schema"]["properties"]["told"] = {"type": "string"}
    _refused(form, "told is only in the schema")


def test_texts_are_in_every_language_of_the_form() -> None:
    form = written(page(ask("a", label={"en": "A"})))
    _refused(form, "form.pages.a.fields.a.label: no text in zh_CN")
    _refused(form | {"languages": ["en"]}, "a text in zh_CN")
