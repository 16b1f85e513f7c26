"""JSONLogic, with the dates of Open Forms, as an expression (jsonlogic.com)."""

from typing import Any

from kiosk.services.forms.importing.loose.tree import (
    Arrow,
    Binary,
    Call,
    CannotSay,
    Fork,
    Items,
    Node,
    Path,
    Unary,
    Value,
)
from kiosk.services.forms.importing.sources import words

MAX_DEPTH = 40

_SIGNS = {"==": "==", "===": "==", "!=": "!=", "!==": "!=", "and": "&&", "or": "||"}
_ORDERS = ("<", "<=", ">", ">=")
_FUNCTIONS = {
    "cat": "#concat",
    "max": "Math.max",
    "min": "Math.min",
    "substr": ".substr",
    "date": "date",
    "today": "today",
    "rdelta": "span",
    "duration": "span",
    "datetime": "date_time",
    "now": "now",
}


def expression(rule: Any, depth: int = 0) -> Node:
    """What a rule says. Raises CannotSay."""
    if depth > MAX_DEPTH:
        raise CannotSay("a rule this deep")
    if isinstance(rule, list):
        return Items(tuple(expression(one, depth + 1) for one in rule))
    if not isinstance(rule, dict):
        return Value(rule)
    if len(rule) != 1:
        raise CannotSay("a rule with several operators in one object")
    (operator, given), *_ = rule.items()
    inputs = given if isinstance(given, list) else [given]
    if operator == "var":
        return _variable(inputs)
    if operator in ("reduce", "map", "filter", "some", "all", "none"):
        return _over(operator, inputs, depth)
    return _operation(operator, [expression(one, depth + 1) for one in inputs])


def _variable(inputs: list[Any]) -> Node:
    path = Path(tuple(words(inputs[0]).split("."))) if inputs else Path(("",))
    if len(inputs) > 1 and inputs[1] is not None:
        return Binary("??", path, Value(inputs[1]))
    return path


def _over(operator: str, inputs: list[Any], depth: int) -> Node:
    if len(inputs) < 2:
        raise CannotSay(f"{operator} without a list and a rule")
    group = expression(inputs[0], depth + 1)
    body = expression(inputs[1], depth + 1)
    if operator == "reduce":
        return Call("reduce_rule", (group, body, expression(inputs[-1], depth + 1)))
    if operator == "none":
        return Unary("!", Call(".some", (group, Arrow(("",), body))))
    return Call({"all": ".every"}.get(operator, f".{operator}"), (group, Arrow(("",), body)))


def _operation(operator: str, inputs: list[Node]) -> Node:
    if operator == "if":
        return _fork(inputs)
    if operator in ("!", "!!"):
        inner = Unary("!", inputs[0] if inputs else Value(None))
        return inner if operator == "!" else Unary("!", inner)
    if operator == "in" and len(inputs) == 2:
        return Call(".includes", (inputs[1], inputs[0]))
    if operator in ("missing", "missing_some"):
        raise CannotSay(operator)
    if operator == "-" and len(inputs) == 1:
        return Unary("-", inputs[0])
    if operator in _ORDERS and len(inputs) == 3:
        low, middle, high = inputs
        return Binary("&&", Binary(operator, low, middle), Binary(operator, middle, high))
    if operator in _FUNCTIONS:
        return Call(_FUNCTIONS[operator], tuple(inputs))
    sign = _SIGNS.get(operator, operator)
    if sign not in ("==", "!=", "&&", "||", "+", "-", "*", "/", "%", *_ORDERS) or not inputs:
        raise CannotSay(f"the operator {operator}")
    node = inputs[0]
    for other in inputs[1:]:
        node = Binary(sign, node, other)
    return Unary("+", node) if operator == "+" and len(inputs) == 1 else node


def _fork(inputs: list[Node]) -> Node:
    if not inputs:
        return Value(None)
    if len(inputs) == 1:
        return inputs[0]
    return Fork(inputs[0], inputs[1], _fork(inputs[2:]))
