"""From questions in order to the pages, schema and computed values of one of our forms."""

import re
from collections.abc import Iterable
from typing import Any

from foundation.expressions import MAX_LENGTH, ExpressionError, parse
from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container, Reckoned
from kiosk.services.forms.importing.naming import Names
from kiosk.services.forms.importing.schemas import object_of, schema_of
from kiosk.services.forms.importing.terms import Term
from kiosk.services.forms.importing.wording import Worded, added, complete

TOGETHER = 3
"""Questions of one container that may share a page; more are several pages."""


class Builder:
    """Makes the form's JSON object; `languages` are those that its texts will be in."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._languages = languages
        self._page_ids = Names()

    def form(
        self, identifier: str, asked: list[Asked], reckoned: Iterable[Reckoned]
    ) -> dict[str, Any]:
        """The form, ready to be written to its file."""
        computed = list(reckoned)
        schema = object_of(asked)
        for one in computed:
            plain = Asked(one.where, one.name, one.widget, one.label, Container(""))
            made = schema_of(plain)
            schema["properties"][one.name] = {"type": made["type"]} | (
                {"format": made["format"]} if "format" in made else {}
            )
        return {
            "id": identifier,
            "version": 1,
            "languages": list(self._languages),
            "schema": {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema,
            "pages": [self._page(group) for group in _grouped(asked)],
            "computed": [self._computed(one) for one in computed],
        }

    def _page(self, group: list[Asked]) -> dict[str, Any]:
        first = next((one for one in group if one.widget != "note"), group[0])
        container = first.container
        common = _common(group)
        title = container.title or (
            first.label if first.widget != "note" else added("information", self._languages)
        )
        page: dict[str, Any] = {
            "id": self._page_ids.new(first.name, "page"),
            "title": complete(_unmentioning(title), self._languages, first.name),
        }
        for name, text in (("section", container.section), ("lead", container.lead)):
            if any(words.strip() for words in text.values()):
                page[name] = complete(text, self._languages, "")
        if common != terms.TRUE:
            page["visible_if"] = common.text
        page["fields"] = [self._field(one, common) for one in group]
        return page

    def _field(self, one: Asked, common: Term) -> dict[str, Any]:
        made: dict[str, Any] = {
            "name": one.name,
            "widget": one.widget,
            "label": complete(one.label, self._languages, one.name),
        }
        for name, text in (("hint", one.hint), ("unit", one.unit), ("entry", one.entry)):
            if any(words.strip() for words in text.values()):
                made[name] = complete(text, self._languages, "")
        if one.widget == "group" and "entry" not in made:
            made["entry"] = added("entry", self._languages)
        if one.options:
            made["choices"] = [
                {
                    "value": option.value,
                    "label": complete(option.label, self._languages, option.value),
                }
                | ({} if option.condition == terms.TRUE else {"visible_if": option.condition.text})
                for option in one.options
            ]
        if one.condition not in (terms.TRUE, common):
            made["visible_if"] = one.condition.text
        if one.needed != terms.FALSE and not one.required:
            made["required_if"] = one.needed.text
        if one.valid != terms.TRUE:
            made["valid_if"] = one.valid.text
        if one.errors:
            made["errors"] = self._errors(one.errors)
        if one.default is not None:
            calculated = isinstance(one.default, Term)
            made["default"] = {"expression": one.default.text} if calculated else one.default
        if one.fields:
            made["fields"] = [self._field(inner, terms.TRUE) for inner in one.fields]
        if one.accept:
            made["accept"] = list(one.accept)
        if one.max_bytes:
            made["max_bytes"] = one.max_bytes
        return made

    def _errors(self, errors: dict[str, Worded]) -> dict[str, Worded]:
        return {
            rule: complete(text, self._languages, "")
            for rule, text in errors.items()
            if any(words.strip() for words in text.values())
        }

    def _computed(self, one: Reckoned) -> dict[str, Any]:
        return {
            "name": one.name,
            "label": complete(one.label, self._languages, one.name),
            "value": one.value.text,
            "widget": one.widget,
            "shown": one.shown,
        }


def _grouped(asked: list[Asked]) -> list[list[Asked]]:
    """Pages: a few questions of one container, with the notes that come before them."""
    pages: list[list[Asked]] = []
    for one in asked:
        if pages and _joins(pages[-1], one):
            pages[-1].append(one)
        else:
            pages.append([one])
    return _notes_led(pages)


def _joins(page: list[Asked], one: Asked) -> bool:
    questions = [other for other in page if other.widget != "note"]
    if page[-1].container.key != one.container.key:
        return False
    if one.widget == "note" and questions:
        return one.container.together and len(questions) < TOGETHER
    if not questions:
        return True
    if "group" in (one.widget, questions[-1].widget):
        return False
    return one.container.together and len(questions) < TOGETHER


def _notes_led(pages: list[list[Asked]]) -> list[list[Asked]]:
    """Notes alone on a page lead the next page of the same container instead."""
    made: list[list[Asked]] = []
    for page in pages:
        last = made[-1] if made else []
        alone = bool(last) and all(one.widget == "note" for one in last)
        if alone and last[-1].container.key == page[0].container.key:
            made[-1] = last + page
        else:
            made.append(page)
    return made


def _unmentioning(title: Worded) -> Worded:
    """Titles are the same whatever was answered."""
    return {code: re.sub(r"\{\{\w+\}\}", "…", text) for code, text in title.items()}


def _common(group: list[Asked]) -> Term:
    """The condition of all of them, if they share one."""
    conditions = {one.condition for one in group}
    return conditions.pop() if len(conditions) == 1 else terms.TRUE


def usable(term: Term) -> str | None:
    """What keeps an expression from being used, or None: too long, too deep."""
    if len(term.text) > MAX_LENGTH:
        return f"an expression of {len(term.text)} characters; {MAX_LENGTH} are possible"
    try:
        parse(term.text)
    except ExpressionError as wrong:
        return str(wrong)
    return None
