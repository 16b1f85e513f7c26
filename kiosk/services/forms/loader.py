"""Reading form files; a form whose pages and schema disagree is refused with the reason."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError
from pydantic import ValidationError

from foundation.paths import asset
from kiosk.services.forms.model import Form

Messages = dict[str, dict[str, str]]


class FormError(Exception):
    """A form file cannot be used; the text says which and why."""


def load_form(identifier: str, folder: Path | None = None) -> Form:
    """The form of this id in `folder` (default: assets/forms). Raises FormError."""
    path = (folder or asset("forms")) / f"{identifier}.json"
    try:
        form = Form.model_validate(_json(path))
        Draft202012Validator.check_schema(form.answers)
    except (ValidationError, SchemaError) as invalid:
        raise FormError(f"{path}: {invalid}") from invalid
    faults = list(_faults(form, identifier))
    if faults:
        raise FormError(f"{path}: {'; '.join(faults)}")
    return form


@cache
def load_messages() -> Messages:
    """What the terminal says about answers: text id -> language -> text."""
    messages: Messages = _json(asset("forms", "messages.json"))
    return messages


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as broken:
        raise FormError(f"{path} cannot be read: {broken}") from broken


def _faults(form: Form, identifier: str) -> Iterator[str]:
    if form.id != identifier:
        yield f"its id is {form.id}"
    yield from _schema_faults(form)
    asked: set[str] = {one.name for one in form.known}
    for page in form.pages:
        unknown = page.condition.names - asked if page.condition else frozenset()
        if unknown:
            yield f"page {page.id} depends on {sorted(unknown)}, which is not asked before it"
        asked |= {field.name for field in page.fields}


def _schema_faults(form: Form) -> Iterator[str]:
    properties = form.answers.get("properties", {})
    names = [one.name for one in form.questions]
    for name in {name for name in names if names.count(name) > 1}:
        yield f"{name} is asked twice"
    for name in set(names) ^ set(properties):
        yield f"{name} is only in the schema or only on the pages"
    for field in form.fields:
        if field.name in properties and field.widget in ("choice", "several"):
            schema = properties[field.name]
            allowed = (schema.get("items", {}) if field.widget == "several" else schema).get("enum")
            if allowed != [choice.value for choice in field.choices]:
                yield f"the choices of {field.name} are not those of the schema"
