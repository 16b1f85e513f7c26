"""Texts of form.io forms: translations kept beside them, and answers mentioned within them."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from kiosk.services.forms.importing.formio.source import Source
from kiosk.services.forms.importing.sources import record, words
from kiosk.services.forms.importing.wording import Worded, plain

MAX_LANGUAGES = 30
_MENTION = re.compile(r"\{\{\s*(?:data\.|row\.|submission\.data\.)?([\w.]+)\s*\}\}")
_ANY = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)


class Words:
    """Knows the languages of a form; `default` is that of the texts themselves, `told` whether
    the form says so."""

    def __init__(self, source: Source, language: str) -> None:
        settings = (source.settings, record(source.settings.get("settings")))
        given = next((record(one["i18n"]) for one in settings if record(one.get("i18n"))), {})
        spoken = [words(one.get("language")) for one in (given, *settings)]
        told = source.language or next((one for one in spoken if one), "") or _locale(source)
        self.told = bool(told)
        self.default = told or language
        self._translations = {
            words(code): record(texts) for code, texts in given.items() if isinstance(texts, dict)
        }
        self._translations.pop(self.default, None)
        found = dict.fromkeys(self._translations)
        for step in source.steps:
            for one in step.components:
                found |= dict.fromkeys(_languages(one))
        others = [code for code in found if code and code != self.default][:MAX_LANGUAGES]
        self.languages = (self.default, *others)

    def of(self, component: dict[str, Any], *names: str) -> Worded:
        """The first of these texts that a component has."""
        for name in names:
            made = self.plain(component.get(name))
            if made:
                own = record(record(component.get("openForms")).get("translations"))
                for code, texts in own.items():
                    translated = plain(words(record(texts).get(name)))
                    if translated and code in self.languages:
                        made[code] = translated
                return made
        return {}

    def plain(self, text: Any) -> Worded:
        """A text with its translations."""
        written = words(text)
        made = plain(written)
        if not made:
            return {}
        told = {self.default: made}
        for code, texts in self._translations.items():
            translated = plain(words(texts.get(written)))
            if translated and code in self.languages:
                told[code] = translated
        return told


def mentioning(text: Worded, ours: Callable[[str], str]) -> Worded:
    """Answers mentioned in a text by the names they have now; the rest is an ellipsis."""

    def put(found: re.Match[str]) -> str:
        name = ours(found[1])
        return f"{{{{{name}}}}}" if name else "…"

    def told(line: str) -> str:
        marked = _MENTION.sub(put, line)
        return _ANY.sub(lambda found: found[0] if _kept(found[0]) else "…", marked)

    return {code: told(line) for code, line in text.items()}


def _kept(mention: str) -> bool:
    return re.fullmatch(r"\{\{[A-Za-z_]\w*\}\}", mention) is not None


def _locale(source: Source) -> str:
    """The language that the calendars of a form speak, where they speak one; "en" is what each
    speaks of itself."""
    found = {
        words(record(one.get("widget")).get("locale"))
        for step in source.steps
        for one in _all(step.components)
    } - {"", "en"}
    return found.pop() if len(found) == 1 else ""


def _all(components: Any) -> Iterator[dict[str, Any]]:
    for one in components if isinstance(components, list) else ():
        if isinstance(one, list):
            yield from _all(one)
        elif isinstance(one, dict):
            yield one
            for key in ("components", "columns", "rows"):
                yield from _all(one.get(key))


def _languages(component: dict[str, Any]) -> list[str]:
    own = record(record(component.get("openForms")).get("translations"))
    found = [words(code) for code, texts in own.items() if any(record(texts).values())]
    for key in ("components", "columns"):
        inner = component.get(key)
        for one in inner if isinstance(inner, list) else ():
            if isinstance(one, dict):
                found += _languages(one)
    return found
