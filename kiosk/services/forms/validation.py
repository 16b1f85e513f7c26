"""What is wrong with answers, by the form's schema, in words that help."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from kiosk.services.forms.formats import CHECKER
from kiosk.services.forms.loader import load_messages
from kiosk.services.forms.model import Field, Form


@dataclass(frozen=True)
class FieldError:
    """One fault: where, which rule, and what to do about it in the person's language."""

    field: str
    text_id: str
    text: str


def page_errors(
    form: Form, answers: Mapping[str, Any], fields: Iterable[Field], language: str
) -> list[FieldError]:
    """The first fault of each of `fields`, in their order."""
    faults: dict[str, ValidationError] = {}
    for name, fault in _faults(form, answers):
        faults.setdefault(name, fault)
    return [_worded(one, faults[one.name], language) for one in fields if one.name in faults]


def is_valid(form: Form, answers: Mapping[str, Any]) -> bool:
    """Whether these answers may be sent."""
    return _validator(form).is_valid(dict(answers))


def _faults(form: Form, answers: Mapping[str, Any]) -> Iterator[tuple[str, ValidationError]]:
    for fault in _validator(form).iter_errors(dict(answers)):
        if fault.absolute_path:
            yield str(fault.absolute_path[0]), fault
        elif fault.validator == "required":
            for name in fault.validator_value:
                if name not in answers:
                    yield name, fault


def _validator(form: Form) -> Draft202012Validator:
    return Draft202012Validator(form.answers, format_checker=CHECKER)


def _worded(field: Field, fault: ValidationError, language: str) -> FieldError:
    keyword = str(fault.validator)
    if keyword == "format":
        keyword = f"format_{str(fault.validator_value).replace('-', '_')}"
    own = field.errors.get(keyword)
    if own is not None:
        return FieldError(field.name, keyword, own[language])
    messages = load_messages()
    candidates = (f"{keyword}.{field.widget}", keyword, "invalid")
    text_id = next(one for one in candidates if one in messages)
    text = messages[text_id][language].format(limit=fault.validator_value)
    return FieldError(field.name, text_id, text)
