"""Short programs that set one variable, read as one expression: `if (…) show = false;`."""

from kiosk.services.forms.importing.loose.javascript import Reader, tokens
from kiosk.services.forms.importing.loose.tree import (
    Arrow,
    Binary,
    Call,
    CannotSay,
    Elsewhere,
    Fork,
    Idle,
    Items,
    Node,
    Path,
    Unary,
    Value,
)

State = dict[str, Node]
"""Variable -> what it holds, over the answers."""

MAX_GROWTH = 400
_DONE, _RETURNED = "return?", "return"
"""Whether the program has returned, and with what; no variable can be called so."""


def outcome(source: str, variable: str) -> Node:
    """What `variable` holds when the program has run; a lone expression is its own outcome.

    Raises CannotSay for a program that never sets it, or that does anything else.
    """
    reader = _Program(tokens(source))
    state = reader.run()
    node = state.get(variable) or reader.last
    if state.get(_DONE) == Value(True):
        return state[_RETURNED]
    if _DONE in state:
        return Fork(state[_DONE], state[_RETURNED], node or Value(None))
    if node is not None:
        return node
    if not state:
        raise Idle("a program that does nothing")
    raise CannotSay(f"a program that does not set {variable}")


class _Program(Reader):
    last: Node | None = None

    def run(self) -> State:
        state: State = {}
        while self.next.kind != "end":
            self._statement(state)
        return state

    def _statement(self, state: State) -> None:
        if self.take(";"):
            return
        if self.take("{"):
            while not self.take("}"):
                self._statement(state)
            return
        if self.take("if"):
            self._if(state)
            return
        self.last = None
        declared = bool(self.take("var", "let", "const"))
        if self.take("return"):
            self._return(state)
        elif self.next.kind == "name" and self.ahead(1).text in ("=", "+=", "-="):
            self._assignment(state)
        elif self.next.text == "console":
            self.expression()
            self.last = None
        elif declared:
            state[self.word()] = Value(None)
        else:
            self._effect(state)
        self.take(";")

    def _assignment(self, state: State) -> None:
        name = self.word()
        sign = self.take("=", "+=", "-=")
        value = put(self.expression(), state)
        if sign != "=":
            value = Binary(sign[0], state.get(name, Value(None)), value)
        self._set(state, name, value)

    def _set(self, state: State, name: str, value: Node) -> None:
        """Nothing is set any more where the program has returned."""
        if _DONE in state:
            value = Fork(state[_DONE], state.get(name, Value(None)), value)
        if _size(value) > MAX_GROWTH:
            raise CannotSay("a program that grows this much")
        state[name] = value

    def _return(self, state: State) -> None:
        bare = self.next.text in (";", "}", "")
        self._set(state, _RETURNED, Value(None) if bare else put(self.expression(), state))
        state[_DONE] = Value(True)

    def body(self) -> Node:
        """What a function returns that does more than return."""
        state: State = {}
        while not self.take("}"):
            self._statement(state)
        if state.get(_DONE) == Value(True):
            return state[_RETURNED]
        raise CannotSay("a function that does not always return")

    def _if(self, state: State) -> None:
        self.expect("(")
        condition = put(self.expression(), state)
        self.expect(")")
        then, otherwise = dict(state), dict(state)
        self._statement(then)
        self.take(";")
        if self.take("else"):
            self._statement(otherwise)
        for name in {*then, *otherwise}:
            yes, no = then.get(name, Value(None)), otherwise.get(name, Value(None))
            state[name] = yes if yes == no else Fork(condition, yes, no)

    def _effect(self, state: State) -> None:
        """A bare expression is the outcome; `rows.forEach(row => { total += row.x })` a sum."""
        start = self._at
        parts = []
        while self.next.kind == "name":
            parts.append(self.word())
            if not self.take("."):
                break
        if len(parts) > 1 and parts[-1] == "forEach" and self.take("("):
            self._summed(tuple(parts[:-1]), state)
            return
        self._at = start
        self.last = put(self.expression(), state)

    def _summed(self, group: tuple[str, ...], state: State) -> None:
        parameters = self._parameters()
        if parameters is None:
            raise CannotSay("forEach without a function")
        self.take("=>")
        braced = self.take("{")
        name = self.word()
        if not self.take("+="):
            self.expect("=")
            if self.word() != name:
                raise CannotSay("a loop that does not sum")
            self.expect("+")
        added = self.expression()
        self.take(";")
        if braced:
            self.expect("}")
        self.expect(")")
        total = Call("sum", (Path(group), Arrow(parameters, added)))
        start = state.get(name, Value(0))
        state[name] = total if start == Value(0) else Binary("+", start, total)


def put(node: Node, state: State) -> Node:
    """The expression with every variable of the program replaced by what it holds."""
    match node:
        case Path(parts) if parts[0] in state:
            held = state[parts[0]]
            if len(parts) == 1:
                return held
            if isinstance(held, Path):
                return Path((*held.parts, *parts[1:]))
            if isinstance(held, Call) and held.function.isidentifier():
                raise Elsewhere(f"the function {held.function}")
            raise CannotSay(f"{'.'.join(parts)} of what is no answer")
        case Unary(sign, inner):
            return Unary(sign, put(inner, state))
        case Binary(sign, left, right):
            return Binary(sign, put(left, state), put(right, state))
        case Fork(condition, then, otherwise):
            return Fork(put(condition, state), put(then, state), put(otherwise, state))
        case Call(function, arguments):
            return Call(function, tuple(put(one, state) for one in arguments))
        case Items(items):
            return Items(tuple(put(one, state) for one in items))
        case Arrow(parameters, body):
            outer = {name: held for name, held in state.items() if name not in parameters}
            return Arrow(parameters, put(body, outer))
    return node


def _size(node: Node) -> int:
    match node:
        case Unary(_, inner) | Arrow(_, inner):
            return 1 + _size(inner)
        case Binary(_, left, right):
            return 1 + _size(left) + _size(right)
        case Fork(condition, then, otherwise):
            return 1 + _size(condition) + _size(then) + _size(otherwise)
        case Call(_, inner_nodes) | Items(inner_nodes):
            return 1 + sum(_size(one) for one in inner_nodes)
    return 1
