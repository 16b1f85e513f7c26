"""Texts in the languages of a form: those of its source, and the few that importing adds."""

import html
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html.parser import HTMLParser

from foundation.paths import asset

Worded = dict[str, str]
"""Language -> text."""

_BREAKS = {"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table"}
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SILENT = {"script", "style", "head", "title"}


def complete(text: Mapping[str, str], languages: Iterable[str], otherwise: str) -> Worded:
    """The text in every language; where one is missing, in English, else in the first there is."""
    given = {one: _set(words.strip()) for one, words in text.items() if words.strip()}
    spare = given.get("en") or next(iter(given.values()), "") or otherwise
    return {one: given.get(one, spare) for one in languages}


def _set(words: str) -> str:
    """Curved quotes among Latin letters straight: the typeface has them as wide as a Han one."""
    return words if _HAN.search(words) else words.translate(_STRAIGHT)


def added(text_id: str, languages: Iterable[str], **values: object) -> Worded:
    """One of importing's own texts; in English where it is not in a language."""
    texts = _added()[text_id]
    return {
        one: texts.get(one, texts.get(one.split("-")[0], texts["en"])).format(**values)
        for one in languages
    }


@cache
def _added() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(
        asset("forms", "importing.json").read_text(encoding="utf-8")
    )
    return found


def plain(markup: str) -> str:
    """HTML or plain text as plain text; the address of a link follows it in brackets."""
    if "<" not in markup and "&" not in markup:
        return _tidy(markup)
    reader = _Plain()
    try:
        reader.feed(markup)
        reader.close()
    except AssertionError:
        return _tidy(html.unescape(re.sub(r"<[^>]*>", " ", markup)))
    return _tidy("".join(reader.parts))


def unmarked(markdown: str) -> str:
    """Markdown as plain text: no hashes, stars and underscores; links as in `plain`."""
    text = re.sub(r"!?\[([^\]]*)\]\(([^)\s]+)[^)]*\)", _linked, markdown)
    text = re.sub(r"^\s{0,3}#{1,6}\s+", "", text, flags=re.M)
    text = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"(?<![\w*])\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?![\w*])", r"\1", text)
    return plain(text)


def _linked(found: re.Match[str]) -> str:
    return found[1] + _address(found[1], found[2])


def _address(shown: str, target: str) -> str:
    """Where a link leads, for people who cannot follow it; nothing where its words say it, or
    where it leads to a page or a picture beside the form."""
    if not target.startswith(("http", "mailto:", "tel:")):
        return ""
    address = re.sub(r"^(?:mailto|tel):", "", target)
    said = re.sub(r"^https?://", "", address).rstrip("/")
    return "" if said.lower() in shown.lower() else f" ({address})"


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0
        self._link = ""
        self._began = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BREAKS:
            self.parts.append("\n")
        if tag == "li":
            self.parts.append("• ")
        if tag == "a":
            self._link = dict(attrs).get("href") or ""
            self._began = len(self.parts)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if tag in _BREAKS:
            self.parts.append("\n")
        if tag == "a":
            self.parts.append(_address("".join(self.parts[self._began :]), self._link))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def _tidy(text: str) -> str:
    lines = [re.sub(r"[ \t\r\f\v\u00a0]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
