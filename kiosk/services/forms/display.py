"""How an answer reads to a person."""

from datetime import date
from typing import Any

from kiosk.services.forms.messages import load_messages
from kiosk.services.forms.model import Computed, Field, Known

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def display(field: Field | Known | Computed, answer: Any, language: str) -> str:
    """One answer as text; "" when there is none."""
    if answer is None:
        return ""
    text = _text(field, answer, language)
    if field.unit is not None:
        gap = "" if language == "zh_CN" else " "
        text = f"{text}{gap}{field.unit[language]}"
    return masked(text) if _is_masked(field) else text


def _text(field: Field | Known | Computed, answer: Any, language: str) -> str:
    match field.widget:
        case "choice":
            return _label(field, answer, language)
        case "several" if isinstance(answer, list):
            return say("between", language).join(_label(field, one, language) for one in answer)
        case "yes_no":
            return say("yes" if answer else "no", language)
        case "declaration":
            return say("declared" if answer else "not_declared", language)
        case "signature":
            return say("signed", language)
        case "file" | "photo" if isinstance(answer, list):
            return say("between", language).join(str(one["name"]) for one in answer)
        case "money":
            return f"¥{answer:,}" if isinstance(answer, int) else str(answer)
        case "date":
            return long_date(str(answer), language)
        case "date_time":
            day, _, time = str(answer).partition("T")
            return f"{long_date(day, language)} {time}".strip()
        case "month":
            return _long_month(str(answer), language)
        case "phone":
            return grouped_phone(str(answer))
    return str(answer)


def _is_masked(field: Field | Known | Computed) -> bool:
    if isinstance(field, Known) and field.display == "masked":
        return True
    return field.widget == "id_number"


def say(text_id: str, language: str, **values: object) -> str:
    """One of the forms' own texts."""
    return load_messages()[text_id][language].format(**values)


def long_date(iso: str, language: str) -> str:
    """2026年11月23日, 23 November 2026; what is no date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    if language == "zh_CN":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _long_month(text: str, language: str) -> str:
    """2026年11月, November 2026."""
    try:
        day = date.fromisoformat(f"{text}-01")
    except ValueError:
        return text
    if language == "zh_CN":
        return f"{day.year}年{day.month}月"
    return f"{_MONTHS[day.month - 1]} {day.year}"


def grouped_phone(digits: str) -> str:
    """130 0000 0000; another length stays as it is."""
    return f"{digits[:3]} {digits[3:7]} {digits[7:]}" if len(digits) == 11 else digits


def masked(text: str) -> str:
    """Only the last four characters; somebody may look over the shoulder."""
    return "•" * max(0, len(text) - 4) + text[-4:]


def _label(field: Field | Known | Computed, value: str, language: str) -> str:
    return next((one.label[language] for one in field.choices if one.value == value), str(value))
