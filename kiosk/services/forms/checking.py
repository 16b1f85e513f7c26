"""What is wrong with a form itself: pages against schema, names, conditions, languages."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from foundation.attachments import SCHEMA as ATTACHMENT
from foundation.formats import NAMES
from foundation.forms.rules import ATTACHED
from foundation.schemas import schema_faults
from kiosk.services.forms.model import Field, Form, Page
from kiosk.services.forms.naming import name_faults
from kiosk.services.text import Worded

_TYPES = {
    "number": "integer",
    "money": "integer",
    "several": "array",
    "group": "array",
    "yes_no": "boolean",
    "declaration": "boolean",
    "file": "array",
    "photo": "array",
    "signature": "array",
}
"""The schema's type by widget; "string" for every other one."""

_FORMATS = {
    "decimal": {"decimal"},
    "date": {"date", "past-date", "future-date"},
    "time": {"time-of-day"},
    "date_time": {"local-date-time"},
    "month": {"year-month"},
    "email": {"email"},
    "url": {"uri"},
}


def form_faults(form: Form) -> Iterator[str]:
    """Everything that keeps a form from being asked, each with its place."""
    broken = list(schema_faults(form.answers))
    yield from broken
    if broken:
        return
    yield from _page_faults(form)
    yield from _agreement(form)
    yield from name_faults(form)
    yield from (f"{place}: {fault}" for place, fault in _languages(form, form.languages, "form"))


def _page_faults(form: Form) -> Iterator[str]:
    ids = [page.id for page in form.pages]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield f"page {twice} is there twice"
    for page in form.pages:
        beside = [one.name for one in page.fields if one.widget not in ("group", "note")]
        if page.group and (beside or sum(one.widget == "group" for one in page.fields) > 1):
            yield f"page {page.id} asks for a group, and beside it there may only be notes"
        for field in page.fields:
            yield from _field_faults(field, page)


def _field_faults(field: Field, page: Page) -> Iterator[str]:
    where = f"{field.name} on page {page.id}"
    if field.fields and field.widget != "group":
        yield f"{where} has fields, but is no group"
    if field.widget == "group" and not (field.fields and field.entry):
        yield f"{where} is a group: say its fields, and what one entry is called"
    if field.default is not None and field.widget in {*ATTACHED, "group", "note", "declaration"}:
        yield f"{where} can have no default"
    if field.choices and field.widget not in ("choice", "several"):
        yield f"{where} has choices, but is no choice"
    for inner in field.fields:
        if inner.widget == "group":
            yield f"{where} holds the group {inner.name}; a group holds none"
        if inner.prefill:
            yield f"{where} holds {inner.name}, which no registry can fill in"
        if inner.widget != "group":
            yield from _field_faults(inner, page)


def _agreement(form: Form) -> Iterator[str]:
    computed = [(one.name, one.widget) for one in form.computed]
    known = [(one.name, one.widget) for one in form.known]
    asked = [*known, *computed, *((one.name, one.widget) for one in form.fields)]
    yield from _same_names(form.answers, [name for name, _ in asked], "")
    for one in form.known:
        if one.name in form.compulsory:
            yield f"{one.name} is known from a registry, which may not answer: do not require it"
    for field in form.fields:
        yield from _field_agreement(field, form.answers, "")


def _same_names(schema: Mapping[str, Any], names: list[str], within: str) -> Iterator[str]:
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{within}{name} is asked twice"
    for name in sorted(set(names) ^ set(schema.get("properties", {}))):
        yield f"{within}{name} is only in the schema or only on the pages"


def _field_agreement(field: Field, schema: Mapping[str, Any], within: str) -> Iterator[str]:
    own = schema.get("properties", {}).get(field.name)
    if not isinstance(own, dict):
        return
    where = f"{within}{field.name}"
    kind = _TYPES.get(field.widget, "string")
    if own.get("type") != kind:
        yield f"the schema of {where} must have the type {kind}, as {field.widget} answers"
    formats = _FORMATS.get(field.widget)
    if formats and own.get("format") not in formats:
        yield f"the schema of {where} must have the format {' or '.join(sorted(formats))}"
    elif own.get("format") not in (None, *NAMES):
        yield f"the format {own['format']} of {where} is not known"
    if field.widget in ("choice", "several"):
        allowed = (own.get("items", {}) if field.widget == "several" else own).get("enum")
        if allowed != list(dict.fromkeys(choice.value for choice in field.choices)):
            yield f"the choices of {where} are not those of the schema"
    if field.widget in ATTACHED and own.get("items") != ATTACHMENT:
        yield f"the items of {where} must be attachments, as foundation.attachments.SCHEMA says"
    if field.widget == "group":
        inner = own.get("items", {})
        names = [one.name for one in field.fields if one.widget != "note"]
        yield from _same_names(inner, names, f"{where}.")
        for one in field.fields:
            yield from _field_agreement(one, inner, f"{where}.")


def _languages(value: Any, languages: tuple[str, ...], place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Worded):
        missing = [one for one in languages if not value.get(one)]
        beyond = sorted(set(value) - set(languages))
        if missing:
            yield place, f"no text in {', '.join(missing)}"
        if beyond:
            yield place, f"a text in {', '.join(beyond)}, which is not among the form's languages"
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "answers":
                yield from _languages(getattr(value, name), languages, f"{place}.{name}")
    elif isinstance(value, dict | tuple):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from _languages(item, languages, f"{place}.{_called(item) or key}")


def _called(item: Any) -> str | None:
    return next((getattr(item, one) for one in ("name", "id", "value") if hasattr(item, one)), None)
