"""From what a person typed or touched to the value that the schema speaks of."""

import re
import unicodedata
from typing import Any

from foundation.forms.rules import ATTACHED
from kiosk.services.forms.model import Field, Widget

ABSENT = None
"""Not answered: blank text, nothing chosen."""

_DAY = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
_TIME = r"(\d{1,2})[:点时.](\d{1,2})分?"


_COMPACT = frozenset({"iban", "bsn", "citizen-number"})
"""Formats that are written in groups and meant without gaps."""


def coerce(field: Field, raw: Any, format: str | None = None) -> Any:
    """The answer in the schema's terms, or None when there is none. `format`: the schema's.

    What cannot be understood stays as it was typed, so that the schema can say what is wrong.
    """
    if isinstance(raw, str):
        raw = unicodedata.normalize("NFKC", raw).strip()
        if not raw:
            return ABSENT
    match field.widget:
        case "number" | "money":
            return _whole_number(raw)
        case "several":
            return _several(field, raw)
        case "yes_no":
            return raw if isinstance(raw, bool) else ABSENT
        case "declaration":
            return raw is True
    if field.widget in ATTACHED:
        return list(raw) or ABSENT if isinstance(raw, list | tuple) else ABSENT
    if not isinstance(raw, str):
        return _spelled(raw)
    compact = field.widget == "id_number" or format in _COMPACT
    return re.sub(r"[\s.-]", "", raw).upper() if compact else _text(field.widget, raw)


def _text(widget: Widget, text: str) -> str:
    match widget:
        case "decimal":
            return _decimal(text)
        case "phone":
            return re.sub(r"[\s()-]", "", text)
        case "email":
            return re.sub(r"\s", "", text)
        case "url":
            return text if "://" in text or "." not in text else f"https://{text}"
        case "date":
            return _date(text)
        case "time":
            return _time(text)
        case "date_time":
            return _date_time(text)
        case "month":
            return _month(text)
    return text


def _spelled(raw: Any) -> Any:
    """A number where a text belongs."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return raw
    return str(int(raw)) if isinstance(raw, float) and raw.is_integer() else str(raw)


def _whole_number(raw: Any) -> Any:
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, str):
        plain = _plain(raw)
        return int(plain) if re.fullmatch(r"-?[0-9]{1,15}", plain) else raw
    return str(raw) if isinstance(raw, float) else raw


def _plain(text: str) -> str:
    """A number without thousands signs, spaces and the sign of a currency."""
    return re.sub(r"[\s,，¥￥€£$]", "", text)


def _decimal(text: str) -> str:
    found = re.fullmatch(r"(-?)0*([0-9]+(?:\.[0-9]+)?)", _plain(text))
    return "".join(found.groups()) if found else text


def _several(field: Field, raw: Any) -> Any:
    if not isinstance(raw, list | tuple):
        return ABSENT
    chosen = [choice.value for choice in field.choices if choice.value in raw]
    return list(dict.fromkeys(chosen)) or ABSENT


def _date(text: str) -> str:
    found = re.fullmatch(_DAY, text)
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else text


def _time(text: str) -> str:
    found = re.fullmatch(_TIME, text)
    return "{:0>2}:{:0>2}".format(*found.groups()) if found else text


def _date_time(text: str) -> str:
    found = re.fullmatch(f"(?P<day>{_DAY})[T\\s]*(?P<time>{_TIME})", text)
    return f"{_date(found['day'])}T{_time(found['time'])}" if found else text


def _month(text: str) -> str:
    found = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})月?", text)
    return "{}-{:0>2}".format(*found.groups()) if found else text


BLANK: dict[Widget, Any] = {
    "several": [],
    "yes_no": None,
    "declaration": False,
    "file": [],
    "photo": [],
    "signature": [],
    "group": [],
}
"""What a screen shows for a question without an answer; "" for every other widget."""


def shown(field: Field, answer: Any) -> Any:
    """The answer as the widget holds it."""
    if answer is ABSENT:
        return BLANK.get(field.widget, "")
    return str(answer) if field.widget in ("number", "money") else answer
