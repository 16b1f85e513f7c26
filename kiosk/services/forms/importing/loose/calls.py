"""Functions of JavaScript, lodash and moment, and the dates of Open Forms, in our language."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.lists import Lists
from kiosk.services.forms.importing.loose.site import Site, unknown
from kiosk.services.forms.importing.loose.texts import Texts
from kiosk.services.forms.importing.loose.times import Times
from kiosk.services.forms.importing.loose.tree import (
    Binary,
    Call,
    CannotSay,
    Function,
    Node,
    Path,
    Value,
)
from kiosk.services.forms.importing.terms import Kind, Term

if TYPE_CHECKING:
    from kiosk.services.forms.importing.loose.meaning import Meaning


@dataclass(frozen=True)
class Plain:
    """A function that is one of ours by another name."""

    ours: str
    kind: Kind
    arguments: int


_PLAIN = {
    ".toLowerCase": Plain("lower", "text", 1),
    ".toUpperCase": Plain("upper", "text", 1),
    ".trim": Plain("trim", "text", 1),
    ".startsWith": Plain("starts_with", "truth", 2),
    ".endsWith": Plain("ends_with", "truth", 2),
    "Math.max": Plain("max", "decimal", 0),
    "Math.min": Plain("min", "decimal", 0),
    "_.max": Plain("max", "decimal", 1),
    "_.min": Plain("min", "decimal", 1),
    "_.size": Plain("count", "integer", 1),
    "_.toLower": Plain("lower", "text", 1),
    "_.toUpper": Plain("upper", "text", 1),
    "_.trim": Plain("trim", "text", 1),
    "_.startsWith": Plain("starts_with", "truth", 2),
    "_.endsWith": Plain("ends_with", "truth", 2),
    "parseInt": Plain("int", "integer", 1),
    "_.toInteger": Plain("int", "integer", 1),
    "Math.trunc": Plain("int", "integer", 1),
    "today": Plain("today", "date", 0),
    "#concat": Plain("concat", "text", 0),
    "length": Plain("length", "integer", 1),
}


class Calls:
    """Translates calls; part of `Meaning`, which translates their arguments."""

    def __init__(self, meaning: "Meaning") -> None:
        self._meaning = meaning
        self._times, self._lists = Times(meaning), Lists(meaning)
        self._own: dict[str, Function] = {
            **self._times.functions,
            **self._lists.functions,
            **Texts(meaning).functions,
            **Site(meaning).functions,
            "_.get": self._get,
            "_.has": self._has,
            "_.clone": lambda given: self._meaning.term(given[0]),
            "_.isEmpty": self._empty,
            "_.isNil": self._empty,
            "isNaN": self._empty,
            "_.isEqual": lambda given: self._meaning.term(Binary("==", *given[:2])),
            "Math.round": self._round,
            ".toFixed": self._round,
            "_.round": self._round,
            "Math.floor": lambda given: self._cut(given, "<", "-"),
            "Math.ceil": lambda given: self._cut(given, ">", "+"),
            "Math.abs": self._abs,
            "Number": lambda given: self._meaning.number(given[0]),
            "parseFloat": lambda given: self._meaning.number(given[0]),
            "_.toNumber": lambda given: self._meaning.number(given[0]),
            "Boolean": lambda given: self._meaning.truth(given[0]),
        }

    def term(self, function: str, arguments: tuple[Node, ...]) -> Term:
        """The call in our language. Raises CannotSay."""
        if function in _PLAIN:
            plain = _PLAIN[function]
            given = arguments[: plain.arguments] if plain.arguments else arguments
            return terms.call(plain.ours, (self._meaning.term(one) for one in given), plain.kind)
        if function in self._own and (arguments or function in ("Date", "moment", "now")):
            return self._own[function](arguments)
        raise unknown(function, arguments)

    def compared(self, sign: str, left: Node, right: Node) -> Term | None:
        """Comparisons that are about a place in a list or an amount of time, else None."""
        match left, right:
            case (Call("typeof", (inner,)), Value("undefined")) if sign in ("==", "!="):
                empty = self._empty((inner,))
                return empty if sign == "==" else terms.negated(empty)
        placed = self._lists.placed(sign, left, right)
        return placed or self._times.shifted(sign, left, right)

    def between(self, later: Term, earlier: Term) -> Term | None:
        """What lies between two days, in milliseconds, else None."""
        return self._times.between(later, earlier)

    def _get(self, arguments: tuple[Node, ...]) -> Term:
        match arguments:
            case (Path(start), Value(str() as way), *_):
                return self._meaning.term(Path((*start, *way.split("."))))
        raise CannotSay("a way through the data that is not written out")

    def _has(self, arguments: tuple[Node, ...]) -> Term:
        return terms.compared(self._get(arguments), "!=", terms.NULL)

    def _empty(self, arguments: tuple[Node, ...]) -> Term:
        return terms.compared(self._meaning.term(arguments[0]), "=", terms.NULL)

    def _round(self, arguments: tuple[Node, ...]) -> Term:
        number = self._meaning.number(arguments[0])
        if len(arguments) == 1:
            return terms.call("round", (number,), "integer")
        return terms.call("round", (number, self._meaning.number(arguments[1])), "decimal")

    def _cut(self, arguments: tuple[Node, ...], beyond: str, sign: str) -> Term:
        """int() cuts towards 0; beyond it one more is taken where something was cut."""
        number = self._meaning.number(arguments[0])
        cut = terms.call("int", (number,), "integer")
        further = terms.reckoned(cut, sign, terms.number(1))
        return terms.chosen(terms.compared(number, beyond, cut), further, cut)

    def _abs(self, arguments: tuple[Node, ...]) -> Term:
        number = self._meaning.number(arguments[0])
        minus = terms.reckoned(terms.number(0), "-", number)
        return terms.chosen(terms.compared(number, "<", terms.number(0)), minus, number)
