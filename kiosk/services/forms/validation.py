"""What is wrong with answers, where a person can mend it, and in words that help."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from foundation.forms import Applying, Fault, Place, faults
from kiosk.services.forms.messages import load_messages
from kiosk.services.forms.model import Field, Form
from kiosk.services.forms.naming import needed

ENTRY = "entry"
"""The rule that a group's page breaks while one of its entries is not complete."""


@dataclass(frozen=True)
class FieldError:
    """One fault: where, which rule, and what to do about it in the person's language."""

    field: str
    text_id: str
    text: str


@dataclass(frozen=True)
class Verdict:
    """The first fault of each question, by the place that asks it, then by its name."""

    form: Form
    places: Mapping[str, Mapping[str, Fault]]

    @property
    def complete(self) -> bool:
        """Whether these answers may be sent."""
        return not self.places

    def errors(self, place: str, fields: Iterable[Field], language: str) -> list[FieldError]:
        """The faults of one place, in the order of its fields."""
        found = self.places.get(place, {})
        return [
            _worded(self.form, one, found[one.name], language)
            for one in fields
            if one.name in found
        ]


def judge(form: Form, now: Applying, names: Collection[str] | None = None) -> Verdict:
    """Every fault at the place where a person can mend it.

    names: only what concerns these answers, and those that are computed.
    """
    wanted = None if names is None else {*names, *(one.name for one in form.computed)}
    found: dict[str, dict[str, Fault]] = {}
    pages = [one for one in now.places.values() if one.entry is None]
    asking = {question.name: at for at, one in enumerate(pages) for question in one.questions}
    for fault in faults(form.rules, now, wanted):
        first = str(fault.path[0]) if fault.path else ""
        numbers = [asking[name] for name in needed(form, first) if name in asking]
        page = pages[max(numbers, default=-1)]
        for place, name, told in _mended_at(form, now, page, fault):
            found.setdefault(place, {}).setdefault(name, told)
    return Verdict(form, found)


def _mended_at(
    form: Form, now: Applying, page: Place, fault: Fault
) -> Iterator[tuple[str, str, Fault]]:
    first = str(fault.path[0]) if fault.path else ""
    names = [one.name for one in page.questions]
    if first not in names:
        yield page.id, next((n for n in names if n in needed(form, first)), names[-1]), fault
    elif len(fault.path) > 2 and f"{page.id}[{fault.path[1]}]" in now.places:
        yield f"{page.id}[{fault.path[1]}]", str(fault.path[2]), fault
        yield page.id, first, Fault(fault.path[:2], ENTRY)
    else:
        yield page.id, first, fault


def _worded(form: Form, field: Field, fault: Fault, language: str) -> FieldError:
    keyword = fault.rule
    if keyword == "format":
        keyword = f"format_{str(fault.limit).replace('-', '_')}"
    own = field.errors.get(keyword)
    if own is not None:
        return FieldError(field.name, keyword, own[language])
    messages = load_messages()
    candidates = (f"{keyword}.{field.widget}", keyword, "invalid")
    text_id = next(one for one in candidates if one in messages)
    text = messages[text_id][language].format(limit=_limit(field, fault, language))
    computed = next((one for one in form.computed if fault.path == (one.name,)), None)
    label = f"{computed.label[language]}: " if computed else ""
    return FieldError(field.name, text_id, label + text)


def _limit(field: Field, fault: Fault, language: str) -> Any:
    match fault.rule:
        case "max_bytes":
            return f"{fault.limit / 1_000_000:g} MB"
        case "accept":
            return ", ".join(one.rpartition("/")[2].upper() for one in fault.limit)
        case "entry" if field.entry is not None:
            return f"{field.entry[language]} {int(fault.path[1]) + 1}"
    return fault.limit
