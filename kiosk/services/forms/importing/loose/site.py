"""Functions that sites of forms add to JavaScript: few can be said, the others are elsewhere."""

from typing import TYPE_CHECKING

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.tree import (
    Call,
    CannotSay,
    Elsewhere,
    Function,
    Node,
    Path,
    Value,
)
from kiosk.services.forms.importing.terms import Term

if TYPE_CHECKING:
    from kiosk.services.forms.importing.loose.meaning import Meaning


class Site:
    """Translates what sites are known to add; `meaning` translates the rest."""

    def __init__(self, meaning: "Meaning") -> None:
        self._meaning = meaning
        self.functions: dict[str, Function] = {
            "utils.isBornBeforeYear": self._born_before,
            "getComponentData": self._named,
        }

    def _born_before(self, arguments: tuple[Node, ...]) -> Term:
        """isBornBeforeYear(1990, 'key of the date or of a number that begins with it', …)."""
        match arguments:
            case (Value(int() as year), Value(str() as key), *_):
                born = self._meaning.term(Path(tuple(key.split("."))))
                if born.kind == "date":
                    own = terms.call("year", (born,), "integer")
                    return terms.compared(own, "<", terms.number(year))
        raise CannotSay("the year of birth in a number")

    def _named(self, arguments: tuple[Node, ...]) -> Term:
        """getComponentData({data, parentComponent, fieldName: 'name'}): the answer to the
        component whose property fieldName is this."""
        match arguments:
            case (Call("#record", (*pairs,)),):
                told = dict(zip(pairs[::2], pairs[1::2], strict=True))
                name = told.get(Value("fieldName"))
                if isinstance(name, Value) and isinstance(name.value, str):
                    found = self._meaning.resolver.with_property("fieldName", name.value)
                    if found is not None:
                        return found
        raise Elsewhere("the function getComponentData")


def unknown(function: str, arguments: tuple[Node, ...]) -> CannotSay:
    """What to raise for a function that nobody here knows."""
    name = f"the function {function.removeprefix('.')}"
    own = bool(arguments) and isinstance(arguments[0], Path) and arguments[0].parts[0] == "instance"
    site = function.isidentifier() or function.startswith("utils.") or own
    return Elsewhere(name) if site and function != "#loop" else CannotSay(name)
