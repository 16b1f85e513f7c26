"""Spans between days, reckoned with what our language has."""

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.terms import Term


def months_between(start: Term, end: Term) -> Term:
    """Whole months from one day to another."""

    def part(name: str, day: Term) -> Term:
        return terms.call(name, (day,), "integer")

    years = terms.reckoned(part("year", end), "-", part("year", start))
    months = terms.reckoned(part("month", end), "-", part("month", start))
    whole = terms.reckoned(terms.reckoned(terms.number(12), "*", years), "+", months)
    short = terms.compared(part("day", end), "<", part("day", start))
    return terms.reckoned(whole, "-", terms.chosen(short, terms.number(1), terms.number(0)))
