"""What a loosely comparing expression means in our language, where kinds are kept apart."""

from decimal import Decimal

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.calls import Calls
from kiosk.services.forms.importing.loose.kinds import (
    as_number,
    coalesced,
    constant,
    equality,
    folded,
    membership,
    order,
    truthy,
)
from kiosk.services.forms.importing.loose.tree import (
    Arrow,
    Binary,
    Call,
    CannotSay,
    Fork,
    Items,
    Node,
    Path,
    Resolver,
    Unary,
    Value,
)
from kiosk.services.forms.importing.terms import NUMBERS, Term

_ORDERS = ("<", "<=", ">", ">=")
FORMER = Call("#former", ())
"""What a variable held before the program ran."""


class Meaning:
    """Translates; `resolver` knows the form's answers. Every method may raise CannotSay."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.former = False
        """Whether something keeps what it held before; here that is nothing."""
        self._calls = Calls(self)

    def truth(self, node: Node) -> Term:
        """What `node` amounts to where only true or false matters."""
        match node:
            case Binary("&&", left, right):
                first = self.truth(left)
                return first if first == terms.FALSE else terms.both((first, self.truth(right)))
            case Binary("||", left, right):
                first = self.truth(left)
                return first if first == terms.TRUE else terms.either((first, self.truth(right)))
            case Unary("!", inner):
                return terms.negated(self.truth(inner))
            case Fork(condition, then, otherwise):
                asked = self.truth(condition)
                if asked.is_constant:
                    return self.truth(then if asked.constant else otherwise)
                yes, no = self.truth(then), self.truth(otherwise)
                return terms.either(
                    (terms.both((asked, yes)), terms.both((terms.negated(asked), no)))
                )
        return folded(truthy(self.term(node)))

    def term(self, node: Node) -> Term:
        """What `node` comes to."""
        match node:
            case Value(value):
                return constant(value)
            case Path(parts):
                return self._path(parts)
            case Unary("-", inner):
                return _minus(self.number(inner))
            case Unary("+", inner):
                return self.number(inner)
            case Unary():
                return self.truth(node)
            case Binary(sign, left, right):
                return self._binary(sign, left, right)
            case Fork(condition, then, otherwise):
                asked = self.truth(condition)
                if asked.is_constant:
                    return self.term(then if asked.constant else otherwise)
                return terms.chosen(asked, self.term(then), self.term(otherwise))
            case Items(items):
                return terms.listed(self.term(one) for one in items)
            case Call("#former"):
                self.former = True
                return terms.NULL
            case Call(function, arguments):
                return self._calls.term(function, arguments)
            case Arrow():
                raise CannotSay("a function where a value was expected")
        raise CannotSay("this expression")

    def number(self, node: Node) -> Term:
        """What `node` comes to, as a number."""
        return as_number(self.term(node))

    def _path(self, parts: tuple[str, ...]) -> Term:
        found = self.resolver.find(parts)
        if found is not None:
            return found
        if parts[-1] == "length" and len(parts) > 1:
            whole = self.resolver.find(parts[:-1])
            if whole is not None:
                return terms.call("length", (whole,), "integer")
        raise CannotSay(f"{'.'.join(parts)!r}, which the form does not ask for")

    def _binary(self, sign: str, left: Node, right: Node) -> Term:
        if sign in ("&&", "||", "??"):
            return self._short(sign, left, right)
        date = self._calls.compared(sign, left, right)
        if date is not None:
            return date
        one, other = self.term(left), self.term(right)
        apart = self._calls.between(one, other) if sign == "-" else None
        if apart is not None:
            return apart
        if sign in ("==", "!="):
            equal = equality(one, other)
            return equal if sign == "==" else terms.negated(equal)
        if sign in _ORDERS:
            return order(one, sign, other)
        if sign == "in":
            return membership(one, other)
        if sign == "+" and "text" in (one.kind, other.kind):
            return terms.call("concat", (one, other), "text")
        return terms.reckoned(as_number(one), sign, as_number(other))

    def _short(self, sign: str, left: Node, right: Node) -> Term:
        """a && b, a || b and a ?? b where the value itself is wanted."""
        one = self.term(left)
        if sign == "&&" and truthy(one) == terms.FALSE:
            return one
        other = self.term(right)
        if one.kind == other.kind == "truth" and sign != "??":
            join = terms.both if sign == "&&" else terms.either
            return join((one, other))
        if sign == "&&":
            return terms.chosen(truthy(one), other, terms.NULL)
        if sign == "||" and other.is_constant and other.constant in (None, ""):
            return terms.chosen(truthy(one), one, terms.NULL) if one.kind in NUMBERS else one
        if sign == "||" and one.kind in NUMBERS and other.constant != 0:
            return terms.chosen(truthy(one), one, other)
        return coalesced(one, other)


def _minus(term: Term) -> Term:
    if term.is_constant and isinstance(term.constant, int | Decimal):
        return terms.number(-term.constant)
    return terms.reckoned(terms.number(0), "-", term)
