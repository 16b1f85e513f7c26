"""The application that asks a register's department to put a value right (domain)."""

from dataclasses import dataclass
from typing import Any

from kiosk.services.forms import Draft, load_form
from kiosk.services.forms.sources import RegistryName

SERVICE = "correction"
"""The service, and its form."""

_LONGEST_VALUE = 200


@dataclass(frozen=True)
class Correction:
    """What a register says in a field, what it should say, and what shows it."""

    register: str
    field: str
    what: str
    value: str
    should_be: str
    evidence: str


def correction_body(
    wrong: Correction, citizen: str, language: str, registry_name: RegistryName
) -> dict[str, Any]:
    """What is sent; its `sources` name the register's field. Raises ValueError for what the form
    does not take."""
    form = load_form(SERVICE)
    draft = Draft(form, registry_name)
    given = {
        "register": wrong.register,
        "what": wrong.what,
        "value": wrong.value[:_LONGEST_VALUE],
        "should_be": wrong.should_be,
        "evidence": wrong.evidence,
    }
    for page in form.pages:
        raw = {field.name: given[field.name] for field in page.fields}
        errors = draft.answer(page.id, raw, language)
        if errors:
            raise ValueError(f"{page.id}: {errors[0].text}")
    body = draft.body(SERVICE, citizen, language)
    return {**body, "sources": {**body["sources"], "value": wrong.field}}
