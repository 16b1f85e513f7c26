"""Variables of a program replaced by what they hold."""

from kiosk.services.forms.importing.loose.tree import (
    Arrow,
    Binary,
    Call,
    CannotSay,
    Fork,
    Items,
    Node,
    Path,
    State,
    Unary,
    Value,
)


def put(node: Node, state: State) -> Node:
    """The expression with every variable of the program replaced by what it holds."""
    match node:
        case Path(parts) if parts[0] in state:
            return _part(state[parts[0]], parts)
        case Unary(sign, inner):
            return Unary(sign, put(inner, state))
        case Binary(sign, left, right):
            return Binary(sign, put(left, state), put(right, state))
        case Fork(condition, then, otherwise):
            return Fork(put(condition, state), put(then, state), put(otherwise, state))
        case Call(function, arguments):
            given = tuple(put(one, state) for one in arguments)
            own = state.get(function)
            return _called(own, given) if isinstance(own, Arrow) else Call(function, given)
        case Items(items):
            return Items(tuple(put(one, state) for one in items))
        case Arrow(parameters, body):
            outer = {name: held for name, held in state.items() if name not in parameters}
            return Arrow(parameters, put(body, outer))
    return node


def _part(held: Node, parts: tuple[str, ...]) -> Node:
    if len(parts) == 1:
        return held
    if isinstance(held, Path):
        return Path((*held.parts, *parts[1:]))
    if isinstance(held, Call):
        return Call("#member", (held, *(Value(part) for part in parts[1:])))
    if held == Value(None):
        return held
    raise CannotSay(f"{'.'.join(parts)} of what is no answer")


def _called(held: Arrow, arguments: tuple[Node, ...]) -> Node:
    """A function that the program itself has is said with what it is called with."""
    missing = (Value(None),) * len(held.parameters)
    return put(held.body, dict(zip(held.parameters, (*arguments, *missing), strict=False)))


def size(node: Node) -> int:
    """How many parts an expression has."""
    match node:
        case Unary(_, inner) | Arrow(_, inner):
            return 1 + size(inner)
        case Binary(_, left, right):
            return 1 + size(left) + size(right)
        case Fork(condition, then, otherwise):
            return 1 + size(condition) + size(then) + size(otherwise)
        case Call(_, inner_nodes) | Items(inner_nodes):
            return 1 + sum(size(one) for one in inner_nodes)
    return 1
