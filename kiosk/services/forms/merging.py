"""Several forms as one questionnaire: what is the same is asked once."""

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.services.forms.loader import FormError
from kiosk.services.forms.model import Computed, Field, Form, Known, Page
from kiosk.services.forms.naming import name_faults


def merge(identifier: str, forms: Sequence[Form]) -> Form:
    """One form whose answers hold those of all `forms`; `Draft.part` takes one's own out again.

    Questions of one name are one question: their schemas must be equal. Raises FormError.
    """
    if len(forms) == 1:
        return forms[0]
    _refuse_homonyms(identifier, forms)
    merged = Form.model_validate(
        {
            "id": identifier,
            "version": 1,
            "languages": [one for one in forms[0].languages if _speak(forms, one)],
            "schema": _schema(forms),
            "known": list({one.name: one for form in forms for one in form.known}.values()),
            "pages": _pages(forms),
            "computed": list({one.name: one for form in forms for one in form.computed}.values()),
        }
    )
    faults = list(name_faults(merged))
    if faults:
        raise FormError(identifier, faults)
    return merged


_MERGED = {"$schema", "type", "properties", "required", "additionalProperties", "allOf"}
"""Keywords that can stand side by side; another one would have to be understood first."""


def _speak(forms: Sequence[Form], language: str) -> bool:
    return all(language in form.languages for form in forms)


def _refuse_homonyms(identifier: str, forms: Sequence[Form]) -> None:
    seen: dict[str, Any] = {}
    for form in forms:
        beyond = sorted(form.answers.keys() - _MERGED)
        if beyond:
            raise FormError(identifier, [f"{form.id} cannot be merged, its schema has {beyond}"])
        for one in (*form.questions, *form.computed):
            meaning = _meaning(one), form.answers["properties"][one.name]
            if seen.setdefault(one.name, meaning) != meaning:
                fault = f"{one.name} of {form.id} means something else in another form"
                raise FormError(identifier, [f"{fault}; give it another name or the same schema"])


def _meaning(one: Known | Field | Computed) -> tuple[Any, ...]:
    """What must be the same for two questions to be one."""
    if isinstance(one, Known):
        return ("known",)
    if isinstance(one, Computed):
        return "computed", one.value
    return "asked", one.valid_if, one.required_if, one.fields, one.accept, one.max_bytes


def _schema(forms: Sequence[Form]) -> dict[str, Any]:
    """Each form's own rules hold side by side; only together do they know every answer."""
    schemas = [form.answers for form in forms]
    required = [name for one in schemas for name in one.get("required", ())]
    return {
        "type": "object",
        "properties": {name: part for one in schemas for name, part in one["properties"].items()},
        "required": list(dict.fromkeys(required)),
        "allOf": [rule for one in schemas for rule in one.get("allOf", ())],
        "additionalProperties": False,
    }


def _pages(forms: Sequence[Form]) -> list[Page]:
    conditions = _conditions(forms)
    owners = _owners(forms, conditions)
    pages: dict[str, Page] = {}
    for form in forms:
        for page in form.pages:
            own = [one for one in page.fields if owners[_key(form, one)] == (form.id, page.id)]
            if own:
                new = page.id if page.id not in pages else f"{form.id}_{page.id}"
                pages[new] = _page(form, page, own, new, conditions)
    return sorted(pages.values(), key=_place)


def _page(
    form: Form, page: Page, own: list[Field], identifier: str, conditions: dict[str, list[str]]
) -> Page:
    """The page with its own questions; each says itself when, if another form asks it too."""
    update: dict[str, Any] = {"id": identifier, "fields": tuple(own)}
    if any(len(conditions[_key(form, field)]) > 1 for field in own):
        update["visible_if"] = None
        update["fields"] = tuple(
            field.model_copy(update={"visible_if": _any_of(conditions[_key(form, field)])})
            for field in own
        )
    return page.model_copy(update=update)


def _conditions(forms: Sequence[Form]) -> dict[str, list[str]]:
    """When each question is asked, each way once; "" is always, and then there is no other way."""
    found: dict[str, list[str]] = {}
    for form, page, field in _asked(forms):
        parts = [one for one in (page.visible_if, field.visible_if) if one]
        ways = found.setdefault(_key(form, field), [])
        ways.append(" and ".join(f"({part})" for part in parts))
    return {name: [""] if "" in ways else list(dict.fromkeys(ways)) for name, ways in found.items()}


def _any_of(ways: list[str]) -> str | None:
    return " or ".join(ways) or None


def _owners(forms: Sequence[Form], conditions: dict[str, list[str]]) -> dict[str, tuple[str, str]]:
    """Which page asks for a name: the first that always does; behind several ways, the last."""
    owners: dict[str, tuple[str, str]] = {}
    for form, page, field in _asked(forms):
        name, place = _key(form, field), (form.id, page.id)
        ways = conditions[name]
        if len(ways) > 1:
            owners[name] = place
        elif ways != [""] or not (page.visible_if or field.visible_if):
            owners.setdefault(name, place)
    return owners


def _asked(forms: Sequence[Form]) -> Iterator[tuple[Form, Page, Field]]:
    for form in forms:
        for page in form.pages:
            for field in page.fields:
                yield form, page, field


def _key(form: Form, field: Field) -> str:
    """Notes of several forms are never one."""
    return f"{form.id}.{field.name}" if field.widget == "note" else field.name


def _place(page: Page) -> int:
    """How to reach the person comes behind all questions, and what they confirm at the end."""
    widgets = {field.widget for field in page.fields}
    last = ("signature", "declaration", "phone")
    return next((3 - place for place, one in enumerate(last) if one in widgets), 0)
