"""Counts what a DEFRA form holds by walking its raw JSON, knowing nothing of the reader."""

from typing import Any

from kiosk.services.forms.importing.report import Counted

CONTENT = (
    "Html",
    "Para",
    "Details",
    "InsetText",
    "Markdown",
    "List",
    "FlashCard",
    "WarningText",
    "NotificationBanner",
    "ContentWithState",
    "SummaryDetails",
)


def count(form: dict[str, Any]) -> Counted:
    """Every component is a question or a text; every use of a condition counts."""
    components = [one for page in _dicts(form.get("pages")) for one in _components(page)]
    texts = sum(one.get("type") in CONTENT for one in components)
    return Counted(len(components) - texts, _conditions(form, components), texts)


def _components(value: Any) -> list[dict[str, Any]]:
    found = []
    for key in ("components", "children"):
        for one in _dicts(value.get(key)):
            found += [one, *_components(one)]
    options = value.get("options")
    revealed = options.get("conditionallyRevealedComponents") if isinstance(options, dict) else None
    if isinstance(revealed, dict):
        found += [one for one in revealed.values() if isinstance(one, dict)]
    return found


def _conditions(form: dict[str, Any], components: list[dict[str, Any]]) -> int:
    pages = _dicts(form.get("pages"))
    links = [link for page in pages for link in _dicts(page.get("next"))]
    number = sum(bool(link.get("condition") or link.get("if")) for link in links)
    if form.get("engine") == "V2" or form.get("schema") == 2:
        number = 0
    number += sum(bool(page.get("condition")) for page in pages)
    for one in components:
        options = one.get("options")
        number += isinstance(options, dict) and bool(options.get("condition"))
    lists = _dicts(form.get("lists"))
    used = {str(one.get("list")) for one in components if one.get("type") != "List"}
    for one in lists:
        if used & {str(one[key]) for key in ("name", "id") if one.get(key)}:
            number += sum(bool(item.get("condition")) for item in _dicts(one.get("items")))
    return number


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
