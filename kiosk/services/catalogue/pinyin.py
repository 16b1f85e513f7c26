"""Chinese by its sound: whole syllables, initials, or some of each ("huzhao", "hz", "huz")."""

import json
from collections.abc import Sequence
from functools import cache, lru_cache

from foundation.paths import asset
from kiosk.services.catalogue.spelling import folded

Sounds = tuple[tuple[str, ...], ...]
"""For each character its readings, without tones; a Latin letter or digit sounds as itself."""


def sounds(text: str) -> Sounds:
    """How each character may be read; () for one that has no reading here."""
    return tuple((one,) if one.isascii() else _readings().get(one, ()) for one in text)


def spells(query: str, spoken: Sounds) -> int | None:
    """The first character from which `query` (small Latin letters) says what is spoken.

    Each syllable is said whole or by its initial; the last one may be cut short. A single initial
    says too little to be looked for inside of a text.
    """
    starts = range(len(spoken)) if len(query) > 1 else range(min(1, len(spoken)))
    begin = query[:1]  # most characters are ruled out by that
    return next(
        (
            start
            for start in starts
            if any(one.startswith(begin) for one in spoken[start]) and _said(query, spoken[start:])
        ),
        None,
    )


@lru_cache(maxsize=4096)
def _said(query: str, spoken: Sounds) -> bool:
    if not query:
        return True
    for syllable in spoken[0] if spoken else ():
        if syllable.startswith(query):
            return True
        parts = (syllable, syllable[:2], syllable[:1])
        if any(query.startswith(one) and _said(query[len(one) :], spoken[1:]) for one in parts):
            return True
    return False


def says(letters: str, text: str) -> int | None:
    """The same for a text as it is written; letters that say it are all small and Latin."""
    return spells(letters, _spoken(text)) if letters.isascii() and not text.isascii() else None


@lru_cache(maxsize=8192)
def _spoken(text: str) -> Sounds:
    return sounds(folded(text))


def sounds_alike(query: Sounds, spoken: Sounds) -> bool:
    """Whether every character of `query` is read as one of the other text, in its order."""
    starts = range(len(spoken) - len(query) + 1)
    return any(_alike(query, spoken[start:]) for start in starts)


def _alike(query: Sequence[tuple[str, ...]], spoken: Sequence[tuple[str, ...]]) -> bool:
    return all(set(one) & set(other) for one, other in zip(query, spoken, strict=False))


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    table: dict[str, str] = json.loads(asset("catalogue", "pinyin.json").read_text("utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for syllable, characters in table.items():
        for one in characters:
            found[one] = (*found.get(one, ()), syllable)
    return found
