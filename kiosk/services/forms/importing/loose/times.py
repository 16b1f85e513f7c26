"""Days, moments and spans between them, as JavaScript, moment and Open Forms have them."""

import re
from datetime import date
from typing import TYPE_CHECKING

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.tree import Binary, Call, CannotSay, Function, Node, Value
from kiosk.services.forms.importing.spans import months_between
from kiosk.services.forms.importing.terms import Term

if TYPE_CHECKING:
    from kiosk.services.forms.importing.loose.meaning import Meaning

_DAY = re.compile(r"\d\d?/\d\d?/\d{4} ")
"""month/day/year, before an hour."""
_SAME = ("date", "date_time", "Date", "moment", ".valueOf", ".getTime", ".toISOString")
_BEFORE = {
    ".isBefore": "<",
    ".isAfter": ">",
    ".isSame": "=",
    ".isSameOrBefore": "<=",
    ".isSameOrAfter": ">=",
}
_MONTHS = {"years": 12, "year": 12, "months": 1, "month": 1}
_DAYS = ("days", "day", "d")


class Times:
    """Translates what is done with days; `meaning` translates the rest."""

    def __init__(self, meaning: "Meaning") -> None:
        self._meaning = meaning
        self.functions: dict[str, Function] = {
            **dict.fromkeys(_SAME, self._day),
            **{name: self._order(sign) for name, sign in _BEFORE.items()},
            ".diff": self._difference,
            ".getFullYear": self._part("year"),
            ".getMonth": self._part("month", 1),
            ".getDate": self._part("day"),
            ".year": self._part("year"),
            ".month": self._part("month", 1),
            ".date": self._part("day"),
            ".add": lambda given: self._later(given, 1),
            ".subtract": lambda given: self._later(given, -1),
            "span": self._span,
            "now": self._now,
        }

    def shifted(self, sign: str, left: Node, right: Node) -> Term | None:
        """day < other - span: the span moves the other day; None for any other comparison."""
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
            case Binary("+", Value(str() as day), hour) if _DAY.fullmatch(day):
                return self._at(day, self._meaning.term(hour))
            case Binary():
                raise CannotSay("a moment that is put together")
        return self._meaning.term(arguments[0])

    def _at(self, day: str, hour: Term) -> Term:
        """A time on a day that is written out, in milliseconds: for what lies between two."""
        if hour.kind != "time":
            raise CannotSay("a moment made of texts")
        month, number, year = (int(one) for one in day.strip().split("/"))
        try:
            days = (date(year, month, number) - date(1970, 1, 1)).days
        except ValueError as wrong:
            raise CannotSay(f"the day {day.strip()!r}") from wrong
        hours, minutes = (
            terms.call("int", (terms.call("substring", (hour, *place), "text"),), "integer")
            for place in ((terms.number(0), terms.number(2)), (terms.number(3), terms.number(2)))
        )
        whole = terms.reckoned(terms.reckoned(hours, "*", terms.number(60)), "+", minutes)
        since = terms.reckoned(terms.number(days * 24 * 60), "+", whole)
        return terms.reckoned(since, "*", terms.number(60_000))

    def between(self, later: Term, earlier: Term) -> Term | None:
        """later - earlier of two days, in milliseconds; None where they are none."""
        if not later.kind == earlier.kind == "date":
            return None
        days = terms.call("days_between", (earlier, later), "integer")
        return terms.reckoned(days, "*", terms.number(24 * 60 * 60_000))

    def _order(self, sign: str) -> Function:
        def ordered(arguments: tuple[Node, ...]) -> Term:
            if len(arguments) < 2:
                raise CannotSay("a comparison with nothing")
            left, right = (self._meaning.term(one) for one in arguments[:2])
            return terms.compared(left, sign, right)

        return ordered

    def _span(self, _: tuple[Node, ...]) -> Term:
        raise CannotSay("a span of time by itself")

    def _now(self, _: tuple[Node, ...]) -> Term:
        now = (terms.call("today", (), "date"), terms.text("T"), terms.call("now_time", (), "time"))
        return terms.call("concat", now, "date_time")

    def _difference(self, arguments: tuple[Node, ...]) -> Term:
        """moment().diff(moment(born), 'years')."""
        match arguments:
            case (Call("moment", ()), day, Value("years" | "year")):
                return terms.call("years_since", (self._meaning.term(day),), "integer")
            case (later, earlier, Value(str() as unit)):
                return self._apart(self._meaning.term(earlier), self._meaning.term(later), unit)
        raise CannotSay("this difference between two days")

    def _apart(self, earlier: Term, later: Term, unit: str) -> Term:
        if unit in _DAYS:
            return terms.call("days_between", (earlier, later), "integer")
        if unit not in _MONTHS:
            raise CannotSay(f"a difference in {unit}")
        months = months_between(earlier, later)
        if _MONTHS[unit] == 1:
            return months
        years = terms.reckoned(months, "/", terms.number(_MONTHS[unit]))
        return terms.call("int", (years,), "integer")

    def _later(self, arguments: tuple[Node, ...], sign: int) -> Term:
        """moment(day).add(3, 'months')."""
        match arguments:
            case (day, Value(int() as count), Value(str() as unit)):
                moved, number = self._meaning.term(day), terms.number(sign * count)
                if unit in _MONTHS:
                    number = terms.number(sign * count * _MONTHS[unit])
                    return terms.call("add_months", (moved, number), "date")
                if unit in _DAYS:
                    return terms.call("add_days", (moved, number), "date")
        raise CannotSay("this span of time")

    def _part(self, name: str, start: int = 0) -> Function:
        """A part of a day; JavaScript counts its months from 0."""

        def part(arguments: tuple[Node, ...]) -> Term:
            number = terms.call(name, (self._meaning.term(arguments[0]),), "integer")
            return terms.reckoned(number, "-", terms.number(start)) if start else number

        return part


def _is_span(node: Node) -> bool:
    return isinstance(node, Call) and node.function == "span"
