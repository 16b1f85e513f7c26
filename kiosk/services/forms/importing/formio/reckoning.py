"""Values of a form.io form that are reckoned: computed, proposed, or asked for instead."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Reckoned
from kiosk.services.forms.importing.formio.answers import Answers
from kiosk.services.forms.importing.formio.deciding import Deciding
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.loose.tree import CannotSay, Elsewhere, Idle
from kiosk.services.forms.importing.report import HAND, Ledger
from kiosk.services.forms.importing.terms import NUMBERS, Term

if TYPE_CHECKING:
    from kiosk.services.forms.importing.formio.walking import Met

NO_VALUE = ("file", "photo", "signature", "group", "declaration", "note")
"""Widgets whose answers nothing can be set to."""
Conditions = Callable[["Met"], tuple[Term, list[str]]]
"""When a component is shown, and where that is said."""
_WIDGETS = {"integer": "number", "decimal": "decimal", "truth": "yes_no", "date": "date"}


class Reckoning:
    """Reads `calculateValue`; what it makes of them is in `reckoned` and `unasked`."""

    def __init__(self, answers: Answers, texts: Words, ledger: Ledger) -> None:
        self.reckoned: list[Reckoned] = []
        self.unasked: set[int] = set()
        """Ids of questions that turned out to be computed values."""
        self._answers = answers
        self._words = texts
        self._ledger = ledger

    def reckon(self, met: "Met", deciding: Deciding, condition: Conditions) -> None:
        """Say what a component is."""
        at = f"{met.where} calculateValue"
        self._ledger.met("condition", at)
        try:
            value = deciding.value(met.component["calculateValue"])
        except Idle as idle:
            if str(idle):
                self._ledger.faulty(at, str(idle), "asked, as in the source")
            return
        except Elsewhere as fault:
            self._fetched(met, at, str(fault))
            return
        except CannotSay as fault:
            self._ledger.lost("condition", at, f"it asks for {fault}", HAND, "asked instead")
            return
        if deciding.outside and value.is_constant:
            self._fetched(met, at, ", ".join(sorted(deciding.outside)))
            return
        self._ledger.beside(at, deciding.outside)
        if deciding.former:
            what = "it stays as it was where the program does not set it"
            self._ledger.changed("condition", at, what, "empty there", HAND)
        self._said(met, value, at, condition)

    def _said(self, met: "Met", value: Term, at: str, condition: Conditions) -> None:
        asked = met.asked[0] if met.asked else None
        if asked is not None and asked.widget in NO_VALUE:
            self._ledger.lost("condition", at, "a value that cannot be reckoned", HAND)
            return
        if asked is not None and asked.widget == "text" and value.kind in NUMBERS:
            asked.widget, asked.schema = _WIDGETS[value.kind], {}
        if met.group:
            self._proposed(asked, value, at, "it is reckoned for each entry of a group")
        elif met.component.get("allowCalculateOverride") is True and asked is not None:
            what = "it is reckoned anew whenever an answer changes"
            self._proposed(asked, value, at, what)
        else:
            self._computed(met, asked, value, at, condition(met)[0])

    def _fetched(self, met: "Met", at: str, what: str) -> None:
        """A program of the site fetches it: a person answers it, if it can be answered."""
        if met.asked and met.component.get("hidden") is not True:
            told = f"it is fetched by a program of the site, {what}"
            self._ledger.changed("condition", at, told, "asked instead", HAND)
        else:
            self._answers.set_value((*met.near, met.key), terms.NULL)
            self._ledger.lost("condition", at, f"it asks for {what}", HAND, "left out")

    def _computed(
        self, met: "Met", asked: Asked | None, value: Term, at: str, condition: Term
    ) -> None:
        if condition != terms.TRUE:
            value = terms.chosen(condition, value, terms.NULL)
        name = asked.name if asked else met.value
        label = asked.label if asked else self._words.plain(met.key)
        widget = asked.widget if asked else _WIDGETS.get(value.kind, "text")
        if widget in ("choice", "several"):
            widget = "text"
        self.reckoned.append(Reckoned(at, name, label, value, widget, shown=asked is not None))
        if asked is not None:
            self.unasked.add(id(asked))
            met.asked = []
        else:
            self._answers.add_value((*met.near, met.key), terms.name(name, value.kind))

    def _proposed(self, asked: Asked | None, value: Term, at: str, what: str) -> None:
        """In a group, and where a person may change it, there are no computed values."""
        if asked is not None:
            asked.default = value
        became = "proposed when it is first asked for"
        self._ledger.changed("condition", at, what, became, HAND)
