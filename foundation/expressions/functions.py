"""The functions of the language. What an argument's kind does not allow gives null."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from functools import reduce
from typing import Any

from foundation.expressions import dates
from foundation.expressions.values import (
    Context,
    add,
    contains,
    equal,
    kind,
    number_of,
    rounded,
    settled,
    text_of,
)

MANY = 100


@dataclass(frozen=True)
class Function:
    """`act(context, *arguments)`, with `least` to `most` arguments."""

    act: Callable[..., Any]
    least: int
    most: int


def _length(_: Context, value: Any) -> int:
    return len(value) if isinstance(value, str | list) else 0


def _words(_: Context, value: Any) -> int:
    return len(value.split()) if isinstance(value, str) else 0


def _count(_: Context, value: Any) -> int:
    if isinstance(value, list):
        return sum(item is not None for item in value)
    return int(value is not None)


def _sum(_: Context, *values: Any) -> Any:
    return reduce(add, _several(values), 0)


def _extreme(choose: Callable[..., Any]) -> Callable[..., Any]:
    def act(_: Context, *values: Any) -> Any:
        found = _several(values)
        kinds = {kind(value) for value in found}
        return choose(found) if kinds in ({"number"}, {"str"}) else None

    return act


def _several(values: tuple[Any, ...]) -> list[Any]:
    """The items of one list, or the arguments themselves; what is not answered is left out."""
    items = values[0] if len(values) == 1 and isinstance(values[0], list) else values
    return [item for item in items if item is not None]


def _round(_: Context, value: Any, places: Any = 0) -> Any:
    return rounded(value, places) if isinstance(places, int) else None


def _int(_: Context, value: Any) -> Any:
    number = number_of(value)
    if number is None:
        return None
    return settled(Decimal(number).to_integral_value(ROUND_DOWN), whole=True)


def _concat(_: Context, *values: Any) -> str:
    return "".join(text_of(value) or "" for value in values)


def _join(_: Context, values: Any, separator: Any) -> str | None:
    """The items of a list as one text; what is not answered is left out."""
    if not isinstance(values, list) or not isinstance(separator, str):
        return None
    return separator.join(text for text in map(text_of, values) if text is not None)


def _substring(_: Context, value: Any, start: Any, count: Any = None) -> str | None:
    """`start` counts from 0; without `count`, to the end."""
    numbers = [start] if count is None else [start, count]
    if not isinstance(value, str) or not all(kind(n) == "number" and n >= 0 for n in numbers):
        return None
    rest = value[int(start) :]
    return rest if count is None else rest[: int(count)]


def _of_text(change: Callable[[str], str]) -> Callable[..., Any]:
    return lambda _, value: change(value) if isinstance(value, str) else None


def _of_texts(ask: Callable[[str, str], bool]) -> Callable[..., bool]:
    def act(_: Context, value: Any, part: Any) -> bool:
        return isinstance(value, str) and isinstance(part, str) and ask(value, part)

    return act


def _coalesce(_: Context, *values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _selected(_: Context, answer: Any, value: Any) -> bool:
    return contains(value, answer) if isinstance(answer, list) else equal(answer, value)


FUNCTIONS = {
    "today": Function(dates.today, 0, 0),
    "now_time": Function(dates.now_time, 0, 0),
    "years_since": Function(dates.years_since, 1, 1),
    "days_between": Function(dates.days_between, 2, 2),
    "add_days": Function(dates.add_days, 2, 2),
    "add_months": Function(dates.add_months, 2, 2),
    "year": Function(dates.part("year"), 1, 1),
    "month": Function(dates.part("month"), 1, 1),
    "day": Function(dates.part("day"), 1, 1),
    "weekday": Function(dates.weekday, 1, 1),
    "length": Function(_length, 1, 1),
    "words": Function(_words, 1, 1),
    "count": Function(_count, 1, 1),
    "sum": Function(_sum, 1, MANY),
    "min": Function(_extreme(min), 1, MANY),
    "max": Function(_extreme(max), 1, MANY),
    "round": Function(_round, 1, 2),
    "int": Function(_int, 1, 1),
    "number": Function(lambda _, value: number_of(value), 1, 1),
    "text": Function(lambda _, value: text_of(value), 1, 1),
    "concat": Function(_concat, 1, MANY),
    "join": Function(_join, 2, 2),
    "substring": Function(_substring, 2, 3),
    "upper": Function(_of_text(str.upper), 1, 1),
    "lower": Function(_of_text(str.lower), 1, 1),
    "trim": Function(_of_text(str.strip), 1, 1),
    "contains": Function(_of_texts(lambda text, part: part in text), 2, 2),
    "starts_with": Function(_of_texts(str.startswith), 2, 2),
    "ends_with": Function(_of_texts(str.endswith), 2, 2),
    "coalesce": Function(_coalesce, 1, MANY),
    "selected": Function(_selected, 2, 2),
}
"""By name; `if` and `matches` are the parser's, which looks at their arguments itself."""
