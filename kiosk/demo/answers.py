"""What the demonstration answers where the registries know nothing."""

from typing import Any

from kiosk.demo.walker import Walker
from kiosk.screens.models import QuestionModel

_TYPED = {
    "text": "示例",
    "address": "示例市 滨河路 18 号 502 室",
    "number": "2",
    "money": "1200",
    "phone": "13000000001",
    "long_text": "示例：一切都好。",
    "decimal": "12.5",
    "email": "sample@example.org",
    "url": "https://example.org",
    "id_number": "999999195610203421",
}
_NAMED = {
    "account": "6200000000000000000",
    "birth_certificate": "X000000000",
    "deceased_number": "999999195610203421",
}
"""Answers that must look like something."""
_DATE = {"year": "2026", "month": "1", "day": "15", "hour": "09", "minute": "30"}
_PARTS = {
    "date": ("year", "month", "day"),
    "month": ("year", "month"),
    "time": ("hour", "minute"),
    "date_time": ("year", "month", "day", "hour", "minute"),
}
_AHEAD = {"start_on": {"year": "2090", "month": "5", "day": "20", "hour": "09", "minute": "30"}}


def fill_page(walker: Walker, question: QuestionModel) -> None:
    """Answer every empty question of the page that is shown; a group gets one entry."""
    for name in [field["name"] for field in question.fields]:
        field = next(one for one in question.fields if one["name"] == name)  # as it is by now
        empty = field.get("value") in (None, "", [], False)
        if field.get("shown") is not False and empty and not field.get("optional"):
            _fill(walker, question, field)


def _fill(walker: Walker, question: QuestionModel, field: dict[str, Any]) -> None:
    name, kind = field["name"], field["kind"]
    match kind:
        case "note":
            pass
        case "choice" | "several" if field.get("long"):
            walker.press(f"question.list.{name}")
        case "choice" | "several":
            walker.press(f"question.choice.{name}.{field['choices'][0]['value']}")
        case "yes_no":
            walker.press(f"question.choice.{name}.true")
        case "declaration":
            walker.press(f"question.field.{name}")
        case "date" | "month" | "time" | "date_time":
            for part in _PARTS[kind]:
                walker.press(f"question.field.{name}.{part}")
                walker.type(_AHEAD.get(name, _DATE)[part])
        case "group":
            _add_entry(walker, question)
        case "photo":
            photograph(walker, question, name)
        case "file" if field["photographable"]:
            photograph(walker, question, name)
        case "file":
            _bring(walker, question, field)
        case "signature":
            walker.press("signature.other")
            walker.type(_TYPED["text"])
        case _:
            walker.press(f"question.field.{name}")
            walker.type(_NAMED.get(name) or _TYPED[kind])


def photograph(walker: Walker, question: QuestionModel, name: str) -> None:
    """Take a photo for a question, and use it."""
    walker.press(f"question.photo.{name}")
    walker.until(lambda: question.attaching.get("stage") == "live", "what the camera sees")
    walker.press("photo.shoot")
    walker.until(lambda: question.attaching.get("stage") == "taken", "a photo")
    walker.press("photo.use")
    walker.until(lambda: question.attaching == {}, "a photo that is kept")


def _bring(walker: Walker, question: QuestionModel, field: dict[str, Any]) -> None:
    """The first file of the stick that may be taken."""
    walker.press(f"question.browse.{field['name']}")
    walker.until(lambda: bool(question.attaching.get("rows")), "files on a stick")
    rows = question.attaching["rows"]
    fit = next(n for n, row in enumerate(rows) if not row["folder"] and not row["refused"])
    walker.press(f"files.row.{fit}")
    walker.until(lambda: question.attaching == {}, "a file that is kept")


def _add_entry(walker: Walker, question: QuestionModel) -> None:
    listed = str(question.page)
    walker.press("group.add")
    walker.until(lambda: question.page != listed, "an entry's questions")
    fill_page(walker, question)
    walker.press("question.continue")
    walker.until(lambda: question.page == listed, "the list of entries")
