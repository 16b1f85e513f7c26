"""Everything in a form.io component that decides: shown when, checked how, reckoned from what."""

import json
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.formio.answers import Answers, View
from kiosk.services.forms.importing.loose import jsonlogic, kinds
from kiosk.services.forms.importing.loose.meaning import FORMER, Meaning
from kiosk.services.forms.importing.loose.program import NOTHING, outcome
from kiosk.services.forms.importing.loose.tree import CannotSay, Fork, Node, Value
from kiosk.services.forms.importing.sources import rows, words
from kiosk.services.forms.importing.terms import Term

_SIGNS = {
    "lessThan": "<",
    "lessThanOrEqual": "<=",
    "greaterThan": ">",
    "greaterThanOrEqual": ">=",
    "dateLessThan": "<",
    "dateLessThanOrEqual": "<=",
    "dateGreaterThan": ">",
    "dateGreaterThanOrEqual": ">=",
}


class Deciding:
    """Translates what stands at one component, from where it stands. May raise CannotSay."""

    def __init__(
        self,
        answers: Answers,
        near: tuple[str, ...],
        group: tuple[str, ...],
        own: Asked | None = None,
    ) -> None:
        self.view = View(answers, near, group, own)
        self._meaning = Meaning(self.view)

    @property
    def outside(self) -> set[str]:
        """What was asked for so far, and is not in the form."""
        return self.view.outside

    @property
    def former(self) -> bool:
        """Whether a value was said that stays as it was where nothing sets it."""
        return self._meaning.former

    def forget(self) -> None:
        """Begin with the next thing that decides."""
        self.view.outside.clear()

    def simple(self, conditional: dict[str, Any]) -> Term:
        """`{show, when, eq}`, `{show, conjunction, conditions}` or `{json}`."""
        told = words(conditional.get("show")).lower()
        if conditional.get("json"):
            return self.logic(conditional["json"])
        if conditional.get("conditions"):
            show = told != "false"
            parts = [self._condition(one) for one in rows(conditional["conditions"])]
            join = terms.either if conditional.get("conjunction") == "any" else terms.both
            held = join(parts)
        else:
            show = told == "true"
            held = self._equals(conditional.get("when"), conditional.get("eq"))
        return held if show else terms.negated(held)

    def shown(self, source: Any) -> Term:
        """A program that sets `show`, which is true before, or JSONLogic."""
        return self._meaning.truth(_node(source, "show", Value(True)))

    def triggered(self, source: Any) -> Term:
        """A program that sets `result`, or JSONLogic."""
        return self._meaning.truth(_node(source, "result"))

    def value(self, source: Any) -> Term:
        """A program that sets `value`, which stays as it was where it does not, or JSONLogic."""
        return self._meaning.term(_node(source, "value", FORMER))

    def check(self, source: Any) -> tuple[Term, str]:
        """A check as (what is right, what is said when it is not)."""
        node = _node(source, "valid", Value(True))
        told = _messages(node)
        return self._meaning.truth(_right(node)), told[0] if len(told) == 1 else ""

    def logic(self, rule: Any) -> Term:
        """JSONLogic as a condition."""
        if isinstance(rule, str):
            try:
                rule = json.loads(rule)
            except ValueError as broken:
                raise CannotSay("a rule that is no JSON") from broken
        return self._meaning.truth(jsonlogic.expression(rule))

    def logic_value(self, rule: Any) -> Term:
        """JSONLogic as a value."""
        return self._meaning.term(jsonlogic.expression(rule))

    def _equals(self, when: Any, wanted: Any) -> Term:
        """An answer that the form does not ask for is "", as form.io has it."""
        answer = self.view.find(tuple(words(when).split(".")))
        if answer is None:
            self.view.absent.add(words(when))
            return terms.truth(wanted == "")
        if isinstance(wanted, bool):
            return kinds.equality(answer, terms.truth(wanted))
        return kinds.equality(answer, terms.text(words(wanted)))

    def _answer(self, when: Any) -> Term:
        way = tuple(words(when).split("."))
        found = self.view.find(way)
        if found is None:
            raise CannotSay(f"{words(when)!r}, which the form does not ask for")
        return found

    def _condition(self, one: dict[str, Any]) -> Term:
        operator = words(one.get("operator")) or "isEqual"
        answer = self._answer(one.get("component"))
        wanted = one.get("value")
        bare = terms.truth(wanted) if isinstance(wanted, bool) else terms.text(words(wanted))
        if operator in ("isEqual", "isDateEqual"):
            return kinds.equality(answer, bare)
        if operator in ("isNotEqual", "isNotDateEqual"):
            return terms.negated(kinds.equality(answer, bare))
        if operator == "isEmpty":
            return terms.compared(answer, "=", terms.NULL)
        if operator == "isNotEmpty":
            return terms.compared(answer, "!=", terms.NULL)
        if operator in ("includes", "notIncludes"):
            inside = kinds.membership(bare, answer)
            return inside if operator == "includes" else terms.negated(inside)
        if operator in ("startsWith", "endsWith"):
            ours = "starts_with" if operator == "startsWith" else "ends_with"
            return terms.call(ours, (kinds.as_text(answer), bare), "truth")
        if operator in _SIGNS:
            return kinds.order(answer, _SIGNS[operator], bare)
        raise CannotSay(f"the operator {operator}")


def _right(node: Node) -> Node:
    """A check is right where it is true; a text is what is wrong."""
    match node:
        case Fork(condition, then, otherwise):
            return Fork(condition, _right(then), _right(otherwise))
        case Value(str()):
            return Value(False)
        case Value(None):
            return Value(True)
    return node


def _messages(node: Node) -> list[str]:
    match node:
        case Fork(_, then, otherwise):
            return [*_messages(then), *_messages(otherwise)]
        case Value(str() as text):
            return [text]
    return []


def _node(source: Any, variable: str, start: Node = NOTHING) -> Node:
    if isinstance(source, dict | list):
        return jsonlogic.expression(source)
    return outcome(words(source), variable, start)
