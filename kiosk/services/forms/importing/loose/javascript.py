"""A small part of JavaScript: what authors of forms write to show, check and reckon."""

import re
from decimal import Decimal

from kiosk.services.forms.importing.loose.tokens import Token, tokens
from kiosk.services.forms.importing.loose.tree import (
    Arrow,
    Binary,
    Call,
    CannotSay,
    Fork,
    Items,
    Node,
    Path,
    Unary,
    Value,
)

MAX_DEPTH = 40
_LEVELS = (
    ("??", "||"),
    ("&&",),
    ("===", "!==", "==", "!="),
    ("<", "<=", ">", ">=", "in"),
    ("+", "-"),
    ("*", "/", "%"),
)
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}


class Reader:
    """Reads expressions from words; statements are in `program`."""

    def __init__(self, words: list[Token]) -> None:
        self._words = words
        self._at = 0
        self._depth = 0

    @property
    def next(self) -> Token:
        """The word that comes next."""
        return self._words[self._at]

    def ahead(self, steps: int) -> Token:
        """A later word."""
        return self._words[min(self._at + steps, len(self._words) - 1)]

    def take(self, *signs: str) -> str:
        """The next word if it is one of these, else ""."""
        token = self.next
        if token.kind in ("sign", "name") and token.text in signs:
            self._at += 1
            return token.text
        return ""

    def expect(self, sign: str) -> None:
        """The next word has to be this."""
        if not self.take(sign):
            raise CannotSay(f"{self.next.text or 'the end'!r} where {sign!r} was expected")

    def word(self) -> str:
        """A name."""
        token = self.next
        if token.kind != "name":
            raise CannotSay(f"{token.text!r} where a name was expected")
        self._at += 1
        return token.text

    def expression(self) -> Node:
        """One expression."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise CannotSay("an expression this deep")
        node = self._arrow() or self._fork()
        self._depth -= 1
        return node

    def _arrow(self) -> Arrow | None:
        start = self._at
        told = self.next.text == "function"
        parameters = self._parameters()
        if parameters is None or not (self.take("=>") or (told and self.next.text == "{")):
            self._at = start
            return None
        if not self.take("{"):
            return Arrow(parameters, self.expression())
        return Arrow(parameters, self.body())

    def body(self) -> Node:
        """What a function returns, up to its closing brace."""
        self.expect("return")
        node = self.expression()
        self.take(";")
        self.expect("}")
        return node

    def _parameters(self) -> tuple[str, ...] | None:
        if self.next.text == "function":
            self._at += 1
        if self.next.kind == "name" and self.ahead(1).text == "=>":
            return (self.word(),)
        if not self.take("("):
            return None
        found = []
        while self.next.kind == "name":
            found.append(self.word())
            self.take(",")
        return tuple(found) if self.take(")") else None

    def _fork(self) -> Node:
        condition = self._level(0)
        if not self.take("?"):
            return condition
        then = self.expression()
        self.expect(":")
        return Fork(condition, then, self.expression())

    def _level(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self._unary()
        left = self._level(level + 1)
        while sign := self.take(*_LEVELS[level]):
            left = Binary(
                sign.replace("===", "==").replace("!==", "!="), left, self._level(level + 1)
            )
        return left

    def _unary(self) -> Node:
        if self.take("typeof"):
            return Call("typeof", (self._unary(),))
        signs = []
        while sign := self.take("!", "-", "+"):
            signs.append(sign)
        self.take("new")
        node = self._postfix()
        for sign in reversed(signs):
            node = Unary(sign, node)
        return node

    def _postfix(self) -> Node:
        node = self._primary()
        while True:
            if self.take(".", "?."):
                node = _member(node, self.word())
            elif self.take("["):
                node = self._index(node)
            elif self.take("("):
                node = _called(node, self._arguments(")"))
            else:
                return node

    def _record(self) -> Call:
        """{name: value, …} as name, value, name, …; so are functions of a site told what to do."""
        values: list[Node] = []
        while not self.take("}"):
            key = self.next.text
            self._at += 1
            values.append(Value(key.strip("'\"")))
            values.append(self.expression() if self.take(":") else Path((key,)))
            if self.next.text != "}":
                self.expect(",")
        return Call("#record", tuple(values))

    def _index(self, node: Node) -> Node:
        index = self.expression()
        self.expect("]")
        if isinstance(index, Value) and isinstance(index.value, str):
            return _member(node, *index.value.split("."))
        return Call("#at", (node, index))

    def _arguments(self, end: str) -> tuple[Node, ...]:
        found: list[Node] = []
        while not self.take(end):
            found.append(self.expression())
            if self.next.text != end:
                self.expect(",")
        return tuple(found)

    def _primary(self) -> Node:
        token = self.next
        self._at += 1
        if token.kind == "number":
            return Value(Decimal(token.text) if "." in token.text else int(token.text))
        if token.kind == "text":
            return _text(token.text)
        if token.kind == "pattern":
            source, _, flags = token.text[1:].rpartition("/")
            return Call("RegExp", (Value(source), Value(flags)))
        if token.kind == "name" and token.text in _CONSTANTS:
            return Value(_CONSTANTS[token.text])
        if token.kind == "name" and token.text not in ("new", "function", "typeof", "await"):
            return Path((token.text,))
        if token.text == "(":
            inner = self.expression()
            self.expect(")")
            return inner
        if token.text == "[":
            return Items(self._arguments("]"))
        if token.text == "{":
            return self._record()
        raise CannotSay(f"{token.text or 'the end'!r}")


def expression(source: str) -> Node:
    """The expression that `source` is. Raises CannotSay."""
    reader = Reader(tokens(source))
    node = reader.expression()
    reader.take(";")
    if reader.next.kind != "end":
        raise CannotSay(f"{reader.next.text!r} after the expression")
    return node


def _member(node: Node, *names: str) -> Node:
    if isinstance(node, Path):
        return Path((*node.parts, *names))
    return Call("#member", (node, *(Value(name) for name in names)))


def _called(node: Node, arguments: tuple[Node, ...]) -> Node:
    if isinstance(node, Path):
        *target, function = node.parts
        if not target:
            return Call(function, arguments)
        if target in (["Math"], ["_"], ["Object"], ["utils"], ["lodash"]):
            library = "_" if target == ["lodash"] else target[0]
            return Call(f"{library}.{function}", arguments)
        return Call(f".{function}", (Path(tuple(target)), *arguments))
    if isinstance(node, Call) and node.function == "#member":
        *between, last = node.arguments[1:]
        if not between and isinstance(last, Value):
            return Call(f".{last.value}", (node.arguments[0], *arguments))
    raise CannotSay("a call of what is no function")


def _text(literal: str) -> Node:
    if literal[0] == "`" and "${" in literal:
        return _template(literal[1:-1])
    return Value(_unescaped(literal[1:-1]))


def _template(inside: str) -> Node:
    """`Dear ${data.name}` is the parts joined."""
    parts: list[Node] = []
    for place, piece in enumerate(re.split(r"\$\{([^{}]*)\}", inside)):
        if place % 2:
            parts.append(expression(piece))
        elif piece:
            parts.append(Value(_unescaped(piece)))
    return Call("#concat", tuple(parts))


def _unescaped(inside: str) -> str:
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), inside, flags=re.S)
