"""A form's questions and answers as the screens' models take them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from foundation.expressions import Context, parse
from foundation.forms import Applying, Place
from kiosk.services.forms.coercion import shown
from kiosk.services.forms.display import display, say
from kiosk.services.forms.entries import joined, summary, title
from kiosk.services.forms.mentioning import mentioned
from kiosk.services.forms.model import Computed, Field, Form, Known, Page, required
from kiosk.services.forms.signs import may_be_negative
from kiosk.services.forms.sources import Sources


def asked(fields: Iterable[Field], place: str, now: Applying) -> list[Field]:
    """Those of `fields` that a place shows; all, where the place does not apply now."""
    if place not in now.places:
        return list(fields)
    names = {one.name for one in now.places[place].questions}
    return [field for field in fields if field.name in names]


def question(
    form: Form,
    field: Field,
    schema: Mapping[str, Any],
    place: Place | None,
    badge: str,
    language: str,
) -> dict[str, Any]:
    """One question as the question screen's model takes it; `schema` is that of its object."""
    own = schema.get("properties", {}).get(field.name, {})
    answer = place.answers.get(field.name) if place else None
    context = place.context if place else None
    return {
        "name": field.name,
        "label": mentioned(field.label[language], form, context, language),
        "hint": mentioned(field.hint[language], form, context, language) if field.hint else "",
        "kind": field.widget,
        "value": shown(field, answer),
        "source": badge,
        "error": "",
        "choices": _choices(field, place, language),
        "optional": not (field.widget == "note" or _compulsory(field, schema, context)),
        "unit": field.unit[language] if field.unit else "",
        "signed": may_be_negative(field, own),
        "entry": field.entry[language] if field.entry else "",
        "least": own.get("minItems", 0),
        "most": own.get("maxItems", 0),
        "accept": list(field.accept),
        "max_bytes": field.max_bytes or 0,
    }


def _compulsory(field: Field, schema: Mapping[str, Any], context: Context | None) -> bool:
    if field.name in required(schema):
        return True
    return bool(field.required_if and context and parse(field.required_if).value(context))


def _choices(field: Field, place: Place | None, language: str) -> list[dict[str, str]]:
    offered = [
        one
        for one in field.choices
        if place is None or one.condition is None or one.condition.value(place.context)
    ]
    return [{"value": one.value, "label": one.label[language]} for one in offered]


def rows(form: Form, now: Applying, sources: Sources, language: str) -> list[dict[str, str]]:
    """Check-your-answers; page "" cannot be changed."""
    found = [_row(one, now.answers, "", sources, language) for one in form.known]
    for page in form.pages:
        if page.id in now.places:
            for field in asked(page.fields, page.id, now):
                found += _rows(form, field, page, now, sources, language)
    found += [_row(one, now.answers, "", sources, language) for one in form.computed if one.shown]
    return [row for row in found if row["value"]]


def _rows(
    form: Form, field: Field, page: Page, now: Applying, sources: Sources, language: str
) -> Iterator[dict[str, str]]:
    if field.widget == "note":
        return
    if field.widget != "group":
        row = _row(field, now.answers, page.id, sources, language)
        yield row | {"label": mentioned(row["label"], form, now.context, language)}
        return
    entries = now.answers.get(field.name, [])
    if not entries:
        none = say("none", language)
        yield {"label": field.label[language], "value": none, "source": "", "page": page.id}
    for number, entry in enumerate(entries):
        name = title(field, number, language)
        for inner in field.fields:
            row = _row(inner, entry, joined(page.id, number), sources, language)
            context = now.places[joined(page.id, number)].context
            row["label"] = mentioned(row["label"], form, context, language)
            yield row | {"label": f"{name} · {row['label']}", "source": ""}


def _row(
    one: Field | Known | Computed,
    answers: Mapping[str, Any],
    page: str,
    sources: Sources,
    language: str,
) -> dict[str, str]:
    return {
        "label": one.label[language],
        "value": display(one, answers.get(one.name), language),
        "source": sources.short(one.name, language),
        "page": page,
    }


def entries(page: Page, group: Field, now: Applying, language: str) -> list[dict[str, str]]:
    """The entries of a group: [{"page", "title", "summary"}]."""
    found = now.answers.get(group.name, [])
    return [
        {
            "page": joined(page.id, number),
            "title": title(group, number, language),
            "summary": summary(group, entry, language),
        }
        for number, entry in enumerate(found)
    ]
