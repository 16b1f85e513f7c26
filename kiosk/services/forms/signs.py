"""Which numbers may be below nought: their keypad has a minus."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from foundation.expressions import parse
from foundation.expressions.values import text_of
from foundation.schemas import validator
from kiosk.services.forms.model import Field

_NUMBERS = ("number", "money", "decimal")
_TRIED = (Decimal("-0.5"), *(-(2**power) for power in range(40)))
"""A rule cannot be asked for its range, only whether it takes a number."""


def may_be_negative(field: Field, schema: Mapping[str, Any]) -> bool:
    """Whether a number below nought can be right; `schema` is that of this one answer.

    A rule that looks at other answers may change with them, and is not asked.
    """
    if field.widget not in _NUMBERS:
        return False
    takes = validator(schema)
    rule = parse(field.valid_if) if field.valid_if else None
    if rule is not None and rule.names != {"self"}:
        rule = None
    return any(
        takes.is_valid(text_of(one) if field.widget == "decimal" else one)
        and (rule is None or rule.holds({"self": one}))
        for one in _TRIED
    )
