"""A form's file, understood once: what is asked under which condition, and what must hold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from jsonschema.protocols import Validator

from foundation import schemas
from foundation.expressions import Context, Expression, parse
from foundation.formats import checker

ATTACHED = frozenset({"file", "photo", "signature"})
"""Widgets whose answer is a list of attachments."""


_DAYS = 8
"""Schemas kept ready, one a day: applications that waited are judged by the day they were made."""


@dataclass(frozen=True)
class Question:
    """One question; `fields` are those of one entry of a group."""

    name: str
    widget: str
    visible_if: Expression | None = None
    valid_if: Expression | None = None
    required_if: Expression | None = None
    default: Callable[[Context], Any] | None = None
    choices: Mapping[str, tuple[Expression | None, ...]] = field(default_factory=dict)
    fields: "tuple[Question, ...]" = ()
    accept: tuple[str, ...] = ()
    max_bytes: int | None = None

    def demands(self, context: Context) -> bool:
        """Whether these answers make it compulsory, whatever the schema says."""
        return self.required_if is not None and bool(self.required_if.value(context))

    def withholds(self, value: Any, context: Context) -> bool:
        """Whether this is one of the choices, but not for these answers."""
        conditions = self.choices.get(value, ()) if isinstance(value, str) else ()
        return bool(conditions) and not any(one is None or one.value(context) for one in conditions)


@dataclass(frozen=True)
class Page:
    """One page of questions."""

    id: str
    visible_if: Expression | None
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Computed:
    """A value that nobody is asked for."""

    name: str
    widget: str
    value: Expression


@dataclass(frozen=True)
class Checks:
    """A schema taken apart, so that one answer can be judged without all others."""

    whole: Validator
    """Everything at once."""
    beyond: Validator
    """Everything but what the properties say of themselves."""
    each: Mapping[str, Validator]
    """What each property says of itself."""


@dataclass(frozen=True)
class Rules:
    """All that decides whether answers are complete and right."""

    schema: dict[str, Any]
    known: Mapping[str, str]
    """Name -> widget of what only registries tell."""
    pages: tuple[Page, ...]
    computed: Mapping[str, Computed]

    @cached_property
    def _checks(self) -> dict[date, Checks]:
        return {}

    def checks(self, today: date) -> Checks:
        """The schema with every format, as of a day."""
        found = self._checks.get(today)
        if found is None:
            if len(self._checks) >= _DAYS:
                self._checks.clear()
            found = self._checks[today] = _checks(self.schema, today)
        return found

    def accepts(self, name: str, value: Any, today: date) -> bool:
        """Whether the schema takes this value for one answer, whatever the others are."""
        own = self.checks(today).each.get(name)
        return own is None or own.is_valid(value)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """Every question with an answer of its own, by name."""
        return {one.name: one for page in self.pages for one in page.questions if asks(one)}

    @cached_property
    def needs(self) -> Mapping[str, frozenset[str]]:
        """Computed value -> all that it looks at, by way of other computed values too."""
        return {name: frozenset(_needs(name, self.computed)) for name in self.computed}

    @cached_property
    def names(self) -> frozenset[str]:
        """Everything that an answer can be about."""
        return frozenset((*self.known, *self.questions, *self.computed))


def _checks(schema: dict[str, Any], today: date) -> Checks:
    whole = schemas.validator(schema, checker(today))
    properties = schema.get("properties", {})
    free = {**schema, "properties": dict.fromkeys(properties, True)}
    return Checks(
        whole=whole,
        beyond=schemas.validator(free, checker(today)),
        each={name: whole.evolve(schema=own) for name, own in properties.items()},
    )


def asks(question: Question) -> bool:
    """A note only tells."""
    return question.widget != "note"


def read_rules(form: Mapping[str, Any]) -> Rules:
    """The rules of a form's JSON object. Raises ExpressionError, KeyError for what is no form."""
    return Rules(
        schema=form["schema"],
        known={one["name"]: one.get("widget", "text") for one in form.get("known", ())},
        pages=tuple(
            Page(one["id"], _expression(one.get("visible_if")), _questions(one["fields"]))
            for one in form["pages"]
        ),
        computed={
            one["name"]: Computed(one["name"], one.get("widget", "text"), parse(one["value"]))
            for one in form.get("computed", ())
        },
    )


def _needs(name: str, computed: Mapping[str, Computed]) -> set[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        inner = computed[one].value.names - seen if one in computed else set()
        seen |= inner
        waiting += inner
    return seen


def _questions(fields: Iterable[Mapping[str, Any]]) -> tuple[Question, ...]:
    return tuple(
        Question(
            name=one["name"],
            widget=one["widget"],
            visible_if=_expression(one.get("visible_if")),
            valid_if=_expression(one.get("valid_if")),
            required_if=_expression(one.get("required_if")),
            default=_default(one.get("default")),
            choices=_choices(one.get("choices", ())),
            fields=_questions(one.get("fields", ())),
            accept=tuple(one.get("accept", ())),
            max_bytes=one.get("max_bytes"),
        )
        for one in fields
    )


def _choices(choices: Iterable[Mapping[str, Any]]) -> dict[str, tuple[Expression | None, ...]]:
    found: dict[str, tuple[Expression | None, ...]] = {}
    for one in choices:
        condition = _expression(one.get("visible_if"))
        found[one["value"]] = (*found.get(one["value"], ()), condition)
    return found


def _default(default: Any) -> Callable[[Context], Any] | None:
    if default is None:
        return None
    if isinstance(default, Mapping):
        return parse(default["expression"]).value
    return lambda _: default


def _expression(text: str | None) -> Expression | None:
    return parse(text) if text else None
