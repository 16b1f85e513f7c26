"""What values there are, how they compare, and arithmetic without floats.

A value is null, a truth, a number (int or Decimal), a text, a list, or an object inside a list.
"""

import decimal
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol


class Answers(Protocol):
    """Whatever knows answers by name; None is "no answer"."""

    def get(self, name: str, /) -> Any:
        """The answer of this name, or None."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is about: answers, and the local moment that is "now"."""

    answers: Answers
    moment: datetime


Node = Callable[[Context], Any]
"""A part of an expression, ready to be asked for its value."""

_ARITHMETIC = decimal.Context(prec=40, rounding=decimal.ROUND_HALF_UP, traps=[])
_LARGEST = Decimal(10) ** 30
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,15})?", re.ASCII)


def kind(value: Any) -> str:
    """ "truth", "number", or the name of the type; only values of one kind compare."""
    if isinstance(value, bool):
        return "truth"
    return "number" if isinstance(value, (int, Decimal)) else type(value).__name__


def is_number(value: Any) -> bool:
    """A truth is no number."""
    return kind(value) == "number"


def equal(left: Any, right: Any) -> bool:
    """Values of different kinds are unequal."""
    return bool(left == right) and kind(left) == kind(right)


def contains(left: Any, right: Any) -> bool:
    """Whether `left` is in the list `right`."""
    return isinstance(right, list) and any(equal(left, item) for item in right)


def ordered(order: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """Numbers and texts have an order, each among themselves."""

    def compare(left: Any, right: Any) -> bool:
        kinds = {kind(left), kind(right)}
        return kinds in ({"number"}, {"str"}) and order(left, right)

    return compare


def add(left: Any, right: Any) -> Any:
    """Null unless both are numbers; so are all of these."""
    return _calculated(_ARITHMETIC.add, left, right)


def subtract(left: Any, right: Any) -> Any:
    """left - right."""
    return _calculated(_ARITHMETIC.subtract, left, right)


def multiply(left: Any, right: Any) -> Any:
    """left * right."""
    return _calculated(_ARITHMETIC.multiply, left, right)


def divide(left: Any, right: Any) -> Any:
    """left / right: whole when it comes out even between whole numbers; null by zero."""
    return _calculated(_ARITHMETIC.divide, left, right)


def remainder(left: Any, right: Any) -> Any:
    """What is left over, with the sign of `left`; null by zero."""
    return _calculated(_ARITHMETIC.remainder, left, right)


def negative(value: Any) -> Any:
    """-value."""
    return subtract(0, value)


def rounded(value: Any, places: int) -> Any:
    """Half up; to whole numbers an int."""
    if not is_number(value) or not 0 <= places <= 15:
        return None
    step = Decimal(1).scaleb(-places)
    result = Decimal(value).quantize(step, context=_ARITHMETIC)
    return settled(result, whole=places == 0)


def settled(result: Decimal, whole: bool) -> Any:
    """A number that is not too large to be meant; `whole`: as an int."""
    if not result.is_finite() or abs(result) > _LARGEST:
        return None
    return int(result) if whole else result


def number_of(value: Any) -> Any:
    """The number that a text spells (15 digits, a point, 15 more); null when it spells none."""
    if is_number(value):
        return value
    if not isinstance(value, str) or not _NUMBER.fullmatch(value.strip()):
        return None
    return Decimal(value.strip()) if "." in value else int(value.strip())


def text_of(value: Any) -> str | None:
    """How a truth, number or text is written; null for a list."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value) if isinstance(value, int | str) else None


def _calculated(operate: Callable[[Any, Any], Decimal], left: Any, right: Any) -> Any:
    if not is_number(left) or not is_number(right):
        return None
    whole = isinstance(left, int) and isinstance(right, int)
    result = operate(left, right)
    return settled(result, whole and result.is_finite() and result == result.to_integral_value())
