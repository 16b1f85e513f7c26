"""What tests of forms share: small forms in few lines, and one that asks everything."""

from copy import deepcopy
from datetime import datetime
from typing import Any

from foundation.attachments import SCHEMA as ATTACHMENT
from kiosk.services.forms import Draft, Form, form_of

NOW = datetime(2026, 11, 23, 10, 30).astimezone()

SCHEMAS: dict[str, dict[str, Any]] = {
    "number": {"type": "integer"},
    "money": {"type": "integer"},
    "decimal": {"type": "string", "format": "decimal"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time-of-day"},
    "date_time": {"type": "string", "format": "local-date-time"},
    "month": {"type": "string", "format": "year-month"},
    "email": {"type": "string", "format": "email"},
    "url": {"type": "string", "format": "uri"},
    "yes_no": {"type": "boolean"},
    "declaration": {"type": "boolean", "const": True},
    "file": {"type": "array", "minItems": 1, "items": ATTACHMENT},
    "photo": {"type": "array", "minItems": 1, "items": ATTACHMENT},
    "signature": {"type": "array", "minItems": 1, "maxItems": 1, "items": ATTACHMENT},
}
"""By widget; a text for every other one."""


def text(english: str) -> dict[str, str]:
    """A text in both languages."""
    return {"zh_CN": f"{english}（中）", "en": english}


def ask(name: str, widget: str = "text", **more: Any) -> dict[str, Any]:
    """One question; `choices` may be given as values."""
    if isinstance(more.get("choices"), list):
        more["choices"] = [
            one if isinstance(one, dict) else {"value": one, "label": text(one)}
            for one in more["choices"]
        ]
    return {"name": name, "widget": widget, "label": text(name.capitalize()), **more}


def page(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    """One page, called as its first question."""
    name = fields[0]["name"]
    return {"id": name, "title": text(f"{name}?"), "fields": list(fields), **more}


def written(*pages: dict[str, Any], optional: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """A form as its file says it; everything but `optional` and what is computed is required."""
    fields = [one for each in pages for one in each["fields"]]
    schema = _object(fields, optional)
    for one in (*more.get("computed", ()), *more.get("known", ())):
        schema["properties"][one["name"]] = _property(one)
    return {"id": "form", "version": 1, "schema": schema, "pages": list(pages), **more}


def made(*pages: dict[str, Any], **more: Any) -> Form:
    """A form that is sound."""
    return form_of(written(*pages, **more), "form")


def draft(form: Form, now: datetime = NOW) -> Draft:
    """Nobody has answered yet."""
    return Draft(form, lambda registry, _: registry, lambda: now)


def attachment(
    letter: str = "A", media_type: str = "image/png", size: int = 1000
) -> dict[str, Any]:
    """An attachment that differs by its letter."""
    name = f"{letter}.png"
    return {"sha256": letter * 43, "name": name, "media_type": media_type, "bytes": size}


def _object(fields: list[dict[str, Any]], optional: tuple[str, ...]) -> dict[str, Any]:
    asked = [one for one in fields if one["widget"] != "note"]
    return {
        "type": "object",
        "properties": {one["name"]: _property(one) for one in asked},
        "required": sorted({one["name"] for one in asked} - set(optional)),
        "additionalProperties": False,
    }


def _property(one: dict[str, Any]) -> dict[str, Any]:
    values = list(dict.fromkeys(choice["value"] for choice in one.get("choices", ())))
    match one.get("widget"):
        case "choice":
            return {"type": "string", "enum": values}
        case "several":
            return {"type": "array", "minItems": 1, "items": {"enum": values}}
        case "group":
            return {"type": "array", "maxItems": 3, "items": _object(one["fields"], ())}
    return deepcopy(SCHEMAS.get(one.get("widget", ""), {"type": "string"}))
