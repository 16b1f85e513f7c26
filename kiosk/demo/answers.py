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
}
_NAMED = {
    "account": "6200000000000000000",
    "birth_certificate": "X000000000",
    "deceased_number": "999999195610203421",
}
"""Answers that must look like something."""
_DATE = {"year": "2026", "month": "1", "day": "15"}
_AHEAD = {"start_on": {"year": "2090", "month": "5", "day": "20"}}


def fill_page(walker: Walker, question: QuestionModel) -> None:
    """Answer every empty question of the page that is shown."""
    for field in list(question.fields):
        if field["value"] in (None, "", [], False) and not field["optional"]:
            _fill(walker, field)


def _fill(walker: Walker, field: dict[str, Any]) -> None:
    name, kind = field["name"], field["kind"]
    match kind:
        case "choice" | "several":
            walker.press(f"question.choice.{name}.{field['choices'][0]['value']}")
        case "yes_no":
            walker.press(f"question.choice.{name}.true")
        case "declaration":
            walker.press(f"question.field.{name}")
        case "date":
            for part, digits in _AHEAD.get(name, _DATE).items():
                walker.press(f"question.field.{name}.{part}")
                walker.type(digits)
        case _:
            walker.press(f"question.field.{name}")
            walker.type(_NAMED.get(name) or _TYPED[kind])
