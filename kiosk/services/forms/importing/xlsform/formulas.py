"""XPath of XLSForms in our language."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose import kinds
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.terms import NUMBERS, Term
from kiosk.services.forms.importing.xlsform import functions
from kiosk.services.forms.importing.xlsform.xpath import (
    Binary,
    Call,
    Itself,
    Literal,
    Lookup,
    Minus,
    Reference,
    Tree,
    parse,
)


class Scope(Protocol):
    """Knows what a name means where an expression stands."""

    def find(self, name: str) -> Term | None:
        """The answer of this name."""

    def column(self, name: str) -> str | None:
        """In a choice filter, the text in this column of the choice at hand."""

    def holds_list(self, name: str) -> bool:
        """Whether the form has a list of choices of this name."""

    def lookup(self, instance: str, key: str, answer: Term, column: str) -> Term | None:
        """The column of the row of a list whose `key` is the answer."""

    def label(self, name: str) -> Term | None:
        """The label of what was chosen in answer to a question."""


@dataclass
class Formula:
    """Translates expressions that stand in one place; `itself` is what `.` means there."""

    scope: Scope
    itself: Term | None = None
    outside: set[str] = field(default_factory=set)
    """What was asked for and is not in the form: lists, and values that the device would bring."""

    def truth(self, text: str) -> Term:
        """A condition. Raises CannotSay."""
        return self.holds(parse(text))

    def value(self, text: str) -> Term:
        """A value. Raises CannotSay."""
        return self.term(parse(text))

    def holds(self, tree: Tree) -> Term:
        """Whether it is true."""
        match tree:
            case Binary("and", left, right):
                return terms.both((self.holds(left), self.holds(right)))
            case Binary("or", left, right):
                return terms.either((self.holds(left), self.holds(right)))
            case Call("not", (inner,)):
                return terms.negated(self.holds(inner))
        return kinds.truthy(self.term(tree))

    def term(self, tree: Tree) -> Term:
        """What it comes to."""
        match tree:
            case Literal(value):
                return kinds.constant(value)
            case Itself():
                if self.itself is None:
                    raise CannotSay("'.' where there is no answer")
                return self.itself
            case Reference():
                return self._reference(tree)
            case Minus(inner):
                number = kinds.as_number(self.term(inner))
                if number.is_constant and isinstance(number.constant, int | Decimal):
                    return terms.number(-number.constant)
                return terms.reckoned(terms.number(0), "-", number)
            case Binary("and" | "or", _, _):
                return self.holds(tree)
            case Binary(sign, left, right):
                return self._binary(sign, self.term(left), self.term(right))
            case Lookup():
                return self._lookup(tree)
            case Call(function, arguments):
                return functions.term(self, function, arguments)
        raise CannotSay("this expression")

    def number(self, tree: Tree) -> Term:
        """What it comes to, as a number."""
        return kinds.as_number(self.term(tree))

    def _reference(self, reference: Reference) -> Term:
        if reference.bare:
            text = self.scope.column(reference.name)
            if text is not None:
                return terms.text(text)
        found = self.scope.find(reference.name)
        if found is None and reference.bare and reference.name.lower() in ("true", "false"):
            return terms.truth(reference.name.lower() == "true")
        if found is None and reference.bare and reference.name.lower() == "null":
            return terms.NULL
        if found is None:
            raise CannotSay(f"{reference.name!r}, which the form does not ask for")
        if found == terms.NULL:
            self.outside.add(reference.name)
        return found

    def _binary(self, sign: str, left: Term, right: Term) -> Term:
        if sign in ("=", "!="):
            equal = _equal(left, right)
            return equal if sign == "=" else terms.negated(equal)
        if sign in ("<", "<=", ">", ">="):
            return kinds.order(left, sign, right)
        days = _of_days(left, sign, right)
        if days is not None:
            return days
        plain = {"div": "/", "mod": "%"}.get(sign, sign)
        return terms.reckoned(kinds.as_number(left), plain, kinds.as_number(right))

    def row(self, name: str, key: str, answer: Term, column: str) -> Term:
        """A column of the row of a list whose `key` is the answer; null of data beside the form."""
        if not self.scope.holds_list(name):
            self.outside.add(name)
            return terms.NULL
        found = self.scope.lookup(name, key, answer, column)
        if found is None:
            raise CannotSay(f"a look into the list {name}")
        return found

    def _lookup(self, tree: Lookup) -> Term:
        if not self.scope.holds_list(tree.instance):
            self.outside.add(tree.instance)
            return terms.NULL
        match tree.condition:
            case Binary("=", Reference(key, True), other) | Binary(
                "=", other, Reference(key, True)
            ):
                return self.row(tree.instance, key, self.term(other), tree.column)
        raise CannotSay(f"a look into the list {tree.instance}")


def _equal(left: Term, right: Term) -> Term:
    """A list equals a text when just that is chosen."""
    for one, other in ((left, right), (right, left)):
        if one.kind == "list" and other.is_constant and other.constant not in ("", None):
            alone = terms.call("count", (one,), "integer")
            return terms.both(
                (kinds.equality(one, other), terms.compared(alone, "=", terms.number(1)))
            )
    return kinds.equality(left, right)


def _of_days(left: Term, sign: str, right: Term) -> Term | None:
    """Days taken from days, or moved by a number, else None."""
    days = ("date", "date_time")
    if left.kind in days and right.kind in days and sign == "-":
        return terms.call("days_between", (right, left), "integer")
    if left.kind in days and right.kind in (*NUMBERS, "text") and sign in "+-":
        count = kinds.as_number(right)
        if sign == "-":
            if count.is_constant and isinstance(count.constant, int | Decimal):
                count = terms.number(-count.constant)
            else:
                count = terms.reckoned(terms.number(0), "-", count)
        if count.kind != "integer":
            count = terms.call("int", (count,), "integer")
        return terms.call("add_days", (left, count), "date")
    return None
