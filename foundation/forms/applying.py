"""Which pages, questions and entries apply to some answers, and which answers count."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from foundation.expressions import Context, number_of
from foundation.expressions.values import rounded, text_of
from foundation.forms.rules import Page, Question, Rules, asks

PLACES = 15
"""Behind the point of a decimal answer, as its format has it."""


@dataclass(frozen=True)
class Place:
    """A page, or one entry of a page's group, as these answers make it."""

    page: str
    entry: int | None
    questions: tuple[Question, ...]
    """Those that are shown, notes too."""
    context: Context
    answers: Mapping[str, Any]
    """By name; what is not answered is not there."""

    @property
    def id(self) -> str:
        """`page`, or `page[0]` for its first entry."""
        return self.page if self.entry is None else f"{self.page}[{self.entry}]"


@dataclass(frozen=True)
class Applying:
    """All that applies, in order; `answers` are those that count, with what is computed."""

    places: Mapping[str, Place]
    answers: dict[str, Any]
    context: Context

    def pages(self) -> list[str]:
        """The ids of the pages that apply."""
        return [one.id for one in self.places.values() if one.entry is None]


def applying(
    rules: Rules, given: Mapping[str, Any], moment: datetime, defaults: bool = False
) -> Applying:
    """Walk through the pages as a person does.

    given: answers by name; None is "no answer". defaults: where there is none at all, take what
    the form proposes. moment: local "now" of the expressions.
    """
    scope = _Scope(rules)
    context = scope.context = Context(scope, moment)
    walk = _Walk(defaults)
    counted: dict[str, Any] = {}
    for name, widget in rules.known.items():
        scope.put(name, _meant(widget, given.get(name)))
        counted[name] = given.get(name)
    for page in rules.pages:
        if page.visible_if is None or page.visible_if.value(context):
            counted |= walk.page(page, given, context, scope)
    counted |= {name: scope.written(name) for name in rules.computed}
    answers = {name: value for name, value in counted.items() if value is not None}
    return Applying(walk.places, answers, context)


class _Scope:
    """Answers as expressions see them: decimals are numbers, computed values come when asked."""

    def __init__(self, rules: Rules | None = None, outer: "_Scope | None" = None) -> None:
        self._values: dict[str, Any] = {}
        self._computed = rules.computed if rules else {}
        self._needs = rules.needs if rules else {}
        self._written: dict[str, Any] = {}
        self._outer = outer
        self.context: Context | None = None

    def put(self, name: str, value: Any) -> None:
        self._values[name] = value
        for one in [one for one in self._written if name in self._needs[one]]:
            del self._written[one]

    def get(self, name: str, /) -> Any:
        if name in self._values:
            return self._values[name]
        if name in self._computed:
            return _meant(self._computed[name].widget, self.written(name))
        return self._outer.get(name) if self._outer else None

    def written(self, name: str) -> Any:
        """A computed value as the answers hold it, found once for what it looks at."""
        if name not in self._written:
            one = self._computed[name]
            assert self.context is not None
            self._written[name] = _written(one.widget, one.value.value(self.context))
        return self._written[name]


@dataclass
class _Walk:
    defaults: bool
    places: dict[str, Place] = field(default_factory=dict)

    def page(
        self, page: Page, given: Mapping[str, Any], context: Context, scope: _Scope
    ) -> dict[str, Any]:
        """Lay down a page with its entries; the answers of what it shows."""
        shown, answers = self._ask(page.questions, given, context, scope)
        if not shown:
            return {}
        self.places[page.id] = Place(page.id, None, shown, context, answers)
        for group in shown:
            if group.widget == "group" and _are_entries(answers.get(group.name)):
                answers[group.name] = self._entries(page, group, answers, context, scope)
        return answers

    def _ask(
        self,
        questions: tuple[Question, ...],
        given: Mapping[str, Any],
        context: Context,
        scope: _Scope,
    ) -> tuple[tuple[Question, ...], dict[str, Any]]:
        shown, answers = [], {}
        for one in questions:
            visible = one.visible_if is None or bool(one.visible_if.value(context))
            value = self._value(one, given, context) if visible and asks(one) else None
            scope.put(one.name, _meant(one.widget, value))
            if visible:
                shown.append(one)
            if value is not None:
                answers[one.name] = value
        return tuple(shown), answers

    def _value(self, one: Question, given: Mapping[str, Any], context: Context) -> Any:
        if one.name in given or not self.defaults or one.default is None:
            return given.get(one.name)
        return _written(one.widget, one.default(context))

    def _entries(
        self,
        page: Page,
        group: Question,
        answers: Mapping[str, Any],
        context: Context,
        scope: _Scope,
    ) -> list[dict[str, Any]]:
        kept, meant = [], []
        for number, entry in enumerate(answers[group.name]):
            own = _Scope(outer=scope)
            within = own.context = Context(own, context.moment)
            shown, counted = self._ask(group.fields, entry, within, own)
            place = Place(page.id, number, shown, within, counted)
            self.places[place.id] = place
            kept.append(counted)
            meant.append({one.name: own.get(one.name) for one in group.fields})
        scope.put(group.name, meant)
        return kept


def _are_entries(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)


def _meant(widget: str, value: Any) -> Any:
    """An answer as expressions see it."""
    return number_of(value) if widget == "decimal" else value


def _written(widget: str, value: Any) -> Any:
    """A calculated value as an answer of this widget; null where it cannot be one."""
    match widget:
        case "number" | "money":
            return rounded(number_of(value), 0)
        case "decimal":
            number = number_of(value)
            finer = isinstance(number, Decimal) and number != rounded(number, PLACES)
            return text_of(rounded(number, PLACES) if finer else number)
        case "yes_no" | "declaration":
            return value if isinstance(value, bool) else None
        case "several":
            texts = [text_of(item) for item in value] if isinstance(value, list) else []
            return [text for text in texts if text] or None
    return text_of(value) or None
