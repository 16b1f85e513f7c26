"""From what a person typed or touched to the value that the schema speaks of."""

import re
import unicodedata
from typing import Any

from kiosk.services.forms.model import Field, Widget

ABSENT = None
"""Not answered: blank text, nothing chosen."""


def coerce(field: Field, raw: Any) -> Any:
    """The answer in the schema's terms, or None when there is none.

    What cannot be understood stays as it was typed, so that the schema can say what is wrong.
    """
    if isinstance(raw, str):
        raw = unicodedata.normalize("NFKC", raw).strip()
        if not raw:
            return ABSENT
    match field.widget:
        case "number" | "money":
            return _whole_number(raw)
        case "phone":
            return re.sub(r"[\s-]", "", raw) if isinstance(raw, str) else raw
        case "several":
            return _several(field, raw)
        case "yes_no":
            return raw if isinstance(raw, bool) else ABSENT
        case "declaration":
            return raw is True
        case "date":
            return _date(raw)
    return raw


def _whole_number(raw: Any) -> Any:
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, str):
        plain = re.sub(r"[\s,，¥￥]", "", raw)
        return int(plain) if re.fullmatch(r"-?[0-9]{1,15}", plain) else raw
    return str(raw) if isinstance(raw, float) else raw


def _several(field: Field, raw: Any) -> Any:
    if not isinstance(raw, list | tuple):
        return ABSENT
    chosen = [choice.value for choice in field.choices if choice.value in raw]
    return chosen or ABSENT


def _date(raw: Any) -> Any:
    if not isinstance(raw, str):
        return raw
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", raw)
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else raw


BLANK: dict[Widget, Any] = {"several": [], "yes_no": None, "declaration": False}
"""What a screen shows for a question without an answer; "" for every other widget."""


def shown(field: Field, answer: Any) -> Any:
    """The answer as the widget holds it."""
    if answer is ABSENT:
        return BLANK.get(field.widget, "")
    return str(answer) if field.widget in ("number", "money") else answer
