"""Functions of JavaScript, lodash and moment, and the dates of Open Forms, in our language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.kinds import as_text, constant, membership
from kiosk.services.forms.importing.loose.tree import (
    Arrow,
    Binary,
    Call,
    CannotSay,
    Elsewhere,
    Node,
    Path,
    Unary,
    Value,
)
from kiosk.services.forms.importing.schemas import anywhere, pattern, written
from kiosk.services.forms.importing.spans import months_between
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
    "concat": Plain("concat", "text", 0),
    "length": Plain("length", "integer", 1),
}
_SAME = ("date", "date_time", "Date", "moment", ".valueOf", ".getTime", ".toISOString", "_.clone")
_BEFORE = {
    ".isBefore": "<",
    ".isAfter": ">",
    ".isSame": "=",
    ".isSameOrBefore": "<=",
    ".isSameOrAfter": ">=",
}
_UNITS = {"years": 12, "year": 12, "months": 1, "month": 1}


class Calls:
    """Translates calls; part of `Meaning`, which translates their arguments."""

    def __init__(self, meaning: "Meaning") -> None:
        self._meaning = meaning
        self._own: dict[str, Callable[[tuple[Node, ...]], Term]] = {
            ".includes": self._includes,
            "_.includes": self._includes,
            ".contains": self._includes,
            "_.get": self._get,
            "_.some": self._some,
            ".some": self._some,
            "sum": self._sum,
            "_.sumBy": self._sum,
            "_.sum": self._sum,
            "reduce_rule": self._reduced,
            ".reduce": self._reduce,
            "Math.round": self._round,
            ".toFixed": self._round,
            "_.round": self._round,
            "Math.floor": self._floor,
            "Math.abs": self._abs,
            ".substr": self._part,
            "_.isEmpty": self._empty,
            "_.isNil": self._empty,
            "isNaN": self._empty,
            "_.has": self._has,
            ".diff": self._difference,
            ".test": self._fits,
            ".match": lambda given: self._fits(given[1::-1]),
            "Object.values": self._values,
            "member": self._member,
            ".getFullYear": self._part_of("year"),
            ".getMonth": self._part_of("month", 1),
            ".getDate": self._part_of("day"),
            ".year": self._part_of("year"),
            ".month": self._part_of("month", 1),
            ".date": self._part_of("day"),
            ".add": lambda given: self._later(given, 1),
            ".subtract": lambda given: self._later(given, -1),
            ".substring": self._between,
            ".slice": self._between,
            ".charAt": lambda given: self._part((*given[:2], Value(1))),
            ".join": self._join,
            "Math.ceil": self._ceiling,
            "_.isEqual": lambda given: self._meaning.term(Binary("==", *given[:2])),
            "utils.isBornBeforeYear": self._born_before,
            "span": self._span,
            "now": self._now,
            "Number": self._number,
            "parseFloat": self._number,
            "_.toNumber": self._number,
            "String": self._text,
            ".toString": self._text,
            "_.toString": self._text,
            "Boolean": self._truth,
        }

    def term(self, function: str, arguments: tuple[Node, ...]) -> Term:
        """The call in our language. Raises CannotSay."""
        if function in _SAME:
            return self._day(arguments)
        if function in _PLAIN:
            plain = _PLAIN[function]
            given = arguments[: plain.arguments] if plain.arguments else arguments
            return terms.call(plain.ours, (self._meaning.term(one) for one in given), plain.kind)
        if function in self._own and arguments:
            return self._own[function](arguments)
        if function in _BEFORE and len(arguments) > 1:
            sign = _BEFORE[function]
            left, right = self._meaning.term(arguments[0]), self._meaning.term(arguments[1])
            return terms.compared(left, sign, right)
        if function == "moment":
            return terms.call("today", (), "date")
        if function.isidentifier() or function.startswith("utils.") or _of_site(arguments):
            raise Elsewhere(f"the function {function.removeprefix('.')}")
        raise CannotSay(f"the function {function.removeprefix('.')}")

    def compared(self, sign: str, left: Node, right: Node) -> Term | None:
        """Comparisons that are about a place in a list or an amount of time, else None."""
        match left, right:
            case Call(".indexOf" | "_.indexOf", (whole, item)), (
                Value(0 | -1) | Unary("-", Value(1))
            ):
                inside = self._includes((whole, item))
                at_zero = right == Value(0)
                if (sign, at_zero) in ((">=", True), (">", False), ("!=", False)):
                    return inside
                if (sign, at_zero) in (("<", True), ("==", False)):
                    return terms.negated(inside)
            case (Call("typeof", (inner,)), Value("undefined")) if sign in ("==", "!="):
                empty = self._empty((inner,))
                return empty if sign == "==" else terms.negated(empty)
        return self._shifted(sign, left, right)

    def _shifted(self, sign: str, left: Node, right: Node) -> Term | None:
        """day < other - span: the span moves the other day."""
        for one, other, flipped in ((left, right, False), (right, left, True)):
            if isinstance(one, Binary) and one.sign in "+-" and _is_span(one.right):
                moved = self._moved(one)
                still = self._meaning.term(other)
                pair = (moved, still) if not flipped else (still, moved)
                return terms.compared(pair[0], {"==": "="}.get(sign, sign), pair[1])
        return None

    def _moved(self, node: Binary) -> Term:
        amount = node.right
        assert isinstance(amount, Call)
        numbers = [one.value for one in amount.arguments if isinstance(one, Value)]
        if len(numbers) != len(amount.arguments) or not all(isinstance(n, int) for n in numbers):
            raise CannotSay("a span of time that is not written out")
        years, months, days = (int(n or 0) for n in (*numbers, 0, 0, 0)[:3])
        factor = -1 if node.sign == "-" else 1
        day = self._meaning.term(node.left)
        count = factor * (12 * years + months)
        if count:
            day = terms.call("add_months", (day, terms.number(count)), "date")
        if days:
            day = terms.call("add_days", (day, terms.number(factor * days)), "date")
        return day

    def _day(self, arguments: tuple[Node, ...]) -> Term:
        if not arguments:
            return terms.call("today", (), "date")
        match arguments[0]:
            case Binary(_, _, right) as moved if _is_span(right):
                return self._moved(moved)
        return self._meaning.term(arguments[0])

    def _span(self, _: tuple[Node, ...]) -> Term:
        raise CannotSay("a span of time by itself")

    def _now(self, _: tuple[Node, ...]) -> Term:
        now = (terms.call("today", (), "date"), terms.text("T"), terms.call("now_time", (), "time"))
        return terms.call("concat", now, "date_time")

    def _includes(self, arguments: tuple[Node, ...]) -> Term:
        if len(arguments) < 2:
            raise CannotSay("includes without an item")
        whole, item = (self._meaning.term(one) for one in arguments[:2])
        return membership(item, whole)

    def _get(self, arguments: tuple[Node, ...]) -> Term:
        match arguments:
            case (Path(start), Value(str() as way), *_):
                return self._meaning.term(Path((*start, *way.split("."))))
        raise CannotSay("a way through the data that is not written out")

    def _has(self, arguments: tuple[Node, ...]) -> Term:
        return terms.compared(self._get(arguments), "!=", terms.NULL)

    def _some(self, arguments: tuple[Node, ...]) -> Term:
        """Any entry whose answer equals a constant."""
        match arguments:
            case (Path(group), Arrow((entry, *_), Binary("==", Path(parts), Value(value)))):
                column = self._column(group, entry, parts)
                return terms.call("selected", (column, constant(value)), "truth")
            case (Path(group), Arrow((entry, *_), Path(parts))):
                column = self._column(group, entry, parts)
                return terms.call("selected", (column, terms.TRUE), "truth")
        raise CannotSay("this question about the entries of a group")

    def _sum(self, arguments: tuple[Node, ...]) -> Term:
        match arguments:
            case (Path(group), Arrow((entry, *_), Path(parts))):
                return terms.call("sum", (self._column(group, entry, parts),), "decimal")
            case (Path(group), Value(str() as inner)):
                column = self._column(group, "", ("", *inner.split(".")))
                return terms.call("sum", (column,), "decimal")
        raise CannotSay("this sum over the entries of a group")

    def _reduce(self, arguments: tuple[Node, ...]) -> Term:
        """(total, entry) => total + entry.field."""
        match arguments:
            case (Path() as group, Arrow((total, entry, *_), Binary("+", left, right)), *_):
                for one, other in ((left, right), (right, left)):
                    if one == Path((total,)) and isinstance(other, Path | Call):
                        return self._sum((group, Arrow((entry,), _bare(other))))
        raise CannotSay("this reckoning over the entries of a group")

    def _reduced(self, arguments: tuple[Node, ...]) -> Term:
        match arguments:
            case (Path() as group, Binary("+", left, right), *_):
                for one, other in ((left, right), (right, left)):
                    if one == Path(("accumulator",)) and isinstance(other, Path):
                        return self._sum((group, Arrow(("current",), other)))
        raise CannotSay("this reckoning over the entries of a group")

    def _column(self, group: tuple[str, ...], entry: str, parts: tuple[str, ...]) -> Term:
        inner = parts[1:] if parts[0] == entry and entry else tuple(one for one in parts if one)
        column = self._meaning.resolver.column(group, inner)
        if column is None:
            raise CannotSay(f"{'.'.join(inner)!r} of the entries of {'.'.join(group)!r}")
        return column

    def _round(self, arguments: tuple[Node, ...]) -> Term:
        number = self._meaning.number(arguments[0])
        if len(arguments) == 1:
            return terms.call("round", (number,), "integer")
        return terms.call("round", (number, self._meaning.number(arguments[1])), "decimal")

    def _floor(self, arguments: tuple[Node, ...]) -> Term:
        """int() cuts towards 0; below it one more is taken where something was cut."""
        number = self._meaning.number(arguments[0])
        cut = terms.call("int", (number,), "integer")
        lower = terms.reckoned(cut, "-", terms.number(1))
        return terms.chosen(terms.compared(number, "<", cut), lower, cut)

    def _abs(self, arguments: tuple[Node, ...]) -> Term:
        number = self._meaning.number(arguments[0])
        minus = terms.reckoned(terms.number(0), "-", number)
        return terms.chosen(terms.compared(number, "<", terms.number(0)), minus, number)

    def _part(self, arguments: tuple[Node, ...]) -> Term:
        text, *numbers = (self._meaning.term(one) for one in arguments)
        if any(isinstance(n.constant, int) and n.constant < 0 for n in numbers):
            raise CannotSay("a part of a text counted from its end")
        return terms.call("substring", (text, *numbers), "text")

    def _empty(self, arguments: tuple[Node, ...]) -> Term:
        return terms.compared(self._meaning.term(arguments[0]), "=", terms.NULL)

    def _difference(self, arguments: tuple[Node, ...]) -> Term:
        """moment().diff(moment(born), 'years')."""
        match arguments:
            case (Call("moment", ()), day, Value("years" | "year")):
                return terms.call("years_since", (self._meaning.term(day),), "integer")
            case (later, earlier, Value(str() as unit)):
                return self._apart(self._meaning.term(earlier), self._meaning.term(later), unit)
        raise CannotSay("this difference between two days")

    def _apart(self, earlier: Term, later: Term, unit: str) -> Term:
        if unit in ("days", "day"):
            return terms.call("days_between", (earlier, later), "integer")
        if unit not in _UNITS:
            raise CannotSay(f"a difference in {unit}")
        months = months_between(earlier, later)
        if _UNITS[unit] == 1:
            return months
        years = terms.reckoned(months, "/", terms.number(_UNITS[unit]))
        return terms.call("int", (years,), "integer")

    def _later(self, arguments: tuple[Node, ...], sign: int) -> Term:
        """moment(day).add(3, 'months')."""
        match arguments:
            case (day, Value(int() as count), Value(str() as unit)):
                moved, number = self._meaning.term(day), terms.number(sign * count)
                if unit in _UNITS:
                    number = terms.number(sign * count * _UNITS[unit])
                    return terms.call("add_months", (moved, number), "date")
                if unit in ("days", "day", "d"):
                    return terms.call("add_days", (moved, number), "date")
        raise CannotSay("this span of time")

    def _part_of(self, name: str, start: int = 0) -> Callable[[tuple[Node, ...]], Term]:
        """A part of a day; JavaScript counts its months from 0."""

        def part(arguments: tuple[Node, ...]) -> Term:
            number = terms.call(name, (self._meaning.term(arguments[0]),), "integer")
            return terms.reckoned(number, "-", terms.number(start)) if start else number

        return part

    def _fits(self, arguments: tuple[Node, ...]) -> Term:
        """/pattern/.test(text): it fits somewhere in the text."""
        match arguments:
            case (Call("RegExp", (Value(str() as source), *flags)), text):
                whole = anywhere(source)
                fits = pattern(f"(?i:{whole})" if any("i" in str(f) for f in flags) else whole)
                if fits is None:
                    raise CannotSay(f"the pattern {source!r}")
                given = as_text(self._meaning.term(text))
                return terms.call("matches", (given, written(fits)), "truth")
        raise CannotSay("a pattern that is not written out")

    def _values(self, arguments: tuple[Node, ...]) -> Term:
        """Of boxes to tick, those that are."""
        whole = self._meaning.term(arguments[0])
        if whole.kind != "list":
            raise CannotSay("the values of what is no list")
        return whole

    def _member(self, arguments: tuple[Node, ...]) -> Term:
        if arguments[1:] != (Value("length"),):
            raise CannotSay("a part of what a function gives")
        whole = self._meaning.term(arguments[0])
        return terms.call("count" if whole.kind == "list" else "length", (whole,), "integer")

    def _between(self, arguments: tuple[Node, ...]) -> Term:
        """text.substring(from, to)."""
        match arguments:
            case (text, Value(int() as start)):
                return self._part((text, Value(start)))
            case (text, Value(int() as start), Value(int() as end)) if 0 <= start <= end:
                return self._part((text, Value(start), Value(end - start)))
        raise CannotSay("a part of a text that is not counted in plain numbers")

    def _join(self, arguments: tuple[Node, ...]) -> Term:
        values = self._meaning.term(arguments[0])
        separator = self._meaning.term(arguments[1]) if len(arguments) > 1 else terms.text(",")
        if values.kind != "list":
            raise CannotSay("a text made of what is no list")
        return terms.call("join", (values, as_text(separator)), "text")

    def _ceiling(self, arguments: tuple[Node, ...]) -> Term:
        number = self._meaning.number(arguments[0])
        cut = terms.call("int", (number,), "integer")
        upper = terms.reckoned(cut, "+", terms.number(1))
        return terms.chosen(terms.compared(number, ">", cut), upper, cut)

    def _born_before(self, arguments: tuple[Node, ...]) -> Term:
        """isBornBeforeYear(1990, 'key of the date or of a number that begins with it', …)."""
        match arguments:
            case (Value(int() as year), Value(str() as key), *_):
                born = self._meaning.term(Path(tuple(key.split("."))))
                if born.kind == "date":
                    own = terms.call("year", (born,), "integer")
                    return terms.compared(own, "<", terms.number(year))
        raise CannotSay("the year of birth in a number")

    def _number(self, arguments: tuple[Node, ...]) -> Term:
        return self._meaning.number(arguments[0])

    def _text(self, arguments: tuple[Node, ...]) -> Term:
        return terms.call("text", (self._meaning.term(arguments[0]),), "text")

    def _truth(self, arguments: tuple[Node, ...]) -> Term:
        return self._meaning.truth(arguments[0])


def _of_site(arguments: tuple[Node, ...]) -> bool:
    """A method of the component itself is the site's own."""
    return (
        bool(arguments) and isinstance(arguments[0], Path) and arguments[0].parts[0] == "instance"
    )


def _is_span(node: Node) -> bool:
    return isinstance(node, Call) and node.function == "span"


def _bare(node: Node) -> Node:
    """Number(entry.price) sums like entry.price."""
    match node:
        case Call("Number" | "parseFloat" | "parseInt", (inner, *_)):
            return inner
    return node
