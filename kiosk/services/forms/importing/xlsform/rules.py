"""What the expressions of a row demand: when it is asked, what is right, what is reckoned."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Reckoned
from kiosk.services.forms.importing.loose.kinds import as_number, folded
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.report import HAND, Ledger
from kiosk.services.forms.importing.sources import whole
from kiosk.services.forms.importing.terms import Term
from kiosk.services.forms.importing.xlsform.choices import filter_choices
from kiosk.services.forms.importing.xlsform.columns import Line
from kiosk.services.forms.importing.xlsform.formulas import Formula
from kiosk.services.forms.importing.xlsform.scope import Known, Names, Place, widget_of
from kiosk.services.forms.importing.xlsform.types import Type
from kiosk.services.forms.importing.xlsform.words import Words, references

_YES = ("yes", "true", "true()", "1", "y", "oui", "si")
_NO = ("", "no", "false", "false()", "0", "n", "non")
_DYNAMIC = re.compile(r"\$\{|[A-Za-z_-]+\(")
_ISO = {
    "date": r"\d{4}-\d{2}-\d{2}",
    "time": r"\d{2}:\d{2}",
    "date_time": r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}",
    "month": r"\d{4}-\d{2}",
}


class Rules:
    """Lays the rules of rows on their questions."""

    def __init__(self, names: Names, words: Words, ledger: Ledger) -> None:
        self._names = names
        self._words = words
        self._ledger = ledger
        self._read: dict[str, Term] = {}

    def relevant(
        self, line: Line, where: str, around: list[tuple[Line, str]], place: Place
    ) -> tuple[Term, list[str]]:
        """When a row is asked: its own condition and those of the groups around it."""
        rows = list(around)
        if line.get("relevant") and (line, f"{where} relevant") not in rows:
            rows.append((line, f"{where} relevant"))
        parts = [self._condition(one.get("relevant"), at, place) for one, at in rows]
        return terms.both(parts), [at for _, at in rows]

    def _condition(self, text: str, where: str, place: Place) -> Term:
        if where not in self._read:
            formula = Formula(place)
            shown = folded(
                self._said(where, lambda: formula.truth(text), "always shown", terms.TRUE)
            )
            never = "never shown" if shown == terms.FALSE else ""
            self._ledger.beside(where, formula.outside, never)
            self._read[where] = shown
        return self._read[where]

    def answered(self, line: Line, kind: Type, asked: list[Asked], place: Place) -> None:
        """What has to hold of the answer, what it starts with, which choices there are."""
        for one in asked:
            self._required(line, one, place)
        first = asked[0]
        if line.get("constraint"):
            self._constraint(line, first, place)
        if line.get("choice_filter"):
            if first.options:
                filter_choices(
                    first,
                    kind.list_name,
                    line.get("choice_filter"),
                    place.names.lists,
                    place,
                    self._ledger,
                )
            else:
                self._unfiltered(line.get("choice_filter"), f"{first.where} choice_filter", place)
        if line.get("calculation"):
            self._calculated(line, first, place)
        elif line.get("default"):
            self._default(line, first, place)

    def _unfiltered(self, text: str, where: str, place: Place) -> None:
        """There are no choices; that loses nothing if the filter lets through all of them."""
        self._ledger.met("condition", where)
        try:
            everything = Formula(place).truth(text) == terms.TRUE
        except CannotSay:
            everything = False
        if not everything:
            self._ledger.lost("condition", where, "there are no choices to filter", HAND)

    def repeated(self, line: Line, where: str, group: Asked, place: Place) -> None:
        """How many entries there have to be."""
        text = line.get("repeat_count")
        if not text:
            return
        number = whole(text)
        self._ledger.met("condition", f"{where} repeat_count")
        if number is not None and 0 < number <= 50:
            group.required = True
            group.schema |= {"minItems": number, "maxItems": number}
            return
        at = f"{where} repeat_count"
        group.valid = self._said(
            at, lambda: self._counted(place, text, at), "any number of entries", terms.TRUE
        )

    def _counted(self, place: Place, text: str, where: str) -> Term:
        """As many entries as `text` says; of a repeat within a repeat, over all of its entries."""
        own = terms.call("count", (terms.name("self", "list"),), "integer")
        wanted = Formula(place).value(text)
        if wanted.kind == "list":
            wanted = terms.call("sum", (wanted,), "integer")
            what = "it counts within each entry of another repeat"
            self._ledger.changed("condition", where, what, "counted over all of them", HAND)
        return terms.compared(own, "=", as_number(wanted))

    def reckoned(
        self, line: Line, where: str, known: Known, around: list[tuple[Line, str]]
    ) -> list[Reckoned]:
        """A calculation as a computed value; within a repeat it is put where it is used."""
        at = f"{where} calculation"
        value = self._said(at, lambda: self._names.calculated(known), "left out", terms.NULL)
        self._ledger.beside(at, known.outside)
        if value == terms.NULL:
            return []
        if known.repeat or value.kind == "list":
            what = "reckoned for each entry of a repeat" if known.repeat else "a list"
            self._ledger.changed(
                "condition",
                at,
                f"it is {what}",
                "reckoned wherever it is used, and not sent with the answers",
                "let the department reckon it again",
            )
            return []
        if line.get("relevant") or around:
            condition, _ = self.relevant(line, where, around, Place(self._names))
            value = terms.chosen(condition, value, terms.NULL)
        label = self._words.of(line, "label") or self._words.plain(known.name)
        return [Reckoned(at, known.name, label, value, widget_of(value))]

    def _required(self, line: Line, asked: Asked, place: Place) -> None:
        text = line.get("required").strip()
        asked.required = text.lower() in _YES
        message = self._words.of(line, "required_message")
        if message:
            asked.errors["required"] = message
        if text.lower() not in (*_YES, *_NO):
            if not any(mark in text for mark in ("${", "<", ">", "=")):
                return
            at = f"{asked.where} required"
            formula = Formula(place, asked.term)
            needed = self._said(at, lambda: formula.truth(text), "not required", terms.FALSE)
            never = "not compulsory" if needed == terms.FALSE else ""
            self._ledger.beside(at, formula.outside, never)
            asked.required = needed == terms.TRUE
            asked.need(needed)

    def _constraint(self, line: Line, asked: Asked, place: Place) -> None:
        own = terms.name("self", asked.kind)
        at = f"{asked.where} constraint"
        self._ledger.met("condition", at)
        text = line.get("constraint")
        formula = Formula(place, own)
        valid = self._said(at, lambda: formula.truth(text), "not checked", terms.TRUE)
        self._ledger.beside(at, formula.outside, "not checked" if valid.is_constant else "")
        asked.valid = terms.both((asked.valid, valid))
        message = self._words.of(line, "constraint_message")
        if message and not references(message):
            asked.errors["valid_if"] = message

    def _calculated(self, line: Line, asked: Asked, place: Place) -> None:
        """A question that is reckoned and may be changed starts with what comes out."""
        at = f"{asked.where} calculation"
        self._ledger.met("condition", at)
        text = line.get("calculation")
        formula = Formula(place, terms.NULL)
        value = self._said(at, lambda: formula.value(text), "not reckoned", terms.NULL)
        self._ledger.beside(at, formula.outside)
        if value == terms.NULL or asked.widget in ("file", "photo", "signature", "declaration"):
            return
        asked.default = value
        self._ledger.changed(
            "condition",
            at,
            "it is reckoned anew whenever an answer changes",
            "proposed when the question is first asked",
            "make it a computed value, if nobody is to change it",
        )

    def _default(self, line: Line, asked: Asked, place: Place) -> None:
        text = line.get("default")
        try:
            if _DYNAMIC.search(text) and asked.widget not in ("choice", "several"):
                asked.default = Formula(place).value(text)
            else:
                asked.default = _constant(asked, text)
        except CannotSay as fault:
            self._ledger.note(
                f"{asked.where} default", f"it starts with {fault}", "nothing to start with", HAND
            )

    def _said(self, where: str, say: Callable[[], Term], became: str, otherwise: Term) -> Term:
        """What `say` comes to; where it cannot be said, a remark and `otherwise`."""
        self._ledger.met("condition", where)
        try:
            return say()
        except CannotSay as fault:
            self._ledger.lost("condition", where, f"it asks for {fault}", HAND, became)
            return otherwise


def _constant(asked: Asked, text: str) -> Any:
    """A default that is written out. Raises CannotSay where it is no answer."""
    values = [option.value for option in asked.options]
    text = text.strip("'\"")
    match asked.widget:
        case "number":
            number = whole(text)
            if number is not None:
                return number
        case "decimal":
            if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?", text):
                return str(Decimal(text))
        case "choice":
            if text in values:
                return text
        case "several":
            chosen = text.split()
            if chosen and set(chosen) <= set(values):
                return chosen
        case "date" | "time" | "date_time" | "month":
            if re.fullmatch(_ISO[asked.widget], text):
                return text
        case "text" | "long_text" | "phone":
            return text
    raise CannotSay(f"{text!r}, which is no answer to it")
