"""The small language of forms: conditions, rules and computed values; fixed grammar, no eval."""

from foundation.expressions.parsing import Expression, parse
from foundation.expressions.tokens import MAX_DEPTH, MAX_LENGTH, ExpressionError
from foundation.expressions.values import Context, number_of

__all__ = [
    "MAX_DEPTH",
    "MAX_LENGTH",
    "Context",
    "Expression",
    "ExpressionError",
    "number_of",
    "parse",
]
