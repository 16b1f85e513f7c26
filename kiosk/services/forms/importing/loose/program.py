"""Short programs that set one variable, read as one expression: `if (…) show = false;`."""

from kiosk.services.forms.importing.loose.javascript import Reader
from kiosk.services.forms.importing.loose.placing import put, size
from kiosk.services.forms.importing.loose.tokens import Token, tokens
from kiosk.services.forms.importing.loose.tree import (
    Arrow,
    Binary,
    Call,
    CannotSay,
    Fork,
    Idle,
    Node,
    Path,
    State,
    Value,
)

MAX_GROWTH = 400
NOTHING = Value(None)
_DONE, _RETURNED = "return?", "return"
"""Whether the program has returned, and with what; no variable can be called so."""
_HARMLESS = (".on", ".off", ".redraw", ".triggerRedraw", ".triggerChange")
"""What a component does with these matters to no answer."""


def outcome(source: str, variable: str, start: Node = NOTHING) -> Node:
    """What `variable` holds when the program has run, or what it returns.

    start: what the variable holds before. Raises Idle for a program that never sets it, and
    CannotSay for one that does anything else.
    """
    program = _Program(tokens(source))
    state: State = {variable: start}
    program.run(state)
    if _DONE in state:
        return _returned(state, state[variable])
    if variable not in program.assigned:
        raise Idle(f"it never says what {variable} is" if program.busy else "")
    return state[variable]


class _Program(Reader):
    def __init__(self, words: list[Token]) -> None:
        super().__init__(words)
        self.assigned: set[str] = set()
        """Variables that were set somewhere."""
        self.busy = False
        """Whether there is anything but calls of the console."""
        self._lone: Node = NOTHING
        """An expression that stands by itself."""

    def run(self, state: State) -> None:
        """Every statement up to the end."""
        while self.next.kind != "end":
            self._statement(state)
        self._drop()

    def body(self) -> Node:
        """What a function returns, up to its closing brace; nothing where it does not."""
        state: State = {}
        before, self.assigned = self.assigned, set()
        while not self.take("}"):
            self._statement(state)
        self._drop()
        self.assigned = before
        return _returned(state, NOTHING) if _DONE in state else NOTHING

    def _statement(self, state: State) -> None:
        if self.take(";"):
            return
        if self.take("{"):
            while not self.take("}"):
                self._statement(state)
            return
        self._drop()
        if self.next.text == "console":
            self.expression()
            return
        self.busy = True
        if self.take("if"):
            self._if(state)
            return
        if self.take("var", "let", "const"):
            self._declaration(state)
            while self.take(","):
                self._declaration(state)
        elif self.take("return"):
            self._return(state)
        elif self._sets():
            self._assignment(state)
        else:
            self._effect(state)
        self.take(";")

    def _sets(self) -> bool:
        return self.next.kind == "name" and self.ahead(1).text in ("=", "+=", "-=")

    def _declaration(self, state: State) -> None:
        if self._sets():
            self._assignment(state)
        else:
            self._set(state, self.word(), NOTHING)

    def _drop(self) -> None:
        """What stands by itself decides nothing, unless it is a call that does something."""
        match self._lone:
            case Call(function) if function not in _HARMLESS:
                raise CannotSay(f"what {function.removeprefix('.')} does")
        self._lone = NOTHING

    def _assignment(self, state: State) -> None:
        name = self.word()
        sign = self.take("=", "+=", "-=")
        value = put(self.expression(), state)
        if sign != "=":
            value = Binary(sign[0], state.get(name, NOTHING), value)
        self._set(state, name, value)

    def _set(self, state: State, name: str, value: Node) -> None:
        """Nothing is set any more where the program has returned."""
        if _DONE in state:
            value = Fork(state[_DONE], state.get(name, NOTHING), value)
        if size(value) > MAX_GROWTH:
            raise CannotSay("a program that grows this much")
        self.assigned.add(name)
        state[name] = value

    def _return(self, state: State) -> None:
        bare = self.next.text in (";", "}", "")
        value = NOTHING if bare else put(self.expression(), state)
        state[_RETURNED] = _returned(state, value) if _DONE in state else value
        state[_DONE] = Value(True)

    def _if(self, state: State) -> None:
        self.expect("(")
        condition = put(self.expression(), state)
        self.expect(")")
        then, otherwise = dict(state), dict(state)
        self._statement(then)
        self.take(";")
        self._drop()
        if self.take("else"):
            self._statement(otherwise)
            self._drop()
        for name in {*then, *otherwise}:
            yes, no = then.get(name, NOTHING), otherwise.get(name, NOTHING)
            state[name] = yes if yes == no else Fork(condition, yes, no)

    def _effect(self, state: State) -> None:
        """`rows.forEach(…)`, or an expression by itself."""
        start = self._at
        parts = []
        while self.next.kind == "name":
            parts.append(self.word())
            if not self.take("."):
                break
        if len(parts) > 1 and parts[-1] == "forEach" and self.take("("):
            self._each(tuple(parts[:-1]), state)
            return
        self._at = start
        self._lone = put(self.expression(), state)

    def _each(self, group: tuple[str, ...], state: State) -> None:
        """A loop over the entries of a group: what it adds up, else what nobody can say."""
        parameters = self._parameters()
        if parameters is None:
            raise CannotSay("forEach without a function")
        self.take("=>")
        before = self._at, self._depth, self.assigned
        try:
            name, added = self._added()
            self.expect(")")
        except CannotSay:
            self._at, self._depth, self.assigned = before
            self._looped(state)
            return
        total = put(Call("#sum", (Path(group), Arrow(parameters, added))), state)
        held = state.get(name, Value(0))
        self._set(state, name, total if held == Value(0) else Binary("+", held, total))

    def _added(self) -> tuple[str, Node]:
        """`{ total += entry.price; }` as (total, entry.price)."""
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
        return name, added

    def _looped(self, state: State) -> None:
        """What another loop sets cannot be said, and need not be where nothing gets there."""
        before, self.assigned = self.assigned, set()
        self._statement(dict(state))
        self._drop()
        self.expect(")")
        for name in sorted(self.assigned & {*state}):
            self._set(state, name, Call("#loop", ()))
        self.assigned |= before


def _returned(state: State, otherwise: Node) -> Node:
    """What is returned; `otherwise` where nothing was so far."""
    match state[_DONE], state[_RETURNED]:
        case Value(True), returned:
            return returned
        case Fork(one, Value(True), Value(None)), Fork(other, returned, Value(None)) if (
            one == other
        ):
            return Fork(one, returned, otherwise)
        case done, returned:
            return Fork(done, returned, otherwise)
