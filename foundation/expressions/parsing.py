"""From a text to an expression that can be asked for its value.

    either     = both {"or" both}
    both       = negation {"and" negation}
    negation   = "not" negation | comparison
    comparison = sum [("=" | "!=" | "<" | "<=" | ">" | ">=" | "in") sum]
    sum        = product {("+" | "-") product}
    product    = signed {("*" | "/" | "%") signed}
    signed     = "-" signed | operand
    operand    = number | 'text' | "text" | true | false | null | list | "(" either ")"
               | name ["." name] | name "(" [either {"," either}] ")"
    list       = "[" [either {"," either}] "]"

A name without an answer is null. `group.field` is the list of that field's answers over the
entries of a group, without those that were not given.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from foundation.expressions import values
from foundation.expressions.functions import FUNCTIONS
from foundation.expressions.tokens import (
    CONSTANTS,
    MAX_DEPTH,
    MAX_LENGTH,
    ExpressionError,
    Token,
    tokens,
)
from foundation.expressions.values import Answers, Context, Node
from foundation.patterns import Pattern, PatternError, compiled, encodable

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": values.equal,
    "!=": lambda left, right: not values.equal(left, right),
    "<=": values.ordered(lambda left, right: left <= right),
    ">=": values.ordered(lambda left, right: left >= right),
    "<": values.ordered(lambda left, right: left < right),
    ">": values.ordered(lambda left, right: left > right),
    "in": values.contains,
}
_SUMS = {"+": values.add, "-": values.subtract}
_PRODUCTS = {"*": values.multiply, "/": values.divide, "%": values.remainder}


@dataclass(frozen=True)
class Expression:
    """A parsed text; `names` are the answers it looks at, `members` the (group, field) pairs."""

    text: str
    names: frozenset[str]
    members: frozenset[tuple[str, str]]
    _node: Node

    def value(self, context: Context) -> Any:
        """What it comes to; never raises."""
        return self._node(context)

    def holds(self, answers: Answers, moment: datetime | None = None) -> bool:
        """Whether it is true of these answers, now or at `moment`; never raises."""
        return bool(self._node(Context(answers, moment or datetime.now().astimezone())))


def parse(text: str) -> Expression:
    """Understand a text. Raises ExpressionError."""
    if len(text) > MAX_LENGTH:
        raise ExpressionError(f"an expression may be {MAX_LENGTH} characters long, not {len(text)}")
    parser = _Parser(text)
    node = parser.either(0)
    parser.end()
    return Expression(text, frozenset(parser.names), frozenset(parser.members), node)


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(tokens(text))
        self._at = 0
        self.names: set[str] = set()
        self.members: set[tuple[str, str]] = set()

    def either(self, depth: int) -> Node:
        parts = [self._both(depth)]
        while self._take("or"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else lambda c: any(part(c) for part in parts)

    def end(self) -> None:
        if self._next().kind != "end":
            raise self._wrong("nothing more")

    def _both(self, depth: int) -> Node:
        parts = [self._negation(depth)]
        while self._take("and"):
            parts.append(self._negation(depth))
        return parts[0] if len(parts) == 1 else lambda c: all(part(c) for part in parts)

    def _negation(self, depth: int) -> Node:
        if self._take("not"):
            inner = self._negation(self._deeper(depth))
            return lambda c: not inner(c)
        return self._comparison(depth)

    def _comparison(self, depth: int) -> Node:
        left = self._sum(depth)
        for sign, compare in _COMPARISONS.items():
            if self._take(sign):
                return _joined(compare, left, self._sum(depth))
        return left

    def _sum(self, depth: int) -> Node:
        return self._chain(_SUMS, self._product, depth)

    def _product(self, depth: int) -> Node:
        return self._chain(_PRODUCTS, self._signed, depth)

    def _chain(
        self,
        operations: Mapping[str, Callable[[Any, Any], Any]],
        part: Callable[[int], Node],
        depth: int,
    ) -> Node:
        first, rest = part(depth), []
        while sign := next((sign for sign in operations if self._take(sign)), None):
            rest.append((operations[sign], part(depth)))
        return _chained(first, rest) if rest else first

    def _signed(self, depth: int) -> Node:
        if self._take("-"):
            inner = self._signed(self._deeper(depth))
            return lambda c: values.negative(inner(c))
        return self._operand(depth)

    def _operand(self, depth: int) -> Node:
        token = self._next()
        if self._take("("):
            inner = self.either(self._deeper(depth))
            self._expect(")")
            return inner
        if self._take("["):
            items = self._items("]", depth)
            return lambda c: [item(c) for item in items]
        if token.kind not in ("number", "text", "name"):
            raise self._wrong("a value")
        self._at += 1
        if token.kind == "name" and token.text not in CONSTANTS:
            return self._named(token, depth)
        value = _constant(token)
        return lambda _: value

    def _named(self, token: Token, depth: int) -> Node:
        if self._take("("):
            return self._call(token, depth)
        name = token.text
        self.names.add(name)
        if not self._take("."):
            return lambda c: c.answers.get(name)
        member = self._next()
        if member.kind != "name":
            raise self._wrong("a name")
        self._at += 1
        self.members.add((name, member.text))
        return lambda c: _over_entries(c.answers.get(name), member.text)

    def _call(self, token: Token, depth: int) -> Node:
        start = self._at
        arguments = self._items(")", depth)
        if token.text == "if":
            self._counted(token, arguments, 3, 3)
            condition, then, otherwise = arguments
            return lambda c: then(c) if condition(c) else otherwise(c)
        if token.text == "matches":
            self._counted(token, arguments, 2, 2)
            return _matching(arguments[0], self._pattern(start))
        function = FUNCTIONS.get(token.text)
        if function is None:
            raise ExpressionError(f"{self._text!r}: there is no function {token.text}")
        self._counted(token, arguments, function.least, function.most)
        return lambda c: function.act(c, *[argument(c) for argument in arguments])

    def _counted(self, token: Token, arguments: list[Node], least: int, most: int) -> None:
        if not least <= len(arguments) <= most:
            wanted = str(least) if least == most else f"{least} to {most}"
            raise ExpressionError(
                f"{self._text!r}: {token.text} takes {wanted} values, not {len(arguments)}"
            )

    def _pattern(self, start: int) -> Pattern:
        """The last argument of a call that began at `start`: a text that is a pattern."""
        token = self._tokens[self._at - 2]
        if token.kind != "text" or self._tokens[self._at - 3].text != "," or self._at - 3 < start:
            raise ExpressionError(f"{self._text!r}: matches takes a 'pattern' written out")
        try:
            return compiled(token.text[1:-1])
        except PatternError as wrong:
            raise ExpressionError(f"{self._text!r}: {wrong}") from wrong

    def _items(self, closing: str, depth: int) -> list[Node]:
        items: list[Node] = []
        inner = self._deeper(depth)
        while not self._take(closing):
            if items:
                self._expect(",")
            items.append(self.either(inner))
        return items

    def _deeper(self, depth: int) -> int:
        if depth >= MAX_DEPTH:
            raise ExpressionError(f"{self._text!r} is nested deeper than {MAX_DEPTH}")
        return depth + 1

    def _next(self) -> Token:
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


def _constant(token: Token) -> Any:
    if token.kind == "name":
        return CONSTANTS[token.text]
    if token.kind == "text":
        return token.text[1:-1]
    return Decimal(token.text) if "." in token.text else int(token.text)


def _joined(compare: Callable[[Any, Any], bool], left: Node, right: Node) -> Node:
    return lambda c: compare(left(c), right(c))


def _chained(first: Node, rest: list[tuple[Callable[[Any, Any], Any], Node]]) -> Node:
    def value(context: Context) -> Any:
        result = first(context)
        for operate, part in rest:
            result = operate(result, part(context))
        return result

    return value


def _over_entries(entries: Any, member: str) -> Any:
    if not isinstance(entries, list):
        return None
    found = [entry.get(member) for entry in entries if isinstance(entry, dict)]
    return [value for value in found if value is not None]


def _matching(text: Node, pattern: Pattern) -> Node:
    def value(context: Context) -> bool:
        found = text(context)
        return isinstance(found, str) and bool(pattern.fullmatch(encodable(found)))

    return value
