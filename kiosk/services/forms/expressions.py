"""A tiny language for "show this page only if": fixed grammar, no names but the form's answers.

    either     = both {"or" both}
    both       = negation {"and" negation}
    negation   = "not" negation | comparison
    comparison = operand [("=" | "!=" | "<" | "<=" | ">" | ">=" | "in") operand]
    operand    = number | 'text' | true | false | null | name | list | "(" either ")"
    list       = "[" [operand {"," operand}] "]"

A name without an answer is null. Values of different kinds are unequal and have no order.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MAX_LENGTH = 500
MAX_DEPTH = 20

_TOKEN = re.compile(
    r"\s*(?:(?P<number>-?\d+(?:\.\d+)?)|(?P<text>'[^']*')|(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<sign><=|>=|!=|[=<>()\[\],]))"
)
_CONSTANTS = {"true": True, "false": False, "null": None}
_WORDS = {"and", "or", "not", "in"}

Answers = Mapping[str, Any]
_Node = Callable[[Answers], Any]


class ExpressionError(ValueError):
    """This is not an expression; the text says where it stops making sense."""


@dataclass(frozen=True)
class Expression:
    """A parsed condition and the answers it looks at."""

    text: str
    names: frozenset[str]
    _node: _Node

    def holds(self, answers: Answers) -> bool:
        """Whether the condition is true of these answers; never raises."""
        return _truth(self._node(answers))


def parse(text: str) -> Expression:
    """Understand a condition. Raises ExpressionError."""
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"a condition may be {MAX_LENGTH} characters long, not {len(text)}")
    parser = _Parser(text)
    node = parser.either(0)
    parser.end()
    return Expression(text, frozenset(parser.names), node)


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    place: int


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    text = text.rstrip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise ExpressionError(f"character {place + 1} of {text!r} belongs to no known word")
        kind = str(found.lastgroup)
        word = found.group(kind)
        yield _Token(
            "word" if kind == "name" and word in _WORDS else kind,
            word,
            found.start(kind),
        )
        place = found.end()
    yield _Token("end", "the end", len(text))


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(_tokens(text))
        self._at = 0
        self.names: set[str] = set()

    def either(self, depth: int) -> _Node:
        parts = [self._both(depth)]
        while self._take("or"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else lambda a: any(_truth(part(a)) for part in parts)

    def end(self) -> None:
        if self._next().kind != "end":
            raise self._wrong("nothing more")

    def _both(self, depth: int) -> _Node:
        parts = [self._negation(depth)]
        while self._take("and"):
            parts.append(self._negation(depth))
        return parts[0] if len(parts) == 1 else lambda a: all(_truth(part(a)) for part in parts)

    def _negation(self, depth: int) -> _Node:
        if depth > MAX_DEPTH:
            raise ExpressionError(f"{self._text!r} is nested deeper than {MAX_DEPTH}")
        if self._take("not"):
            inner = self._negation(depth + 1)
            return lambda a: not _truth(inner(a))
        return self._comparison(depth)

    def _comparison(self, depth: int) -> _Node:
        left = self._operand(depth)
        for sign, compare in _COMPARISONS.items():
            if self._take(sign):
                return _compared(compare, left, self._operand(depth))
        return left

    def _operand(self, depth: int) -> _Node:
        token = self._next()
        if token.text == "(" and token.kind == "sign":
            return self._group(depth)
        if token.text == "[" and token.kind == "sign":
            return self._list(depth)
        if token.kind not in ("number", "text", "name"):
            raise self._wrong("a value")
        self._at += 1
        if token.kind == "name" and token.text not in _CONSTANTS:
            self.names.add(token.text)
            return lambda a: a.get(token.text)
        value = _constant(token)
        return lambda _: value

    def _group(self, depth: int) -> _Node:
        self._at += 1
        inner = self.either(depth + 1)
        self._expect(")")
        return inner

    def _list(self, depth: int) -> _Node:
        self._at += 1
        items: list[_Node] = []
        if depth > MAX_DEPTH:
            raise ExpressionError(f"{self._text!r} is nested deeper than {MAX_DEPTH}")
        while not self._take("]"):
            if items:
                self._expect(",")
            items.append(self._operand(depth + 1))
        return lambda a: [item(a) for item in items]

    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, text: str) -> bool:
        token = self._next()
        found = token.kind in ("word", "sign") and token.text == text
        self._at += found
        return found

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise self._wrong(repr(text))

    def _wrong(self, wanted: str) -> ExpressionError:
        token = self._next()
        where = f"character {token.place + 1} of {self._text!r}"
        return ExpressionError(f"{where}: {wanted} was expected, not {token.text}")


def _constant(token: _Token) -> Any:
    if token.kind == "name":
        return _CONSTANTS[token.text]
    if token.kind == "text":
        return token.text[1:-1]
    return float(token.text) if "." in token.text else int(token.text)


def _compared(compare: Callable[[Any, Any], bool], left: _Node, right: _Node) -> _Node:
    return lambda a: compare(left(a), right(a))


def _truth(value: Any) -> bool:
    return bool(value)


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "truth"
    return "number" if isinstance(value, int | float) else type(value).__name__


def _equal(left: Any, right: Any) -> bool:
    return _kind(left) == _kind(right) and bool(left == right)


def _ordered(order: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(left: Any, right: Any) -> bool:
        kinds = {_kind(left), _kind(right)}
        return kinds in ({"number"}, {"str"}) and order(left, right)

    return compare


def _contains(left: Any, right: Any) -> bool:
    return isinstance(right, list) and any(_equal(left, item) for item in right)


_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": _equal,
    "!=": lambda left, right: not _equal(left, right),
    "<=": _ordered(lambda left, right: left <= right),
    ">=": _ordered(lambda left, right: left >= right),
    "<": _ordered(lambda left, right: left < right),
    ">": _ordered(lambda left, right: left > right),
    "in": _contains,
}
