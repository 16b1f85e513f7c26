"""What the names of an XLSForm stand for, from where they are spoken of."""

from dataclasses import dataclass, field

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.terms import Term
from kiosk.services.forms.importing.xlsform.choices import Lists
from kiosk.services.forms.importing.xlsform.formulas import Formula

_WIDGETS = {"integer": "number", "decimal": "decimal", "truth": "yes_no", "date": "date"}
_WIDGETS |= {"date_time": "date_time", "time": "time"}


@dataclass
class Known:
    """One name of the survey, in the repeat it stands in ("" for none)."""

    repeat: str
    name: str
    answer: Term | None = None
    formula: str = ""
    """The calculation, where the name is one."""
    list_name: str = ""
    asked: Asked | None = None
    outside: set[str] = field(default_factory=set)
    """Data beside the form that the calculation asks for."""


class Names:
    """All names of a survey."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self._known: dict[str, list[Known]] = {}
        self._groups: dict[str, str] = {}
        self._made: dict[int, Term] = {}
        self._open: list[int] = []

    def add(self, written: str, known: Known) -> Known:
        """A question, calculation or piece of metadata."""
        self._known.setdefault(written, []).append(known)
        return known

    def add_group(self, written: str, name: str) -> None:
        """A repeat: its name in the form."""
        self._groups[written] = name

    def group(self, repeat: str) -> str:
        """The name of a repeat in the form."""
        return self._groups[repeat]

    def get(self, written: str, repeat: str) -> Known | None:
        """What a name means within a repeat: the nearest that has it."""
        several = self._known.get(written, [])
        near = [one for one in several if one.repeat == repeat]
        outside = [one for one in several if not one.repeat]
        return next(iter([*near, *outside, *several]), None)

    def ours(self, repeat: str) -> dict[str, str]:
        """Written name -> name in the form, of answers that a text in this repeat can mention."""
        made = {}
        for written in self._known:
            one = self.get(written, repeat)
            if one and one.name and one.repeat in ("", repeat) and not (one.repeat and one.formula):
                made[written] = one.name
        return made

    def answer(self, written: str, repeat: str) -> Term | None:
        """The answer of a name, as seen from within a repeat. Raises CannotSay."""
        if written in self._groups and written not in self._known:
            return terms.name(self._groups[written], "list")
        one = self.get(written, repeat)
        if one is None:
            return None
        inside = one.repeat == repeat
        if one.formula:
            if not one.repeat:
                made = self.calculated(one)
                plain = made.kind == "list" or made == terms.NULL
                return made if plain else terms.name(one.name, made.kind)
            if inside:
                return self.calculated(one)
            raise CannotSay(f"{written!r}, which is calculated for each entry")
        if one.answer is None or inside or not one.repeat:
            return one.answer
        return Term(f"{self._groups[one.repeat]}.{one.name}", "list")

    def calculated(self, one: Known) -> Term:
        """What a calculation comes to. Raises CannotSay."""
        key = id(one)
        if key in self._made:
            return self._made[key]
        if key in self._open:
            raise CannotSay(f"{one.name!r}, which depends on itself")
        self._open.append(key)
        try:
            formula = Formula(Place(self, one.repeat), terms.NULL)
            made = formula.value(one.formula)
            one.outside = formula.outside
        finally:
            self._open.pop()
        if made.is_constant and made.constant in (None, ""):
            made = terms.NULL
        kind = "text" if made.kind == "any" and made != terms.NULL else made.kind
        made = Term(made.text, kind, made.binding, made.constant, made.is_constant, made.opposite)
        self._made[key] = made
        return made


@dataclass
class Place:
    """The scope of expressions that stand in a repeat ("" for none)."""

    names: Names
    repeat: str = ""

    def find(self, name: str) -> Term | None:
        """The answer of this name."""
        return self.names.answer(name, self.repeat)

    def column(self, name: str) -> str | None:
        """There are columns in choice filters only."""
        return None

    def holds_list(self, name: str) -> bool:
        """Whether the form has a list of choices of this name."""
        return bool(self.names.lists.get(name))

    def lookup(self, instance: str, key: str, answer: Term, column: str) -> Term | None:
        """A column of a list of choices, by the answer."""
        return self.names.lists.lookup(instance, key, answer, column)

    def label(self, name: str) -> Term | None:
        """The label of what was chosen."""
        one = self.names.get(name, self.repeat)
        answer = self.find(name)
        if answer == terms.NULL:
            return terms.NULL
        if one is None or not one.list_name or answer is None or answer.kind != "text":
            return None
        return self.names.lists.lookup(one.list_name, "name", answer, "label")


def widget_of(term: Term) -> str:
    """The widget that shows a calculated value."""
    return _WIDGETS.get(term.kind, "text")
