"""Search that forgives: titles, what people say, pinyin, initials, one slip of the hand."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

from kiosk.services.catalogue.model import LifeEvent, Service

_Sought = TypeVar("_Sought", Service, LifeEvent)

_FUZZY_FROM = 5
"""Letters; shorter words must be right."""


def find(query: str, services: Sequence[_Sought]) -> list[_Sought]:
    """Those that match every word of `query`, best first; all for a blank one."""
    wanted = [_squeeze(word) for word in query.split()]
    wanted = [word for word in wanted if word]
    if not wanted:
        return list(services)
    ranked = [(_rank(wanted, service), place) for place, service in enumerate(services)]
    return [services[place] for rank, place in sorted(ranked, reverse=True, key=_best) if rank]


def _best(ranked: tuple[int, int]) -> tuple[int, int]:
    return ranked[0], -ranked[1]


def _rank(wanted: Iterable[str], service: Service | LifeEvent) -> int:
    ranks = [_rank_word(word, service) for word in wanted]
    return min(ranks) if all(ranks) else 0


def _rank_word(word: str, service: Service | LifeEvent) -> int:
    titles = [_squeeze(text) for text in service.title.values()]
    called = [_squeeze(text) for text in service.search.words]
    sounds = [service.search.pinyin.replace(" ", ""), service.search.initials]
    if any(title.startswith(word) for title in titles):
        return 5
    if any(word in text for text in (*titles, *called)):
        return 4
    if any(sound.startswith(word) for sound in sounds):
        return 3
    if word.isascii() and any(word in sound for sound in sounds):
        return 2
    return 1 if len(word) >= _FUZZY_FROM and _nearly(word, service) else 0


def _nearly(word: str, service: Service | LifeEvent) -> bool:
    texts = (*service.title.values(), *service.search.words)
    words = {_squeeze(part) for text in texts for part in re.split(r"[\s,-]+", text)}
    return any(_one_slip(word, known) for known in words)


def _one_slip(left: str, right: str) -> bool:
    """Whether one letter more, less, other, or two swapped, makes the words equal."""
    if left == right:
        return True
    if abs(len(left) - len(right)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    if at is None:
        return True
    rest = left[at:], right[at:]
    swapped = rest[0][1::-1] + rest[0][2:]
    return rest[0][1:] in (rest[1], rest[1][1:]) or rest[0] == rest[1][1:] or swapped == rest[1]


def _squeeze(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
