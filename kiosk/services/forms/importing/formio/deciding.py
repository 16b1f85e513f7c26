"""Everything in a form.io component that decides: shown when, checked how, reckoned from what."""

import json
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.formio.answers import Answers, View
from kiosk.services.forms.importing.loose import jsonlogic, kinds, program
from kiosk.services.forms.importing.loose.meaning import Meaning
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

    def simple(self, conditional: dict[str, Any]) -> Term:
        """`{show, when, eq}`, `{show, conjunction, conditions}` or `{json}`."""
        show = words(conditional.get("show")).lower() != "false"
        if conditional.get("json"):
            return self.logic(conditional["json"])
        if conditional.get("conditions"):
            parts = [self._condition(one) for one in rows(conditional["conditions"])]
            join = terms.either if conditional.get("conjunction") == "any" else terms.both
            held = join(parts)
        else:
            held = self._equals(conditional.get("when"), conditional.get("eq"))
        return held if show else terms.negated(held)

    def code(self, source: Any, variable: str) -> Term:
        """A program (or JSONLogic) that sets a variable, as a condition."""
        return self._meaning.truth(self._node(source, variable))

    def value(self, source: Any, variable: str = "value") -> Term:
        """A program (or JSONLogic) that sets a variable, as a value."""
        return self._meaning.term(self._node(source, variable))

    def check(self, source: Any) -> tuple[Term, str]:
        """A check as (what is right, what is said when it is not)."""
        node = self._node(source, "valid")
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

    def _node(self, source: Any, variable: str) -> Node:
        if isinstance(source, dict | list):
            return jsonlogic.expression(source)
        return program.outcome(words(source), variable)

    def _equals(self, when: Any, wanted: Any) -> Term:
        answer = self._answer(when)
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
