"""Several forms as one questionnaire: what is the same is asked once."""

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.services.forms.loader import FormError
from kiosk.services.forms.model import Field, Form, Known, Page


def merge(identifier: str, forms: Sequence[Form]) -> Form:
    """One form whose answers hold those of all `forms`; `Draft.part` takes one's own out again.

    Questions of one name are one question: their schemas must be equal. Raises FormError.
    """
    if len(forms) == 1:
        return forms[0]
    _refuse_homonyms(identifier, forms)
    return Form.model_validate(
        {
            "id": identifier,
            "version": 1,
            "schema": _schema(forms),
            "known": list({one.name: one for form in forms for one in form.known}.values()),
            "pages": _pages(forms),
        }
    )


_MERGED = {"$schema", "type", "properties", "required", "additionalProperties", "allOf"}
"""Keywords that can stand side by side; another one would have to be understood first."""


def _refuse_homonyms(identifier: str, forms: Sequence[Form]) -> None:
    seen: dict[str, tuple[bool, Any]] = {}
    for form in forms:
        beyond = sorted(form.answers.keys() - _MERGED)
        if beyond:
            raise FormError(f"{identifier}: {form.id} cannot be merged, its schema has {beyond}")
        for one in form.questions:
            meaning = isinstance(one, Known), form.answers["properties"][one.name]
            if seen.setdefault(one.name, meaning) != meaning:
                raise FormError(
                    f"{identifier}: {one.name} of {form.id} means something else in another form; "
                    "give it another name or the same schema"
                )


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
    owners = _owners(forms)
    pages: dict[str, Page] = {}
    for form in forms:
        for page in form.pages:
            own = tuple(field for field in page.fields if owners[field.name] == (form.id, page.id))
            if own:
                new = page.id if page.id not in pages else f"{form.id}_{page.id}"
                pages[new] = page.model_copy(update={"id": new, "fields": own})
    return sorted(pages.values(), key=_place)


def _owners(forms: Sequence[Form]) -> dict[str, tuple[str, str]]:
    """Which page asks for a name: the first that is always shown, else the first of all."""
    owners: dict[str, tuple[str, str]] = {}
    for always in (True, False):
        for form, page, field in _asked(forms):
            if always == (page.condition is None):
                owners.setdefault(field.name, (form.id, page.id))
    return owners


def _asked(forms: Sequence[Form]) -> Iterator[tuple[Form, Page, Field]]:
    for form in forms:
        for page in form.pages:
            for field in page.fields:
                yield form, page, field


def _place(page: Page) -> int:
    """How to reach the person comes behind all questions, and what they confirm at the end."""
    widgets = {field.widget for field in page.fields}
    return 2 if "declaration" in widgets else 1 if "phone" in widgets else 0
