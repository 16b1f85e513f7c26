"""All that decides in a form.io form, laid on its questions once every one of them is known."""

from typing import TYPE_CHECKING, Any

from foundation.expressions import parse
from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.formio.answers import Answers
from kiosk.services.forms.importing.formio.checks import built_in
from kiosk.services.forms.importing.formio.deciding import Deciding
from kiosk.services.forms.importing.formio.reckoning import NO_VALUE, Reckoning
from kiosk.services.forms.importing.formio.rules import Rules, settled, shown
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.loose.tree import CannotSay, Idle
from kiosk.services.forms.importing.report import HAND, Ledger
from kiosk.services.forms.importing.sources import record, words
from kiosk.services.forms.importing.terms import Term

if TYPE_CHECKING:
    from kiosk.services.forms.importing.formio.walking import Met


class Laying:
    """Fills in conditions, checks, defaults and computed values."""

    def __init__(
        self, met: "list[Met]", answers: Answers, rules: Rules, texts: Words, ledger: Ledger
    ) -> None:
        self.reckoning = Reckoning(answers, texts, ledger)
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
        self._acted_upon()
        for key, values in self._rules.values.items():
            self._set(key, values)
        for met in self._met:
            if code(met.component.get("calculateValue")):
                self.reckoning.reckon(met, self._deciding(met), self._condition)
        for key, needed, trigger, _ in self._rules.needed:
            self._need(key, needed, trigger)
        for trigger in self._rules.barred:
            self._bar(trigger)
        for met in self._met:
            condition, wheres = self._condition(met)
            for one in met.asked:
                one.condition = terms.both((condition, one.condition))
                one.conditions += wheres
            self._checked(met)

    def _acted_upon(self) -> None:
        """Actions on what the form does not have do nothing, as in the source."""
        keys = {met.key for met in self._met}
        acted = [(one.key, one.where) for one in (*self._rules.hiding, *self._rules.steps)]
        acted += [(key, where) for key, _, _, where in self._rules.needed]
        for key, where in acted:
            if key not in keys:
                what = f"it acts upon {key!r}, which the form does not have"
                self._ledger.faulty(where, what, "nothing, as in the source")

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
        if "step" in met.component:
            rules = [one for one in self._rules.steps if one.key == met.key]
            return shown(met.component["step"] is False, rules), [one.where for one in rules]
        component = met.component
        rules = [one for one in self._rules.hiding if one.key == met.key and met.key]
        told = record(component.get("conditional"))
        simple = told.get("when") or told.get("conditions") or told.get("json")
        program = code(component.get("customConditional"))
        starts = component.get("hidden") is True and not (simple or program)
        parts, wheres = [shown(starts, rules)], [one.where for one in rules]
        for kind, there in (("conditional", simple), ("customConditional", program)):
            if there:
                self._ledger.met("condition", f"{met.where} {kind}")
        if program or simple:
            at = f"{met.where} {'customConditional' if program else 'conditional'}"
            wheres.append(at)
            parts.append(self._told(self._deciding(met), program, told, at))
        if starts and not rules and met.asked:
            what = "it is hidden, and nothing shows it"
            self._ledger.note(met.where, what, "there, and never shown", "take it out")
        return terms.both(parts), wheres

    def _told(self, deciding: Deciding, program: Any, told: dict[str, Any], at: str) -> Term:
        """When it is shown; always where that cannot be said."""
        try:
            own = deciding.shown(program) if program else deciding.simple(told)
        except Idle as idle:
            if str(idle):
                self._ledger.faulty(at, str(idle), "always shown, as in the source")
            return terms.TRUE
        except CannotSay as fault:
            self._ledger.lost("condition", at, f"it asks for {fault}", HAND, "always shown")
            return terms.TRUE
        always = "always shown" if own == terms.TRUE else "never shown"
        self._ledger.beside(at, deciding.outside, always if own == terms.FALSE else "")
        for name in sorted(deciding.view.absent):
            became = always if own.is_constant else "as if it were not answered"
            what = f"it asks for {name!r}, and the form has no such question"
            self._ledger.faulty(at, what, f"{became}, as in the source")
        return own

    def _checked(self, met: "Met") -> None:
        checked = record(met.component.get("validate"))
        for kind in ("custom", "json"):
            source = code(checked.get(kind))
            if source:
                at = f"{met.where} validate.{kind}"
                self._ledger.met("condition", at)
                self._check(met, source, at)

    def _check(self, met: "Met", source: Any, at: str) -> None:
        deciding, message = self._deciding(met), ""
        own = met.asked[0] if met.asked else None
        valid = built_in(source, met.component, own, deciding.view) if own else None
        try:
            if valid is None:
                valid, message = deciding.check(source)
        except Idle as idle:
            if str(idle):
                self._ledger.faulty(at, str(idle), "not checked, as in the source")
            return
        except CannotSay as fault:
            self._ledger.lost("condition", at, f"it asks for {fault}", HAND, "not checked")
            return
        self._ledger.beside(at, deciding.outside, "not checked" if valid.is_constant else "")
        if valid == terms.FALSE:
            self._ledger.lost("condition", at, "no answer is ever right", HAND, "not checked")
        elif own is not None:
            own.valid = terms.both((own.valid, valid))
            if message:
                own.errors["valid_if"] = self._words.plain(message)

    def _set(self, key: str, values: list[tuple[Term, Term]]) -> None:
        """What rules set a question to is proposed; of a variable it is known already."""
        found = self._answers.get((key,), ())
        if found is None:
            return
        asked, proposed = found[0].asked, not found[0].group
        proposed = proposed and found[0].asked.widget not in NO_VALUE
        if proposed:
            start = self._answers.value((key,)) or terms.NULL
            asked.default = settled(values, start)
        for where in self._rules.set_at[key]:
            what = "it sets an answer whenever it holds"
            if proposed:
                became = "proposed when the question is first asked"
                self._ledger.changed("condition", where, what, became, HAND)
            else:
                self._ledger.lost("condition", where, what, HAND)


def code(source: Any) -> Any:
    """A program as it is written, without what surrounds it; anything else as it is."""
    return words(source) if isinstance(source, str) else source
