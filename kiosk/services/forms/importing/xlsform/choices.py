"""Lists of choices of an XLSForm, and which of them a filter lets through."""

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Option
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.terms import Term
from kiosk.services.forms.importing.xlsform.columns import Line, column_of
from kiosk.services.forms.importing.xlsform.formulas import Formula, Scope
from kiosk.services.forms.importing.xlsform.words import Words
from kiosk.services.forms.importing.xlsform.xpath import Tree, parse

MAX_CHAIN = 40
"""Choices whose labels may be told apart within one expression."""


class Lists:
    """All lists by name."""

    def __init__(self, lines: list[Line], words: Words) -> None:
        self._lists: dict[str, list[Line]] = {}
        self._words = words
        self.columns: frozenset[str] = frozenset(column for line in lines for column in line.cells)
        for line in lines:
            name = line.get("list_name")
            if name and line.get("name"):
                self._lists.setdefault(name, []).append(line)

    def get(self, name: str) -> list[Line]:
        """The rows of a list; none when there is no such list."""
        return self._lists.get(name, [])

    def options(self, name: str) -> list[Option]:
        """The choices of a list."""
        return [
            Option(line.get("name"), self._words.of(line, "label") or self._image(line))
            for line in self.get(name)
        ]

    def _image(self, line: Line) -> dict[str, str]:
        return self._words.plain(line.get("name"))

    def lookup(self, name: str, key: str, answer: Term, column: str) -> Term | None:
        """if(answer = 'a', 'text of a', …) for a column of a list."""
        rows = self.get(name)
        if not rows or len(rows) > MAX_CHAIN or not column:
            return None
        chain = terms.NULL
        for line in reversed(rows):
            text = line.get(column) or next(iter(line.texts.get(column, {}).values()), "")
            equal = terms.compared(answer, "=", terms.text(line.get(key)))
            chain = terms.chosen(equal, terms.text(text), chain)
        return chain


class _Choice:
    """The scope of a choice filter: bare names are columns of the choice at hand."""

    def __init__(self, scope: Scope, line: Line, columns: frozenset[str]) -> None:
        self._scope = scope
        self._line = line
        self._columns = columns

    def find(self, name: str) -> Term | None:
        return self._scope.find(name)

    def column(self, name: str) -> str | None:
        key = column_of(name)[0]
        return self._line.get(key) if key in self._columns else None

    def holds_list(self, name: str) -> bool:
        return self._scope.holds_list(name)

    def lookup(self, instance: str, key: str, answer: Term, column: str) -> Term | None:
        return self._scope.lookup(instance, key, answer, column)

    def label(self, name: str) -> Term | None:
        return self._scope.label(name)


def filter_choices(
    asked: Asked, name: str, text: str, lists: Lists, scope: Scope, ledger: Ledger
) -> None:
    """Put the filter on every choice of the question."""
    where = f"{asked.where} choice_filter"
    ledger.met("condition", where)
    try:
        tree = parse(text)
        conditions = [_filtered(tree, line, lists, scope) for line in lists.get(name)]
    except CannotSay as fault:
        ledger.lost("condition", where, f"it asks for {fault}", "filter by hand", "all are shown")
        return
    for option, condition in zip(asked.options, conditions, strict=False):
        option.condition = condition


def _filtered(tree: Tree, line: Line, lists: Lists, scope: Scope) -> Term:
    return Formula(_Choice(scope, line, lists.columns)).holds(tree)
