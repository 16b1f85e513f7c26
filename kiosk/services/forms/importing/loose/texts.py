"""Parts of texts, and the patterns that they fit."""

from typing import TYPE_CHECKING

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.kinds import as_text
from kiosk.services.forms.importing.loose.tree import Call, CannotSay, Function, Node, Value
from kiosk.services.forms.importing.schemas import anywhere, pattern, written
from kiosk.services.forms.importing.terms import Term

if TYPE_CHECKING:
    from kiosk.services.forms.importing.loose.meaning import Meaning


class Texts:
    """Translates what is done with texts; `meaning` translates the rest."""

    def __init__(self, meaning: "Meaning") -> None:
        self._meaning = meaning
        self.functions: dict[str, Function] = {
            ".substr": self._part,
            ".substring": self._between,
            ".slice": self._between,
            ".charAt": lambda given: self._part((*given[:2], Value(1))),
            ".test": self._fits,
            ".match": lambda given: self._fits(given[1::-1]),
            "String": self._text,
            ".toString": self._text,
            "_.toString": self._text,
        }

    def _part(self, arguments: tuple[Node, ...]) -> Term:
        text, *numbers = (self._meaning.term(one) for one in arguments)
        if any(isinstance(n.constant, int) and n.constant < 0 for n in numbers):
            raise CannotSay("a part of a text counted from its end")
        return terms.call("substring", (text, *numbers), "text")

    def _between(self, arguments: tuple[Node, ...]) -> Term:
        """text.substring(from, to)."""
        match arguments:
            case (text, Value(int() as start)):
                return self._part((text, Value(start)))
            case (text, Value(int() as start), Value(int() as end)) if 0 <= start <= end:
                return self._part((text, Value(start), Value(end - start)))
        raise CannotSay("a part of a text that is not counted in plain numbers")

    def _fits(self, arguments: tuple[Node, ...]) -> Term:
        """/pattern/.test(text): it fits somewhere in the text."""
        match arguments:
            case (Call("RegExp", (Value(str() as source), *flags)), text):
                whole = anywhere(source)
                fits = pattern(f"(?i:{whole})" if any("i" in str(f) for f in flags) else whole)
                if fits is None:
                    raise CannotSay(f"the pattern {source!r}")
                given = as_text(self._meaning.term(text))
                return terms.call("matches", (given, written(fits)), "truth")
        raise CannotSay("a pattern that is not written out")

    def _text(self, arguments: tuple[Node, ...]) -> Term:
        return terms.call("text", (self._meaning.term(arguments[0]),), "text")
