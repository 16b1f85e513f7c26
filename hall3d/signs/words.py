"""The words that the hall itself shows, from assets/hall/words.json, in each of its languages."""

import json
from functools import cache
from typing import Any

from foundation.paths import asset

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ug", "ur"})
_FALLBACK = "en"


def word(key: str, language: str) -> str:
    """A word in a language; English where the language has none. Raises KeyError."""
    return said(_words()[key], language)


def said(names: dict[str, str], language: str) -> str:
    """One of several translations: the language's own, else English."""
    return names.get(language) or names[_FALLBACK]


def posters() -> list[dict[str, Any]]:
    """What the hall tells about itself: each {"icon", "title": {language: …}, "text": {…}}."""
    found: list[dict[str, Any]] = _words()["posters"]
    return found


def languages() -> tuple[str, ...]:
    """The languages that signs can be in."""
    return tuple(_words()["title"])


def other(language: str) -> str:
    """The language that comes second on a sign."""
    return "en" if language != "en" else "zh_CN"


def second(names: dict[str, str], language: str) -> str:
    """A name in the language that comes second; in another than English where there is none in the
    first one, so that English comes first."""
    found = said(names, other(language))
    return found if found != said(names, language) else said(names, other(_FALLBACK))


@cache
def _words() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(asset("hall", "words.json").read_text(encoding="utf-8"))
    return found
