"""Texts of an XLSForm in its languages, with references to answers put in our way."""

import re

from kiosk.services.forms.importing.sources import SourceError
from kiosk.services.forms.importing.wording import Worded, unmarked
from kiosk.services.forms.importing.xlsform.columns import Line, language_code

MAX_LANGUAGES = 30
_NO_TEXT = "NO_LABEL"
"""Written by some where a column must not be empty, and never to be read by a person."""
_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^}\s]+)\s*\}")


class Words:
    """Knows the languages of a form, the one that texts without a language are in first."""

    def __init__(self, lines: list[Line], settings: Line, language: str) -> None:
        found = {
            code: None for line in lines for code in (*line.texts.get("label", ()), *_hints(line))
        }
        named = [code for code in found if code]
        default = settings.get("default_language")
        code = language_code(default) if default else ""
        self.told = (bool(code) and code != "default") or (bool(named) and "" not in found)
        if code in ("", "default"):
            code = named[0] if self.told else language
        self.default = code
        self.languages = tuple(dict.fromkeys((code, *named)))
        if len(self.languages) > MAX_LANGUAGES:
            raise SourceError(f"it has more than {MAX_LANGUAGES} languages")

    def of(self, line: Line, column: str) -> Worded:
        """A column's text by language."""
        texts = line.texts.get(column, {})
        made = {code or self.default: unmarked(text) for code, text in texts.items() if code}
        plain = unmarked(texts.get("", ""))
        if plain:
            made.setdefault(self.default, plain)
        said = {code: text for code, text in made.items() if text and text != _NO_TEXT}
        return {code: text for code, text in said.items() if code in self.languages}

    def plain(self, text: str) -> Worded:
        """A text in the default language."""
        return {self.default: text} if text else {}


def references(text: Worded) -> set[str]:
    """The answers that a text mentions."""
    return {name for words in text.values() for name in _REFERENCE.findall(words)}


def referring(text: Worded, ours: dict[str, str]) -> Worded:
    """The text with `${name}` as `{{our name}}`; one that is not known as an ellipsis."""

    def put(found: re.Match[str]) -> str:
        name = ours.get(found[1])
        return f"{{{{{name}}}}}" if name else "…"

    return {code: _REFERENCE.sub(put, words) for code, words in text.items()}


def _hints(line: Line) -> tuple[str, ...]:
    return tuple(line.texts.get("hint", ()))
