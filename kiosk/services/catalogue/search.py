"""Search that forgives: titles, what people say, sounds, initials, slips of the hand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from kiosk.services.catalogue.model import LifeEvent, Service
from kiosk.services.catalogue.pinyin import Sounds, sounds, sounds_alike, spells
from kiosk.services.catalogue.spelling import folded, slips

_Sought = TypeVar("_Sought", Service, LifeEvent)

_ONE_SLIP, _TWO_SLIPS = 4, 8
"""Letters from which a word may have a slip, or two; shorter words must be right."""

_SAID = 2
"""Characters from which a name is recognised inside of a longer sentence."""


_FILLING = frozenset(
    {"a", "an", "and", "can", "do", "for", "get", "have", "how", "i", "in", "is", "me", "my"}
    | {"need", "of", "on", "or", "please", "the", "to", "want", "where"}
)
"""English words that say nothing of what is looked for."""


class Finder(Generic[_Sought]):
    """Looks for services or life events by what somebody typed."""

    def __init__(self, sought: Iterable[_Sought]) -> None:
        self._all: list[_Sought] = list(sought)
        self._known = [_Known.of(one) for one in self._all]

    def find(self, query: str) -> list[_Sought]:
        """Those that fit, best first; all for a blank query.

        Every word must fit, but for those that fit nothing at all.
        """
        words = [word for word in map(folded, query.split()) if word]
        if not words:
            return list(self._all)
        words = [word for word in words if word not in _FILLING] or words
        ranks = [self._ranks(words), self._ranks(["".join(words)])]
        best = [max(pair) for pair in zip(*ranks, strict=True)]
        order = sorted(range(len(best)), key=lambda place: (-best[place], place))
        return [self._all[place] for place in order if best[place]]

    def _ranks(self, words: Sequence[str]) -> list[int]:
        """By place; 0 does not fit."""
        rows = [row for row in map(self._row, words) if any(row)]
        if not rows:
            return [0] * len(self._known)
        return [min(column) if all(column) else 0 for column in zip(*rows, strict=True)]

    def _row(self, word: str) -> list[int]:
        """Slips are looked for only where the word as it is fits nowhere."""
        row = [known.rank(word) for known in self._known]
        return row if any(row) else [int(known.is_nearly(word)) for known in self._known]


@dataclass(frozen=True)
class _Known:
    """What a service or life event is called, ready to be compared."""

    titles: tuple[str, ...]
    called: tuple[str, ...]
    words: frozenset[str]
    pinyin: str

    @classmethod
    def of(cls, one: Service | LifeEvent) -> "_Known":
        texts = (*one.title.values(), *one.search.words)
        words = {folded(word) for text in texts for word in re.split(r"[\s,'-]+", text)}
        return cls(
            titles=tuple(folded(text) for text in one.title.values()),
            called=tuple(folded(text) for text in one.search.words),
            words=frozenset(words - {""}),
            pinyin=one.search.pinyin.replace(" ", ""),
        )

    @cached_property
    def _spoken(self) -> tuple[Sounds, ...]:
        """The Chinese among its names, by sound; the title first."""
        return tuple(sounds(text) for text in (*self.titles, *self.called) if not text.isascii())

    def rank(self, word: str) -> int:
        """How well a word fits: 0 not at all, 8 as the beginning of a title."""
        if any(title.startswith(word) for title in self.titles):
            return 8
        if word in self.called:
            return 6
        return self._rank_letters(word) if word.isascii() else self._rank_chinese(word)

    def _rank_chinese(self, word: str) -> int:
        if any(word in title for title in self.titles):
            return 7
        if any(word in text for text in self.called):
            return 5
        named = (*self.titles, *self.called)
        if any(len(text) >= _SAID and text in word for text in named if not text.isascii()):
            return 4
        heard = sounds(word)
        alike = any(sounds_alike(heard, spoken) for spoken in self._spoken)
        return 2 if alike and len(word) >= _SAID else 0

    def _rank_letters(self, word: str) -> int:
        if any(known.startswith(word) for known in self.words):
            return 6
        if len(word) > 2 and any(word in text for text in (*self.titles, *self.called)):
            return 5
        starts = [spells(word, spoken) for spoken in self._spoken]
        if self.pinyin.startswith(word) or 0 in starts:
            return 4
        return 3 if any(start is not None for start in starts) else 0

    def is_nearly(self, word: str) -> bool:
        """Whether a slip or two of the hand makes it fit, in letters."""
        most = (len(word) >= _ONE_SLIP) + (len(word) >= _TWO_SLIPS)
        if not most or not word.isascii():
            return False
        if any(slips(word, known, most) <= most for known in self.words):
            return True
        return any(
            slips(word, text[: len(word) + grown], most) <= most
            for text in self._spelt
            for grown in (0, 1)
        )

    @cached_property
    def _spelt(self) -> frozenset[str]:
        """Whole pinyin of its Chinese names, by each character's first reading."""
        spelt = ("".join(one[0] for one in spoken if one) for spoken in self._spoken)
        return frozenset((self.pinyin, *spelt))
