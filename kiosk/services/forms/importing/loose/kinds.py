"""How values of different kinds compare where the other language is not strict about it."""

import re
from decimal import Decimal, InvalidOperation

from foundation.expressions import MAX_LENGTH, parse
from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.terms import NUMBERS, Term

_NOW = re.compile(r"\b(today|now_time|years_since)\(")
_TRUTHS = {
    "true": True,
    "1": True,
    "yes": True,
    "ok": True,
    "false": False,
    "0": False,
    "no": False,
}


def constant(value: str | int | Decimal | bool | None) -> Term:
    """A constant of the other language in ours."""
    if value is None:
        return terms.NULL
    if isinstance(value, bool):
        return terms.truth(value)
    if isinstance(value, str):
        return terms.text(value)
    return terms.number(value)


def truthy(term: Term) -> Term:
    """Whether it counts as true: a number that is not 0, a text that is not blank."""
    if term.is_constant:
        return terms.truth(bool(term.constant))
    if term.kind == "truth":
        return term
    given = terms.compared(term, "!=", terms.NULL)
    if term.kind in NUMBERS:
        return terms.both((given, terms.compared(term, "!=", terms.number(0))))
    return given


def folded(term: Term) -> Term:
    """Whether it holds, where that rests on nothing that is answered, and not on the day."""
    if term.is_constant or "null" not in term.text or len(term.text) > MAX_LENGTH:
        return term
    meant = parse(term.text)
    if meant.names or _NOW.search(term.text):
        return term
    return terms.truth(meant.holds({}))


def equality(left: Term, right: Term) -> Term:
    """left == right as a person means it: the constant takes the kind of the answer."""
    if left.is_constant and not right.is_constant:
        left, right = right, left
    if left.is_constant and right.is_constant:
        return terms.truth(_plain(left.constant) == _plain(right.constant))
    if right.is_constant:
        return _equals_constant(left, right)
    if {left.kind, right.kind} & set(NUMBERS) and "text" in (left.kind, right.kind):
        return terms.compared(as_number(left), "=", as_number(right))
    return terms.compared(left, "=", right)


def _equals_constant(left: Term, right: Term) -> Term:
    value = right.constant
    if value is None or value == "":
        return terms.compared(left, "=", terms.NULL)
    if left.kind == "truth":
        wanted = _TRUTHS.get(str(value).lower())
        if wanted is None:
            return terms.FALSE
        return left if wanted else terms.compared(left, "=", terms.FALSE)
    if left.kind == "list":
        return terms.call("selected", (left, terms.text(_plain(value))), "truth")
    if left.kind in NUMBERS:
        number = number_in(right)
        return terms.FALSE if number is None else terms.compared(left, "=", number)
    if left.kind in ("text", "date", "time", "date_time"):
        return terms.compared(left, "=", terms.text(_plain(value)))
    return terms.compared(left, "=", right)


def order(left: Term, sign: str, right: Term) -> Term:
    """left < right and its like: as numbers where one of them is a number, else as texts."""
    if {left.kind, right.kind} & set(NUMBERS):
        return terms.compared(as_number(left), sign, as_number(right))
    if "list" in (left.kind, right.kind):
        raise CannotSay("an order of lists")
    return terms.compared(left, sign, right)


def membership(item: Term, whole: Term) -> Term:
    """Whether an item is in a list, or a text within a text."""
    if whole.kind == "list" and whole.text.startswith("["):
        return terms.compared(item, "in", whole)
    if whole.kind == "list":
        wanted = terms.text(_plain(item.constant)) if item.is_constant else item
        return terms.call("selected", (whole, wanted), "truth")
    return terms.call("contains", (whole, as_text(item)), "truth")


def as_number(term: Term) -> Term:
    """As a number; a text is read as one."""
    if term.kind in NUMBERS:
        return term
    if term == terms.NULL:
        return term
    if term.is_constant:
        number = number_in(term)
        if number is None:
            raise CannotSay(f"{term.text} as a number")
        return number
    if term.kind == "truth":
        return terms.chosen(term, terms.number(1), terms.number(0))
    if term.kind in ("list", "date", "date_time", "time"):
        raise CannotSay(f"a {term.kind.replace('_', ' and ')} as a number")
    return terms.call("number", (term,), "decimal")


def as_text(term: Term) -> Term:
    """As a text."""
    if term.kind == "text":
        return term
    if term.is_constant:
        return terms.text(_plain(term.constant))
    return terms.call("text", (term,), "text")


def number_in(term: Term) -> Term | None:
    """The number that a constant spells."""
    value = term.constant
    if isinstance(value, bool):
        return terms.number(int(value))
    try:
        number = Decimal(str(value).strip() or "0")
    except InvalidOperation:
        return None
    return terms.number(number) if number.is_finite() and abs(number) < 10**15 else None


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def coalesced(one: Term, other: Term) -> Term:
    """The first of the two that is given."""
    kind = one.kind if one.kind == other.kind else "any"
    if {one.kind, other.kind} == set(NUMBERS):
        kind = "decimal"
    return terms.call("coalesce", (one, other), kind)
