"""Conditions of DEFRA forms: structured ones of both versions, and expressions written out."""

from collections.abc import Mapping
from typing import Any, Protocol

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose import javascript, kinds
from kiosk.services.forms.importing.loose.meaning import Meaning
from kiosk.services.forms.importing.loose.tokens import Token, tokens
from kiosk.services.forms.importing.loose.tree import CannotSay, Node
from kiosk.services.forms.importing.sources import record, rows, whole, words
from kiosk.services.forms.importing.terms import Term

_SIGNS = {
    "is more than": ">",
    "is less than": "<",
    "is at least": ">=",
    "is at most": "<=",
    "is before": "<",
    "is after": ">",
}
_LENGTHS = {"is longer than": ">", "is shorter than": "<", "has length": "="}
_MIRRORED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}
_MONTHS = {"years": 12, "months": 1}
_WORDS = {"and": "&&", "or": "||", "not": "!"}


class Fields(Protocol):
    """Knows the answers that conditions are about."""

    def named(self, name: str) -> Term | None:
        """The answer to `name` or `section.name`."""

    def component(self, identifier: str) -> Term | None:
        """The answer to the component of this id."""

    def item(self, list_id: str, item_id: str) -> str | None:
        """The value of an item of a list."""


class Conditions:
    """A form's conditions by name or id, each read when it is first asked for."""

    def __init__(self, written: Any, fields: Fields) -> None:
        self._written: dict[str, Mapping[str, Any]] = {}
        for one in rows(written):
            for key in (words(one.get("name")), words(one.get("id"))):
                if key:
                    self._written.setdefault(key, one)
        self._fields = fields
        self._open: list[str] = []
        self._meaning = Meaning(_Names(self))

    def term(self, reference: Any) -> Term:
        """What a link, a page or a component asks for. Raises CannotSay."""
        name = words(reference)
        if name in self._written:
            return self._named(name)
        if not name:
            raise CannotSay("a condition without a name")
        return self._expression(name)

    def find(self, parts: tuple[str, ...]) -> Term | None:
        """A name within a written expression: an answer, or another condition."""
        found = self._fields.named(".".join(parts))
        if found is None and len(parts) == 1 and parts[0] in self._written:
            return self._named(parts[0])
        return found

    def _named(self, name: str) -> Term:
        if name in self._open:
            raise CannotSay(f"the condition {name}, which rests on itself")
        self._open.append(name)
        try:
            return self._read(self._written[name])
        finally:
            self._open.pop()

    def _read(self, written: Mapping[str, Any]) -> Term:
        value = written.get("value")
        if isinstance(value, str | bool):
            return self._expression(words(value))
        if isinstance(written.get("items"), list):
            join = terms.either if written.get("coordinator") == "or" else terms.both
            return join([self._item(one) for one in rows(written["items"])])
        inner = rows(record(value).get("conditions"))
        if not inner:
            raise CannotSay(f"the condition {words(written.get('displayName'))}, which is empty")
        return self._joined(inner)

    def _joined(self, parts: list[dict[str, Any]]) -> Term:
        """and binds closer than or; a coordinator stands with the part after it."""
        alternatives: list[list[Term]] = [[]]
        for place, part in enumerate(parts):
            if place and words(part.get("coordinator")).lower() == "or":
                alternatives.append([])
            alternatives[-1].append(self._part(part))
        return terms.either([terms.both(one) for one in alternatives])

    def _part(self, part: dict[str, Any]) -> Term:
        if isinstance(part.get("conditions"), list):
            return self._joined(rows(part["conditions"]))
        if part.get("conditionName"):
            return self.term(part["conditionName"])
        name = words(record(part.get("field")).get("name"))
        answer = self._fields.named(name)
        if answer is None:
            raise CannotSay(f"{name!r}, which the form does not ask for")
        return self._asked(answer, words(part.get("operator")), part.get("value"))

    def _item(self, item: dict[str, Any]) -> Term:
        if item.get("conditionId"):
            return self.term(item["conditionId"])
        answer = self._fields.component(words(item.get("componentId")))
        if answer is None:
            raise CannotSay("a component that the form does not have")
        value = item.get("value")
        if isinstance(value, dict) and "itemId" in value:
            value = self._fields.item(words(value.get("listId")), words(value.get("itemId")))
            if value is None:
                raise CannotSay("an item that is in no list")
        return self._asked(answer, words(item.get("operator")), value)

    def _asked(self, answer: Term, operator: str, value: Any) -> Term:
        amount = _span(value)
        if amount is not None:
            return _relative(answer, operator, *amount)
        bare = value.get("value") if isinstance(value, dict) else value
        constant = terms.truth(bare) if isinstance(bare, bool) else terms.text(words(bare))
        if operator in ("is", "is not"):
            equal = kinds.equality(answer, constant)
            return equal if operator == "is" else terms.negated(equal)
        if operator in ("contains", "does not contain"):
            inside = kinds.membership(constant, answer)
            return inside if operator == "contains" else terms.negated(inside)
        if operator in _LENGTHS:
            length = terms.call("length", (answer,), "integer")
            return terms.compared(length, _LENGTHS[operator], kinds.as_number(constant))
        if operator in _SIGNS:
            return kinds.order(answer, _SIGNS[operator], constant)
        if operator == "matches regex" and "'" not in words(bare):
            return terms.call("matches", (answer, constant), "truth")
        raise CannotSay(f"the operator {operator!r}")

    def _expression(self, source: str) -> Term:
        return self._meaning.truth(_parsed(source))


class _Names:
    """The names of written expressions, for `Meaning`."""

    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions

    def find(self, parts: tuple[str, ...]) -> Term | None:
        return self._conditions.find(parts)

    def column(self, parts: tuple[str, ...], inner: tuple[str, ...]) -> Term | None:
        return None

    def with_property(self, name: str, value: str) -> Term | None:
        return None


def _parsed(source: str) -> Node:
    """`a.b == 'x' and not c`, read as JavaScript with words for signs."""
    read = [
        Token("sign", _WORDS[one.text]) if one.kind == "name" and one.text in _WORDS else one
        for one in tokens(source)
    ]
    reader = javascript.Reader(read)
    node = reader.expression()
    if reader.next.kind != "end":
        raise CannotSay(f"{reader.next.text!r} after the condition")
    return node


def _span(value: Any) -> tuple[int, str, bool] | None:
    """(amount, unit, whether in the past) of a day told from today, else None."""
    told = record(value)
    if "direction" not in told:
        return None
    amount = whole(told.get("period", told.get("timePeriod")))
    unit = words(told.get("unit", told.get("timeUnit")))
    if amount is None or unit not in ("years", "months", "days"):
        raise CannotSay(f"a span of {words(told.get('period'))} {unit}")
    return amount, unit, "past" in words(told["direction"])


def _relative(answer: Term, operator: str, amount: int, unit: str, past: bool) -> Term:
    """At least 18 years in the past is on or before the day 18 years ago."""
    sign = _SIGNS.get(operator)
    if sign is None:
        raise CannotSay(f"the operator {operator!r} with a day told from today")
    if past and operator not in ("is before", "is after"):
        sign = _MIRRORED[sign]
    signed = -amount if past else amount
    today = terms.call("today", (), "date")
    if unit == "days":
        day = terms.call("add_days", (today, terms.number(signed)), "date")
    else:
        months = terms.number(signed * _MONTHS[unit])
        day = terms.call("add_months", (today, months), "date")
    return terms.compared(answer, sign, day)
