"""All that decides in a form.io form, laid on its questions once every one of them is known."""

from typing import TYPE_CHECKING, Any

from foundation.expressions import parse
from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Reckoned
from kiosk.services.forms.importing.formio.answers import Answers
from kiosk.services.forms.importing.formio.checks import built_in
from kiosk.services.forms.importing.formio.deciding import Deciding
from kiosk.services.forms.importing.formio.rules import HAND, Rules, settled, shown
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.loose.tree import CannotSay, Elsewhere, Idle
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.sources import record, words
from kiosk.services.forms.importing.terms import Term

if TYPE_CHECKING:
    from kiosk.services.forms.importing.formio.reading import Met

_WIDGETS = {"integer": "number", "decimal": "decimal", "truth": "yes_no", "date": "date"}
_NO_VALUE = ("file", "photo", "signature", "group", "declaration", "note")


class Laying:
    """Fills in conditions, checks, defaults and computed values."""

    def __init__(
        self, met: "list[Met]", answers: Answers, rules: Rules, texts: Words, ledger: Ledger
    ) -> None:
        self.reckoned: list[Reckoned] = []
        self.unasked: set[int] = set()
        """Ids of questions that turned out to be computed values."""
        self._met = met
        self._answers = answers
        self._rules = rules
        self._words = texts
        self._ledger = ledger
        self._conditions: dict[int, tuple[Term, list[str]]] = {}

    def lay(self) -> None:
        """Lay everything on."""
        for met in self._met:
            deciding = self._deciding(met)
            self._rules.component(met.component, deciding, met.key, met.where)
        for key, values in self._rules.values.items():
            self._variable(key, values)
        for met in self._met:
            if met.component.get("calculateValue") and _code(met.component["calculateValue"]):
                self._calculated(met)
        for key, needed, trigger in self._rules.needed:
            self._need(key, needed, trigger)
        for trigger in self._rules.barred:
            self._bar(trigger)
        for met in self._met:
            condition, wheres = self._condition(met)
            for one in met.asked:
                one.condition = terms.both((condition, one.condition))
                one.conditions += wheres
            self._checked(met)

    def _need(self, key: str, needed: bool, trigger: Term) -> None:
        for one in (one for met in self._met if met.key == key for one in met.asked):
            (one.need if needed else one.release)(trigger)

    def _bar(self, trigger: Term) -> None:
        """Where one cannot go on, the last of the answers that bar the way is not valid."""
        names = parse(trigger.text).names
        asked = [one for met in self._met for one in met.asked if one.name in names]
        if asked:
            asked[-1].valid = terms.both((asked[-1].valid, terms.negated(trigger)))

    def _deciding(self, met: "Met") -> Deciding:
        own = met.asked[0] if met.asked else None
        return Deciding(self._answers, met.near, met.group, own)

    def _condition(self, met: "Met") -> tuple[Term, list[str]]:
        """Its own condition and those of all it stands in."""
        if id(met) not in self._conditions:
            term, wheres = self._own_condition(met)
            if met.outer is not None:
                outer, around = self._condition(met.outer)
                term, wheres = terms.both((outer, term)), [*around, *wheres]
            self._conditions[id(met)] = (term, wheres)
        return self._conditions[id(met)]

    def _own_condition(self, met: "Met") -> tuple[Term, list[str]]:
        component, where = met.component, met.where
        if "step" in component:
            return terms.TRUE, []
        rules = [one for one in self._rules.hiding if one.key == met.key and met.key]
        written = record(component.get("conditional"))
        simple = written.get("when") or written.get("conditions") or written.get("json")
        code = _code(component.get("customConditional"))
        for kind, there in (("conditional", simple), ("customConditional", code)):
            if there:
                self._ledger.met("condition", f"{where} {kind}")
        deciding = self._deciding(met)
        hidden = component.get("hidden") is True and not (simple or code)
        parts, wheres = [shown(hidden, rules)], [one.where for one in rules]
        if component.get("hidden") is True and not hidden and rules:
            parts = [shown(False, rules)]
        if code or simple:
            at = f"{where} {'customConditional' if code else 'conditional'}"
            wheres.append(at)
            try:
                own = deciding.code(code, "show") if code else deciding.simple(written)
                parts.append(own)
            except Idle:
                pass
            except CannotSay as fault:
                self._ledger.lost("condition", at, f"it asks for {fault}", HAND, "always shown")
        if hidden and not rules and met.asked:
            self._ledger.note(
                where, "it is hidden, and nothing shows it", "there, and never shown", "take it out"
            )
        return terms.both(parts), wheres

    def _checked(self, met: "Met") -> None:
        checked = record(met.component.get("validate"))
        for kind in ("custom", "json"):
            source = _code(checked.get(kind))
            if not source:
                continue
            at = f"{met.where} validate.{kind}"
            self._ledger.met("condition", at)
            try:
                valid, message = self._check(met, source)
            except Idle:
                continue
            except CannotSay as fault:
                self._ledger.lost("condition", at, f"it asks for {fault}", HAND, "not checked")
                continue
            for one in met.asked[:1]:
                one.valid = terms.both((one.valid, valid))
                if message:
                    one.errors["valid_if"] = self._words.plain(message)

    def _check(self, met: "Met", source: Any) -> tuple[Term, str]:
        deciding = self._deciding(met)
        if met.asked:
            known = built_in(source, met.component, met.asked[0], deciding.view)
            if known is not None:
                return known, ""
        return deciding.check(source)

    def _calculated(self, met: "Met") -> None:
        at = f"{met.where} calculateValue"
        self._ledger.met("condition", at)
        try:
            value = self._deciding(met).value(met.component["calculateValue"])
        except Idle:
            return
        except Elsewhere as fault:
            self._fetched(met, at, str(fault))
            return
        except CannotSay as fault:
            self._ledger.lost("condition", at, f"it asks for {fault}", HAND, "asked instead")
            return
        asked = met.asked[0] if met.asked else None
        if asked is not None and asked.widget in _NO_VALUE:
            self._ledger.lost("condition", at, "a value that cannot be reckoned", HAND)
        elif met.group:
            self._within(met, value, at)
        elif met.component.get("allowCalculateOverride") is True and asked is not None:
            asked.default = value
            self._ledger.changed(
                "condition",
                at,
                "it is reckoned anew whenever an answer changes",
                "proposed when the question is first asked",
                HAND,
            )
        else:
            self._computed(met, asked, value, at)

    def _fetched(self, met: "Met", at: str, what: str) -> None:
        """A program of the site fetches it: a person answers it, if it can be answered."""
        if met.asked and met.component.get("hidden") is not True:
            told = f"it is fetched by a program of the site, {what}"
            self._ledger.changed("condition", at, told, "asked instead", HAND)
        else:
            self._ledger.lost("condition", at, f"it asks for {what}", HAND, "left out")

    def _computed(self, met: "Met", asked: Asked | None, value: Term, at: str) -> None:
        condition, _ = self._condition(met)
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
            way = (*met.near, met.key)
            self._answers.add_value(way, terms.name(name, value.kind))

    def _within(self, met: "Met", value: Term, at: str) -> None:
        """In a group there are no computed values: it is proposed."""
        if met.asked:
            met.asked[0].default = value
        self._ledger.changed(
            "condition",
            at,
            "it is reckoned for each entry of a group",
            "proposed when the entry is first asked for",
            HAND,
        )

    def _variable(self, key: str, values: list[tuple[Term, Term]]) -> None:
        found = self._answers.get((key,), ())
        start = self._answers.value((key,)) or terms.NULL
        if found is None:
            made = settled(values, start)
            self._answers.set_value((key,), made)
            return
        asked = found[0].asked
        if not found[0].group and asked.widget not in _NO_VALUE:
            asked.default = settled(values, start)
            for where in self._rules.set_at[key]:
                self._ledger.changed(
                    "condition",
                    where,
                    "it sets an answer whenever it holds",
                    "proposed when the question is first asked",
                    HAND,
                )


def _code(source: Any) -> Any:
    """A program that does something; comments and `show = true` apart."""
    return words(source) if isinstance(source, str) else source
