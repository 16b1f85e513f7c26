"""Rules that stand beside components: what happens when a trigger holds."""

from dataclasses import dataclass
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.formio.answers import Answers
from kiosk.services.forms.importing.formio.deciding import Deciding
from kiosk.services.forms.importing.formio.events import Events
from kiosk.services.forms.importing.formio.offering import Offers
from kiosk.services.forms.importing.loose.tree import CannotSay, Idle
from kiosk.services.forms.importing.report import HAND, Ledger
from kiosk.services.forms.importing.sources import record, rows, words
from kiosk.services.forms.importing.terms import Term


@dataclass(frozen=True)
class Hiding:
    """When `trigger` holds, a component is hidden, or shown."""

    key: str
    trigger: Term
    hidden: bool
    where: str


class Rules:
    """Reads the rules of Open Forms, and the logic of single components."""

    def __init__(self, answers: Answers, offers: Offers, events: Events, ledger: Ledger) -> None:
        self.hiding: list[Hiding] = []
        self.steps: list[Hiding] = []
        self.needed: list[tuple[str, bool, Term, str]] = []
        """Key of a component, whether it has to be answered or need not be, when, and where."""
        self.set_at: dict[str, list[str]] = {}
        """Where the rules are that set a variable."""
        self.barred: list[Term] = []
        """When nobody can go on."""
        self.values: dict[str, list[tuple[Term, Term]]] = {}
        """Variable -> (when, what it is set to), in order."""
        self._answers = answers
        self._offers = offers
        self._events = events
        self._ledger = ledger

    def open_forms(self, rules: list[dict[str, Any]], deciding: Deciding) -> None:
        """A trigger in JSONLogic, and actions on components, steps and variables."""
        for number, rule in enumerate(rules):
            for place, action in enumerate(rows(rule.get("actions"))):
                where = f"formLogic/{number}/actions/{place}"
                self._ledger.met("condition", where)
                if self._harmless(record(action.get("action")), deciding, where):
                    continue
                deciding.forget()
                try:
                    trigger = deciding.logic(rule.get("json_logic_trigger"))
                    self._act(action, trigger, deciding, where)
                    self._beside(trigger, deciding, where)
                except CannotSay as fault:
                    self._lost(where, str(fault))

    def _act(self, action: dict[str, Any], trigger: Term, deciding: Deciding, where: str) -> None:
        told = record(action.get("action"))
        kind = words(told.get("type"))
        name = words(record(told.get("property")).get("value"))
        key = words(action.get("component")) or words(action.get("variable"))
        if kind == "property":
            self._property(name, told, trigger, key, where)
        elif kind in ("step-not-applicable", "step-applicable"):
            step = words(action.get("form_step_uuid")) or words(action.get("form_step"))
            step = step.rstrip("/").rpartition("/")[2]
            hidden = kind == "step-not-applicable"
            self.steps.append(Hiding(step, trigger, hidden, where))
        elif kind == "disable-next":
            self.barred.append(trigger)
        elif kind == "variable":
            if not self._offers.add(key, told.get("value"), trigger):
                self._set(key, trigger, deciding.logic_value(told.get("value")), where)
        else:
            raise CannotSay(f"the action {kind} {name}".strip())

    def component(
        self, component: dict[str, Any], deciding: Deciding, key: str, where: str
    ) -> None:
        """The logic of one component."""
        for number, rule in enumerate(rows(component.get("logic"))):
            for place, action in enumerate(rows(rule.get("actions"))):
                at = f"{where} logic/{number}/{place}"
                self._ledger.met("condition", at)
                if self._harmless(action, deciding, at):
                    continue
                deciding.forget()
                try:
                    trigger = self._trigger(record(rule.get("trigger")), deciding)
                    if trigger == terms.FALSE and not deciding.outside:
                        raise Idle("its trigger never holds")
                    self._own(action, trigger, deciding, key, at)
                    self._beside(trigger, deciding, at)
                except Idle as idle:
                    what = str(idle) or "its trigger is empty"
                    self._ledger.faulty(at, what, "never done, as in the source")
                except CannotSay as fault:
                    self._lost(at, str(fault))

    def _trigger(self, trigger: dict[str, Any], deciding: Deciding) -> Term:
        match words(trigger.get("type")):
            case "simple":
                return deciding.simple(record(trigger.get("simple")) | {"show": True})
            case "javascript":
                return deciding.triggered(trigger.get("javascript"))
            case "json":
                return deciding.logic(trigger.get("json"))
            case "event" if not self._events.sends(words(trigger.get("event"))):
                event = words(trigger.get("event"))
                raise Idle(f"nothing in the form sends the event {event!r} that it waits for")
        raise CannotSay("a trigger of another kind")

    def _own(
        self, action: dict[str, Any], trigger: Term, deciding: Deciding, key: str, where: str
    ) -> None:
        kind = words(action.get("type"))
        if kind == "property":
            name = words(record(action.get("property")).get("value"))
            self._property(name, action, trigger, key, where)
        elif kind == "value":
            self._set(key, trigger, deciding.value(action.get("value")), where)
        else:
            raise CannotSay(f"the action {kind}".strip())

    def _harmless(self, action: dict[str, Any], deciding: Deciding, where: str) -> bool:
        """Whether it matters to no answer when it is done."""
        kind = words(action.get("type"))
        if kind == "property" and words(record(action.get("property")).get("value")) == "disabled":
            what = "it decides whether the answer may be changed"
            self._ledger.changed("condition", where, what, "the answer may be changed", HAND)
            return True
        if kind != "value" or not isinstance(action.get("value"), str):
            return False
        try:
            deciding.value(action["value"])
        except Idle:
            return True
        except CannotSay:
            return False
        return False

    def _property(
        self, name: str, told: dict[str, Any], trigger: Term, key: str, where: str
    ) -> None:
        """What becomes of a component's property while the trigger holds."""
        state = told.get("state", True) not in (False, None, "", "false")
        if name == "hidden":
            self.hiding.append(Hiding(key, trigger, state, where))
        elif name == "validate.required":
            self.needed.append((key, state, trigger, where))
        else:
            raise CannotSay(f"the action property {name}".strip())

    def _set(self, key: str, trigger: Term, value: Term, where: str) -> None:
        """Rules are gone through in order: those after this one find what it set."""
        start = self._answers.value((key,)) or terms.NULL
        made = value if trigger == terms.TRUE else terms.chosen(trigger, value, start)
        if self._answers.get((key,), ()) is None:
            self._answers.set_value((key,), made)
        self.values.setdefault(key, []).append((trigger, value))
        self.set_at.setdefault(key, []).append(where)

    def _beside(self, trigger: Term, deciding: Deciding, where: str) -> None:
        never = "never done" if trigger == terms.FALSE else ""
        self._ledger.beside(where, deciding.outside, never)

    def _lost(self, where: str, what: str) -> None:
        self._ledger.lost("condition", where, f"it asks for {what}", HAND, "left out")


def shown(hidden: bool, rules: list[Hiding]) -> Term:
    """When a component is shown that starts out (not) hidden; later rules go before."""
    condition = terms.truth(not hidden)
    for rule in rules:
        if rule.hidden:
            condition = terms.both((condition, terms.negated(rule.trigger)))
        else:
            condition = terms.either((condition, rule.trigger))
    return condition


def settled(values: list[tuple[Term, Term]], start: Term) -> Term:
    """What an answer is: the last value whose trigger holds, else what it starts with."""
    made = start
    for trigger, value in values:
        made = value if trigger == terms.TRUE else terms.chosen(trigger, value, made)
    return made
