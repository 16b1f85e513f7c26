"""A service definition of a GeoReport peer as a form of ours, and back into its attributes."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.services.adapters.open311.model import Attribute, Definition, Service
from kiosk.services.adapters.open311.settings import Open311Service
from kiosk.services.forms.loader import form_of as checked_form
from kiosk.services.forms.model import Form

Told = dict[str, Any]

_WIDGETS = {
    "string": "text",
    "number": "decimal",
    "datetime": "date_time",
    "text": "long_text",
    "singlevaluelist": "choice",
    "multivaluelist": "several",
}
_PLACE, _DESCRIPTION = "where", "what"
_OWN: dict[str, dict[str, str]] = {
    _PLACE: {"zh_CN": "在什么地方？", "en": "Where is it?"},
    _DESCRIPTION: {"zh_CN": "请描述情况", "en": "Describe it"},
}


def form_of(definition: Definition, service: Service, language: str = "en") -> Form:
    """The peer's questions, one on a page, after the place and a description, which GeoReport
    always has. Texts are in the peer's one language. Raises FormError."""
    names = _names(definition)
    asked = [one for one in definition.attributes if one.asked]
    properties = {
        _PLACE: {"type": "string", "minLength": 1, "maxLength": 255},
        _DESCRIPTION: {"type": "string", "maxLength": 3900},
        **{names[one.code]: _schema(one) for one in asked},
    }
    return checked_form(
        {
            "id": re.sub(r"[^a-z0-9_]", "_", f"open311_{service.code}".lower()),
            "version": 1,
            "languages": [language],
            "schema": {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "type": "object",
                "properties": properties,
                "required": [_PLACE, *(names[one.code] for one in asked if one.required)],
                "additionalProperties": False,
            },
            "pages": [
                _page(_PLACE, [_own(_PLACE, "address", language)]),
                _page(_DESCRIPTION, [_own(_DESCRIPTION, "long_text", language)]),
                *_pages(definition, names, language),
            ],
        },
        f"service {service.code}",
    )


def service_for(definition: Definition) -> Open311Service:
    """How answers to that form become the peer's request."""
    names = _names(definition)
    asked = [one for one in definition.attributes if one.asked]
    attributes = {one.code: _answer(one, names[one.code]) for one in asked}
    return Open311Service(
        service_code=definition.service_code,
        description=_DESCRIPTION,
        address=_PLACE,
        attributes=attributes,
    )


def _answer(attribute: Attribute, name: str) -> str:
    """Ours has no seconds, ISO 8601 as the specification wants it has them."""
    if attribute.datatype == "datetime":
        return f"if({name} = null, null, concat({name}, ':00'))"
    return name


def _names(definition: Definition) -> Mapping[str, str]:
    """The peer's codes as names of answers, all different."""
    names: dict[str, str] = {}
    for one in definition.attributes:
        plain = "a_" + re.sub(r"[^A-Za-z0-9_]", "_", one.code)
        name, count = plain, 1
        while name in names.values():
            count += 1
            name = f"{plain}_{count}"
        names[one.code] = name
    return names


def _schema(one: Attribute) -> Told:
    keys = list(dict(one.values))
    match one.datatype:
        case "number":
            return {"type": "string", "format": "decimal"}
        case "datetime":
            return {"type": "string", "format": "local-date-time"}
        case "singlevaluelist":
            return {"type": "string", "enum": keys}
        case "multivaluelist":
            items = {"type": "string", "enum": keys}
            least = {"minItems": 1} if one.required else {}
            return {"type": "array", "items": items, "uniqueItems": True, **least}
        case "text":
            return {"type": "string", "minLength": 1, "maxLength": 4000}
        case "string":
            return {"type": "string", "minLength": 1, "maxLength": 255}


def _pages(definition: Definition, names: Mapping[str, str], language: str) -> Iterator[Told]:
    """What only tells something stands above the question that follows it."""
    notes: list[Told] = []
    for one in definition.attributes:
        field = _field(one, names[one.code], language)
        if one.asked:
            yield _page(names[one.code], [*notes, field])
            notes = []
        else:
            notes.append(field)
    if notes:
        yield _page("notes", notes)


def _field(one: Attribute, name: str, language: str) -> Told:
    label = {language: one.description or one.code}
    if not one.asked:
        return {"name": name, "widget": "note", "label": label}
    choices = [{"value": key, "label": {language: word}} for key, word in dict(one.values).items()]
    return {
        "name": name,
        "widget": _WIDGETS[one.datatype],
        "label": label,
        "hint": {language: one.hint} if one.hint else None,
        "choices": choices if one.datatype.endswith("list") else [],
    }


def _own(name: str, widget: str, language: str) -> Told:
    words = _OWN[name]
    return {"name": name, "widget": widget, "label": {language: words.get(language, words["en"])}}


def _page(identifier: str, fields: list[Told]) -> Told:
    return {"id": identifier, "title": fields[-1]["label"], "fields": fields}
