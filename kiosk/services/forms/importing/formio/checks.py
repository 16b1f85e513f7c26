"""Checks that form builders have built in, and that a form only names: numbers, IBANs, days."""

import re
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.formio.answers import View
from kiosk.services.forms.importing.sources import whole, words
from kiosk.services.forms.importing.terms import Term

_CALL = re.compile(r"^\s*valid\s*=\s*instance\.(\w+)\([^()]*\)\s*;?\s*$")
_NUMBERS = {
    "validateFnrNew": (11, ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))),
    "validateFnr": (11, ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))),
    "validateOrganizationNumber": (9, ((3, 2, 7, 6, 5, 4, 3, 2, 1),)),
    "validateAccountNumber": (11, ((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1),)),
}
"""Digits, and the weights under which each weighted sum is a multiple of 11."""


def built_in(source: Any, component: dict[str, Any], asked: Asked, view: View) -> Term | None:
    """What a built-in check demands of the answer; None for any other program."""
    found = _CALL.match(words(source))
    if found is None:
        return None
    name = found[1]
    if name in _NUMBERS:
        digits, sums = _NUMBERS[name]
        asked.schema["pattern"] = rf"^[0-9 .]{{{digits},{digits + 3}}}$"
        return terms.both(_weighted(weights) for weights in sums)
    if name == "validateIban":
        asked.schema["format"] = "iban"
        return terms.TRUE
    if name.startswith("validateDatePicker") and asked.widget == "date":
        return _days(component, view)
    return None


def _weighted(weights: tuple[int, ...]) -> Term:
    """The weighted sum of the answer's digits is a multiple of 11."""
    parts = [f"{weight} * int(substring(self, {place}, 1))" for place, weight in enumerate(weights)]
    total = terms.Term(f"({' + '.join(parts)}) % 11", "integer", 5)
    return terms.compared(total, "=", terms.number(0))


def _days(component: dict[str, Any], view: View) -> Term | None:
    """Earliest and latest days, told from today or from another answer."""
    own, today = terms.name("self", "date"), terms.call("today", (), "date")
    parts = []
    for key, sign in (("earliestAllowedDate", ">="), ("latestAllowedDate", "<=")):
        days = whole(component.get(key))
        if days is not None:
            limit = terms.call("add_days", (today, terms.number(days)), "date")
            parts.append(terms.compared(own, sign, limit))
        fixed = words(component.get(f"specific{key[0].upper()}{key[1:]}"))
        if fixed:
            parts.append(terms.compared(own, sign, terms.text(fixed[:10])))
    before = words(component.get("beforeDateInputKey"))
    if before:
        other = view.find(tuple(before.split(".")))
        if other is None:
            return None
        sign = ">=" if component.get("mayBeEqual") is True else ">"
        missing = terms.compared(other, "=", terms.NULL)
        parts.append(terms.either((missing, terms.compared(own, sign, other))))
    return terms.both(parts)
