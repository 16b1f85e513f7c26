"""Conditions as functions of their parts: alike ones are found alike, and said briefly.

A reduced ordered decision diagram (Bryant 1986). A page that is reached whether an answer is yes
or no is simply reached; strings of and/or would grow with each fork and never say so.
"""

from functools import reduce

from foundation.expressions import MAX_LENGTH
from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.terms import Term

Node = int
"""Number of a node; 0 is false and 1 is true."""
NEVER: Node = 0
ALWAYS: Node = 1


class _TooLong(Exception):
    """The condition takes more characters than it may."""


class Truths:
    """Makes and combines conditions over parts, which are terms, ordered as they are first seen."""

    def __init__(self) -> None:
        self._parts: list[Term] = []
        self._order: dict[Term, int] = {}
        self._nodes: list[tuple[int, Node, Node]] = [(-1, 0, 0), (-1, 1, 1)]
        self._known: dict[tuple[int, Node, Node], Node] = {}
        self._memory: dict[tuple[str, Node, Node], Node] = {}

    def part(self, term: Term) -> Node:
        """The condition that is this term, taken apart where it is made of others."""
        if term.is_constant:
            return ALWAYS if term.constant else NEVER
        if term.word == "not":
            return self.negate(self.part(term.parts[0]))
        if term.word:
            join = self.both if term.word == "and" else self.either
            return reduce(join, (self.part(one) for one in term.parts))
        if term not in self._order:
            self._order[term] = len(self._parts)
            self._parts.append(term)
        return self._node(self._order[term], ALWAYS, NEVER)

    def negate(self, one: Node) -> Node:
        """not one."""
        if one <= ALWAYS:
            return ALWAYS - one
        return self._combine("xor", one, ALWAYS)

    def both(self, one: Node, other: Node) -> Node:
        """one and other."""
        return self._combine("and", one, other)

    def either(self, one: Node, other: Node) -> Node:
        """one or other."""
        return self._combine("or", one, other)

    def term(self, one: Node, longest: int = MAX_LENGTH) -> Term | None:
        """The condition in our language; None when that takes more than `longest` characters."""
        told: dict[Node, Term] = {NEVER: terms.FALSE, ALWAYS: terms.TRUE}
        try:
            return self._told(one, told, longest)
        except _TooLong:
            return None

    def _told(self, one: Node, told: dict[Node, Term], longest: int) -> Term:
        if one in told:
            return told[one]
        level, high, low = self._nodes[one]
        part = self._parts[level]
        yes, no = self._told(high, told, longest), self._told(low, told, longest)
        if self.either(high, low) == high:
            term = terms.either((terms.both((part, yes)), no))
        elif self.either(high, low) == low:
            term = terms.either((yes, terms.both((terms.negated(part), no))))
        else:
            term = terms.either((terms.both((part, yes)), terms.both((terms.negated(part), no))))
        if len(term.text) > longest:
            raise _TooLong
        told[one] = term
        return term

    def _node(self, level: int, high: Node, low: Node) -> Node:
        if high == low:
            return high
        key = (level, high, low)
        if key not in self._known:
            self._nodes.append(key)
            self._known[key] = len(self._nodes) - 1
        return self._known[key]

    def _combine(self, how: str, one: Node, other: Node) -> Node:
        settled = _settled(how, one, other)
        if settled is not None:
            return settled
        if one > other:
            one, other = other, one
        key = (how, one, other)
        if key not in self._memory:
            level = min(self._level(one), self._level(other))
            high = self._combine(how, self._branch(one, level, 1), self._branch(other, level, 1))
            low = self._combine(how, self._branch(one, level, 2), self._branch(other, level, 2))
            self._memory[key] = self._node(level, high, low)
        return self._memory[key]

    def _level(self, one: Node) -> int:
        return self._nodes[one][0] if one > ALWAYS else len(self._parts)

    def _branch(self, one: Node, level: int, which: int) -> Node:
        node = self._nodes[one]
        return node[which] if one > ALWAYS and node[0] == level else one


def _settled(how: str, one: Node, other: Node) -> Node | None:
    """The answer where it needs no look at the parts, else None."""
    if how == "and":
        if NEVER in (one, other):
            return NEVER
        return other if one == ALWAYS else one if other in (ALWAYS, one) else None
    if how == "or":
        if ALWAYS in (one, other):
            return ALWAYS
        return other if one == NEVER else one if other in (NEVER, one) else None
    if one == other:
        return NEVER
    if NEVER in (one, other):
        return one + other
    return None
