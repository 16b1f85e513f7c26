"""The XPath of XLSForms, read into a tree."""

import html
import re
from dataclasses import dataclass
from decimal import Decimal

from kiosk.services.forms.importing.loose.tree import CannotSay

MAX_LENGTH = 10_000
MAX_DEPTH = 60

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)
    |(?P<text>"[^"]*"|'[^']*')
    |(?P<reference>\$\{\s*(?:last-saved\#)?[^}\s]+\s*\})
    |(?P<name>[A-Za-z_À-ɏ][\w.-]*(?::[A-Za-z_][\w.-]*)?)
    |(?P<sign><=|>=|!=|==|//|::|\.\.|[=<>+*/|@.,()\[\]–-]))""",
    re.X,
)
_STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')
"""Quotation marks that a word processor bent."""
_WORDS = ("and", "or", "div", "mod")
_LEVELS = (
    ("or",),
    ("and",),
    ("=", "!=", "=="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
)


@dataclass(frozen=True)
class Literal:
    """A number or a text."""

    value: str | int | Decimal


@dataclass(frozen=True)
class Reference:
    """${name}, a path that ends in this name, or a bare name (a column, in a choice filter)."""

    name: str
    bare: bool = False


@dataclass(frozen=True)
class Itself:
    """`.`, the answer that a constraint is about."""


@dataclass(frozen=True)
class Call:
    """A function."""

    function: str
    arguments: "tuple[Tree, ...]"


@dataclass(frozen=True)
class Binary:
    """Two things and a sign: or and = != < <= > >= + - * div mod."""

    sign: str
    left: "Tree"
    right: "Tree"


@dataclass(frozen=True)
class Minus:
    """-something."""

    inner: "Tree"


@dataclass(frozen=True)
class Lookup:
    """instance('list')/root/item[condition]/column."""

    instance: str
    condition: "Tree | None"
    column: str


Tree = Literal | Reference | Itself | Call | Binary | Minus | Lookup


def parse(text: str) -> Tree:
    """Understand an expression. Raises CannotSay."""
    if len(text) > MAX_LENGTH:
        raise CannotSay("an expression this long")
    parser = _Parser(_tokens(html.unescape(text).translate(_STRAIGHT)))
    tree = parser.level(0)
    if parser.next[0] != "end":
        raise CannotSay(f"{parser.next[1]!r} after the expression")
    return tree


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    place, text = 0, text.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise CannotSay(f"the character {text[place]!r}")
        kind, word = str(match.lastgroup), match.group(str(match.lastgroup))
        before = found[-1] if found else ("sign", "(")
        ends = before[0] != "sign" or before[1] in (")", "]", ".", "..")
        if kind == "name" and word.lower() in _WORDS and ends and before[0] != "word":
            kind, word = "word", word.lower()
        found.append((kind, "-" if word == "–" else word))
        place = match.end()
    return [*found, ("end", "the end")]


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def next(self) -> tuple[str, str]:
        return self._tokens[self._at]

    def level(self, level: int) -> Tree:
        if level == len(_LEVELS):
            return self._minus()
        left = self.level(level + 1)
        while self.next[0] in ("sign", "word") and self.next[1] in _LEVELS[level]:
            sign = self._take().replace("==", "=")
            left = Binary(sign, left, self.level(level + 1))
        return left

    def _minus(self) -> Tree:
        if self._is("-"):
            self._take()
            return Minus(self._minus())
        return self._value()

    def _value(self) -> Tree:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise CannotSay("an expression this deep")
        tree = self._primary()
        self._depth -= 1
        return tree

    def _primary(self) -> Tree:
        kind, word = self.next
        if kind == "number":
            self._take()
            return Literal(Decimal(word) if "." in word else int(word))
        if kind == "text":
            self._take()
            return Literal(word[1:-1])
        if kind == "reference":
            self._take()
            return self._after(Reference(word[2:-1].strip().removeprefix("last-saved#")))
        if self._is("("):
            self._take()
            inner = self.level(0)
            self._expect(")")
            return inner
        if kind == "name" and self._tokens[self._at + 1][1] == "(":
            return self._after(self._call())
        return self._path()

    def _call(self) -> Tree:
        function = self._take()
        self._expect("(")
        arguments: list[Tree] = []
        while not self._is(")"):
            arguments.append(self.level(0))
            if not self._is(")"):
                self._expect(",")
        self._take()
        return Call(function, tuple(arguments))

    def _after(self, tree: Tree) -> Tree:
        """What follows a value: a way down from it, or a condition on it."""
        if not (self._is("/") or self._is("[") or self._is("//")):
            return tree
        match tree:
            case Call("instance", (Literal(str() as name),)):
                return self._lookup(name)
            case Call("current", ()):
                return self._path()
        raise CannotSay("a condition on a path")

    def _lookup(self, instance: str) -> Tree:
        condition, column = None, ""
        while self._is("/") or self._is("["):
            if self._take() == "[":
                condition = self.level(0)
                self._expect("]")
            else:
                column = self._take()
        if column in ("root", "item"):
            column = ""
        return Lookup(instance, condition, column)

    def _path(self) -> Tree:
        """Ways such as ../name, ./name and /data/group/name end in a name."""
        names, steps = [], 0
        while True:
            kind, word = self.next
            if kind == "name":
                names.append(self._take())
            elif kind == "reference":
                names.append(self._take()[2:-1].strip())
            elif word in (".", "..", "/", "//", "@", "*"):
                self._take()
            else:
                break
            steps += 1
            if kind in ("name", "reference") and not (self._is("/") or self._is("//")):
                break
        if self._is("["):
            raise CannotSay("a condition on a path")
        if names:
            return Reference(names[-1], bare=steps == 1)
        if steps == 1:
            return Itself()
        if steps:
            return Reference("..")
        raise CannotSay(f"{self.next[1]!r}")

    def _is(self, sign: str) -> bool:
        return self.next == ("sign", sign)

    def _take(self) -> str:
        word = self.next[1]
        if self.next[0] == "end":
            raise CannotSay("an expression that stops short")
        self._at += 1
        return word

    def _expect(self, sign: str) -> None:
        if not self._is(sign):
            raise CannotSay(f"{self.next[1]!r} where {sign!r} was expected")
        self._take()
