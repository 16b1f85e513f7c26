"""How a day is written: format-date() of XLSForms, sign by sign."""

import re

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.terms import Term

_SIGN = re.compile(r"(%.)")
_CUT = {"Y": (0, 4), "y": (2, 2), "m": (5, 2), "d": (8, 2), "H": (11, 2), "M": (14, 2)}
"""Where a sign's digits stand in 2026-11-23T10:30."""
_COUNTED = {"n": "month", "e": "day"}
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_DAYS = "MonTueWedThuFriSatSun"
_NAMED = {"b": ("month", _MONTHS, 3), "a": ("weekday", _DAYS, 3)}
"""The function that counts from 1, the names in a row, and how long each is."""


def dated(day: Term, form: str) -> Term:
    """The day as `form` writes it. Raises CannotSay."""
    parts = [_part(day, one) for one in _SIGN.split(form) if one]
    return parts[0] if len(parts) == 1 else terms.call("concat", parts, "text")


def _part(day: Term, sign: str) -> Term:
    letter = sign[1:] if sign.startswith("%") else ""
    if not letter:
        return terms.text(sign)
    if letter in _CUT:
        return _cut(day, *map(terms.number, _CUT[letter]))
    if letter in _COUNTED:
        return terms.call("text", (terms.call(_COUNTED[letter], (day,), "integer"),), "text")
    if letter in _NAMED:
        function, names, length = _NAMED[letter]
        place = terms.reckoned(terms.call(function, (day,), "integer"), "-", terms.number(1))
        start = terms.reckoned(place, "*", terms.number(length))
        return _cut(terms.text(names), start, terms.number(length))
    raise CannotSay(f"a date written with {sign!r}")


def _cut(text: Term, start: Term, length: Term) -> Term:
    return terms.call("substring", (text, start, length), "text")
