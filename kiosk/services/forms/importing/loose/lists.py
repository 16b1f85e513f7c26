"""What is asked about lists, and about the entries of a group."""

from typing import TYPE_CHECKING

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.kinds import as_text, constant, membership
from kiosk.services.forms.importing.loose.tree import (
    Arrow,
    Binary,
    Call,
    CannotSay,
    Fork,
    Function,
    Node,
    Path,
    Unary,
    Value,
)
from kiosk.services.forms.importing.terms import Term

if TYPE_CHECKING:
    from kiosk.services.forms.importing.loose.meaning import Meaning


class Lists:
    """Translates what is done with lists; `meaning` translates the rest."""

    def __init__(self, meaning: "Meaning") -> None:
        self._meaning = meaning
        self.functions: dict[str, Function] = {
            ".includes": self._includes,
            "_.includes": self._includes,
            ".contains": self._includes,
            "_.some": self._some,
            ".some": self._some,
            "#sum": self._sum,
            "_.sumBy": self._sum,
            "_.sum": self._sum,
            "reduce_rule": self._reduced,
            ".reduce": self._reduce,
            "Object.values": self._values,
            "#member": self._member,
            ".join": self._join,
        }

    def placed(self, sign: str, left: Node, right: Node) -> Term | None:
        """list.indexOf(item) >= 0; None for any other comparison."""
        match left, right:
            case Call(".indexOf" | "_.indexOf", (whole, item)), (
                Value(0 | -1) | Unary("-", Value(1))
            ):
                inside = self._includes((whole, item))
                at_zero = right == Value(0)
                if (sign, at_zero) in ((">=", True), (">", False), ("!=", False)):
                    return inside
                if (sign, at_zero) in (("<", True), ("==", False)):
                    return terms.negated(inside)
        return None

    def _includes(self, arguments: tuple[Node, ...]) -> Term:
        if len(arguments) < 2:
            raise CannotSay("includes without an item")
        whole, item = (self._meaning.term(one) for one in arguments[:2])
        return membership(item, whole)

    def _some(self, arguments: tuple[Node, ...]) -> Term:
        """Any entry whose answer equals a constant."""
        match arguments:
            case (Path(group), Arrow((entry, *_), Binary("==", Path(parts), Value(value)))):
                column = self._column(group, entry, parts)
                return terms.call("selected", (column, constant(value)), "truth")
            case (Path(group), Arrow((entry, *_), Path(parts))):
                column = self._column(group, entry, parts)
                return terms.call("selected", (column, terms.TRUE), "truth")
        raise CannotSay("this question about the entries of a group")

    def _sum(self, arguments: tuple[Node, ...]) -> Term:
        match arguments:
            case (Path(group), Arrow((entry, *_), body)):
                added = _bare(body)
                if isinstance(added, Path):
                    column = self._column(group, entry, added.parts)
                    return terms.call("sum", (column,), "decimal")
            case (Path(group), Value(str() as inner)):
                column = self._column(group, "", ("", *inner.split(".")))
                return terms.call("sum", (column,), "decimal")
        raise CannotSay("this sum over the entries of a group")

    def _reduce(self, arguments: tuple[Node, ...]) -> Term:
        """(total, entry) => total + entry.field."""
        match arguments:
            case (Path() as group, Arrow((total, entry, *_), body), *_):
                added = _added(body, Path((total,)))
                if added is not None:
                    return self._sum((group, Arrow((entry,), added)))
        raise CannotSay("this reckoning over the entries of a group")

    def _reduced(self, arguments: tuple[Node, ...]) -> Term:
        match arguments:
            case (Path() as group, Binary("+", left, right), *_):
                for one, other in ((left, right), (right, left)):
                    if one == Path(("accumulator",)) and isinstance(other, Path):
                        return self._sum((group, Arrow(("current",), other)))
        raise CannotSay("this reckoning over the entries of a group")

    def _column(self, group: tuple[str, ...], entry: str, parts: tuple[str, ...]) -> Term:
        inner = parts[1:] if parts[0] == entry and entry else tuple(one for one in parts if one)
        column = self._meaning.resolver.column(group, inner)
        if column is None:
            raise CannotSay(f"{'.'.join(inner)!r} of the entries of {'.'.join(group)!r}")
        return column

    def _values(self, arguments: tuple[Node, ...]) -> Term:
        """Of boxes to tick, those that are."""
        whole = self._meaning.term(arguments[0])
        if whole.kind != "list":
            raise CannotSay("the values of what is no list")
        return whole

    def _member(self, arguments: tuple[Node, ...]) -> Term:
        if arguments[1:] != (Value("length"),):
            raise CannotSay("a part of what a function gives")
        whole = self._meaning.term(arguments[0])
        return terms.call("count" if whole.kind == "list" else "length", (whole,), "integer")

    def _join(self, arguments: tuple[Node, ...]) -> Term:
        values = self._meaning.term(arguments[0])
        separator = self._meaning.term(arguments[1]) if len(arguments) > 1 else terms.text(",")
        if values.kind != "list":
            raise CannotSay("a text made of what is no list")
        return terms.call("join", (values, as_text(separator)), "text")


def _added(body: Node, total: Path) -> Node | None:
    """What is added to the total for each entry, or None where something else is done."""
    match body:
        case Binary("+", left, right) if total in (left, right):
            return right if left == total else left
        case Fork(Unary("!", asked), left, rest) if left == total:
            added = _added(rest, total)
            return added if added is not None and _bare(added) == _bare(asked) else None
    return None


def _bare(node: Node) -> Node:
    """Number(entry.price) sums like entry.price."""
    match node:
        case Call("Number" | "parseFloat" | "parseInt", (inner, *_)):
            return _bare(inner)
    return node
