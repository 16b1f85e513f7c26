"""The last look before a form is built: every expression can be used, and looks back, not ahead."""

from functools import lru_cache

from foundation.expressions import parse
from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Reckoned
from kiosk.services.forms.importing.building import usable
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.terms import Term


@lru_cache(maxsize=4096)
def names_of(text: str) -> frozenset[str]:
    """The answers that an expression looks at."""
    return parse(text).names


class Settling:
    """Puts questions after those they depend on, and drops what cannot be used, with a remark."""

    def __init__(self, asked: list[Asked], reckoned: list[Reckoned], ledger: Ledger) -> None:
        self._asked = asked
        self._ledger = ledger
        self._reckoned = {one.name: one for one in reckoned}
        self._names = {one.name for one in asked if one.widget != "note"}
        self._inner = {inner.name for one in asked for inner in one.fields}

    def settle(self) -> tuple[list[Asked], list[Reckoned]]:
        """The questions in an order that works, and the computed values that do."""
        self._drop_unusable()
        order = self._in_order(self._asked, set())
        return order, list(self._reckoned.values())

    def _in_order(self, asked: list[Asked], before: set[str]) -> list[Asked]:
        """These questions, and those within groups, each after what it depends on."""
        order = self._ordered(asked, set(before))
        before = set(before)
        for one in order:
            self._look_back(one, before)
            one.fields = self._in_order(one.fields, before)
            before |= {one.name} if one.widget != "note" else set()
        return order

    def _drop_unusable(self) -> None:
        for name, reckoned in list(self._reckoned.items()):
            fault = usable(reckoned.value) or self._unknown(reckoned.value, self._all())
            if fault or name in self._needs(reckoned.value, circles=True):
                del self._reckoned[name]
                what = fault or "it depends on itself"
                self._ledger.lost("condition", reckoned.where, what, "reckon it after submission")
        for one in self._asked:
            self._check(one, self._all())

    def _all(self) -> set[str]:
        return self._names | self._reckoned.keys()

    def _check(self, one: Asked, allowed: set[str]) -> None:
        within = allowed | {inner.name for inner in one.fields}
        fault = usable(one.condition) or self._unknown(one.condition, allowed)
        if fault:
            self._drop_condition(one, fault)
        fault = usable(one.valid) or self._unknown(one.valid, within | {"self"})
        if fault:
            one.valid = terms.TRUE
            self._ledger.lost("condition", f"{one.where} constraint", fault, "check it by hand")
        fault = usable(one.needed) or self._unknown(one.needed, within)
        if fault:
            one.needed = terms.FALSE
            self._ledger.lost("condition", f"{one.where} required", fault, "ask for it by hand")
        if isinstance(one.default, Term) and (
            usable(one.default) or self._unknown(one.default, allowed)
        ):
            one.default = None
            self._ledger.changed(
                "question", one.where, "its default cannot be reckoned", "no default", "none"
            )
        for option in one.options:
            fault = usable(option.condition) or self._unknown(option.condition, within)
            if fault:
                option.condition = terms.TRUE
                self._ledger.lost("condition", f"{one.where} choices", fault, "show all choices")
        for inner in one.fields:
            self._check(inner, within)

    def _drop_condition(self, one: Asked, fault: str) -> None:
        one.condition = terms.TRUE
        for where in one.conditions or [f"{one.where} condition"]:
            self._ledger.lost(
                "condition", where, fault, "write a shorter condition by hand", "always shown"
            )

    def _unknown(self, term: Term, allowed: set[str]) -> str | None:
        unknown = sorted(names_of(term.text) - allowed)
        return f"it looks at {', '.join(unknown)}, which is not there" if unknown else None

    def _needs(self, term: Term, circles: bool = False) -> set[str]:
        """The questions that a term rests on; with `circles`, the computed values passed too."""
        found, waiting, passed = set(), list(names_of(term.text)), set()
        while waiting:
            name = waiting.pop()
            if name in self._reckoned and name not in passed:
                passed.add(name)
                waiting += names_of(self._reckoned[name].value.text)
            elif name in self._names or name in self._inner:
                found.add(name)
        return passed if circles else found

    def _depends(self, one: Asked) -> set[str]:
        """Other questions that have to be asked before this one."""
        parts = [one.condition, *(option.condition for option in one.options)]
        if isinstance(one.default, Term):
            parts.append(one.default)
        found = {name for part in parts for name in self._needs(part)}
        for inner in one.fields:
            found |= self._depends(inner)
        own = {one.name, *(inner.name for inner in one.fields)}
        return found - own

    def _ordered(self, asked: list[Asked], done: set[str]) -> list[Asked]:
        """As they are, but for those that look ahead: they come right after what they look at."""
        made: list[Asked] = []
        waiting: list[Asked] = []
        needed = {id(one): self._depends(one) for one in asked}
        for one in asked:
            waiting.append(one)
            moved = True
            while moved:
                ready = [other for other in waiting if needed[id(other)] <= done]
                moved = bool(ready)
                for other in ready:
                    waiting.remove(other)
                    made.append(other)
                    done |= {other.name} if other.widget != "note" else set()
                    if other is not one:
                        self._told_moved(other)
        return made + waiting

    def _told_moved(self, one: Asked) -> None:
        if one.widget != "note":
            self._ledger.note(
                one.where,
                "it depends on a question that comes after it",
                "asked right after that question",
                "see whether the order still reads well",
            )

    def _look_back(self, one: Asked, before: set[str]) -> None:
        """What still looks ahead goes round in a circle, and is dropped."""
        if not self._needs(one.condition) <= before:
            self._drop_condition(one, "it depends on a question that depends on this one")
        if isinstance(one.default, Term) and not self._needs(one.default) <= before:
            one.default = None
            self._ledger.changed(
                "question", one.where, "its default looks ahead", "no default", "none"
            )
        for option in one.options:
            if not self._needs(option.condition) <= before | {one.name}:
                option.condition = terms.TRUE
                self._ledger.lost(
                    "condition", f"{one.where} choices", "it looks ahead", "show all choices"
                )
