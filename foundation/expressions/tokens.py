"""The words of the language, and where a text stops having any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_LENGTH = 2000
MAX_DEPTH = 32
"""Brackets, calls and negations within each other."""

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>'[^']*'|"[^"]*")"""
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign><=|>=|!=|[=<>()\[\],.+*/%-]))",
    re.ASCII,
)
WORDS = frozenset({"and", "or", "not", "in"})
CONSTANTS = {"true": True, "false": False, "null": None}


class ExpressionError(ValueError):
    """This is not an expression; the text says where it stops making sense."""


@dataclass(frozen=True)
class Token:
    """`kind`: number, text, name, word, sign or end; `place` counts characters from 0."""

    kind: str
    text: str
    place: int


def tokens(text: str) -> Iterator[Token]:
    """Every token, and "the end". Raises ExpressionError."""
    place = 0
    text = text.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise ExpressionError(f"character {place + 1} of {text!r} belongs to no known word")
        kind = str(found.lastgroup)
        word = found.group(kind)
        yield Token("word" if kind == "name" and word in WORDS else kind, word, found.start(kind))
        place = found.end()
    yield Token("end", "the end", len(text))
