"""Counts what a form.io form holds by walking its raw JSON, knowing nothing of the reader."""

from collections.abc import Iterator
from typing import Any

from kiosk.services.forms.importing.formio.source import Source
from kiosk.services.forms.importing.report import Counted

_LAYOUT = (
    "panel",
    "fieldset",
    "well",
    "columns",
    "table",
    "tabs",
    "container",
    "form",
    "row",
    "simplepanel",
    "simplecols2",
    "simplecols3",
    "simplecols4",
    "simpletabs",
    "tab",
    "navSkjemagruppe",
    "wizard",
    "softRequiredErrors",
)
_TEXTS = (
    "content",
    "htmlelement",
    "simplecontent",
    "alertstripe",
    "simpleheading",
    "image",
    "simpleparagraph",
    "customView",
    "accordion",
)
_SILENT = (
    "button",
    "simplebuttonadvanced",
    "recaptcha",
    "datasource",
    "hidden",
    "custom",
    "buttonrow",
    "submitsuccess",
    "simplebuttonsubmit",
    "simplebuttonreset",
    "captcha",
)


_WHOLE = ("address", "bcaddress", "simplebcaddress")
"""What these hold are their own parts."""


def count(source: Source) -> Counted:
    """Components that take a value are questions; everything that decides is a condition."""
    questions = conditions = texts = 0
    for step in source.steps:
        for one in _walk(step.components):
            kind = one.get("type")
            texts += kind in _TEXTS
            questions += kind not in (*_LAYOUT, *_TEXTS, *_SILENT) or (
                kind == "form" and not one.get("components")
            )
            conditions += kind not in _SILENT[:-1] and _deciding(one)
    return Counted(questions, conditions + sum(_actions(rule) for rule in source.rules), texts)


def _walk(components: Any) -> Iterator[dict[str, Any]]:
    for one in components if isinstance(components, list) else ():
        if isinstance(one, list):
            yield from _walk(one)
        elif isinstance(one, dict):
            if isinstance(one.get("type"), str):
                yield one
            for key in () if one.get("type") in _WHOLE else ("components", "columns", "rows"):
                yield from _walk(one.get(key))


def _deciding(one: dict[str, Any]) -> int:
    shown, checked = one.get("conditional"), one.get("validate")
    number = 0
    if isinstance(shown, dict):
        number += bool(shown.get("when") or shown.get("conditions") or shown.get("json"))
    number += bool(_code(one.get("customConditional")))
    number += bool(_code(one.get("calculateValue")))
    if isinstance(checked, dict):
        number += bool(_code(checked.get("custom"))) + bool(checked.get("json"))
    logic = one.get("logic")
    return (
        number + sum(_actions(rule) for rule in logic if isinstance(rule, dict))
        if isinstance(logic, list)
        else number
    )


def _code(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _actions(rule: dict[str, Any]) -> int:
    actions = rule.get("actions")
    return len(actions) if isinstance(actions, list) else 0
