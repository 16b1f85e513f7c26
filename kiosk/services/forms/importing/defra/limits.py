"""What DEFRA components demand of an answer: lengths, numbers, patterns, dates, files."""

from decimal import Decimal, InvalidOperation
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.schemas import at_most_words, split_pattern, unlike
from kiosk.services.forms.importing.sources import record, whole, words
from kiosk.services.forms.importing.terms import Term
from kiosk.services.forms.importing.wording import added, plain

_TEXTS = ("text", "long_text", "phone", "email", "url", "address")
_MESSAGES = {
    "any.required": "required",
    "string.empty": "required",
    "any.only": "enum",
    "string.pattern.base": "pattern",
    "string.regex.base": "pattern",
    "string.max": "maxLength",
    "string.min": "minLength",
    "string.email": "format_email",
    "string.uri": "format_uri",
    "number.base": "format_decimal",
    "number.min": "valid_if",
    "number.max": "valid_if",
    "number.integer": "type",
    "date.min": "valid_if",
    "date.max": "valid_if",
    "date.base": "format_date",
    "dateFormat": "format_date",
    "array.min": "minItems",
    "array.max": "maxItems",
    "maxWords": "pattern",
}
_GRID = r"^[A-Za-z]{2}\s?[0-9]{3,5}\s?[0-9]{3,5}$"


def limit(asked: Asked, component: dict[str, Any], ledger: Ledger, language: str) -> None:
    """Lay the component's demands on the question."""
    schema, options = record(component.get("schema")), record(component.get("options"))
    if asked.widget in _TEXTS:
        _text(asked, schema, options, ledger, language)
    elif asked.widget in ("decimal", "number"):
        _number(asked, schema, options, language)
    elif asked.widget == "date":
        _date(asked, options)
    elif asked.widget == "file":
        _files(asked, schema, options)
    elif asked.widget in ("several", "group"):
        _items(asked, schema)
    if component.get("type") in ("OsGridRefField", "NationalGridFieldNumberField"):
        asked.schema["pattern"] = _GRID
    if component.get("content") and asked.widget == "declaration":
        asked.hint = {language: plain(words(component["content"]))}
    _messages(asked, options, language)


def _text(
    asked: Asked,
    schema: dict[str, Any],
    options: dict[str, Any],
    ledger: Ledger,
    language: str,
) -> None:
    exact = whole(schema.get("length"))
    least, most = (whole(schema.get(one)) for one in ("min", "max"))
    for key, number in (("minLength", exact or least), ("maxLength", exact or most)):
        if number is not None and number > 0:
            asked.schema[key] = number
    if most is None and whole(schema.get("maxlength")):
        asked.schema["maxLength"] = whole(schema["maxlength"])
    regex = words(schema.get("regex"))
    if regex:
        _pattern(asked, regex, ledger)
    count = whole(options.get("maxWords"))
    if count and count > 0:
        asked.valid = terms.both((asked.valid, at_most_words(count)))
        asked.schema.setdefault("maxLength", max(10_000, count * 40))
        asked.errors.setdefault("valid_if", added("max_words", (language,), limit=count))


def _pattern(asked: Asked, regex: str, ledger: Ledger) -> None:
    understood = split_pattern(regex)
    if understood is None:
        ledger.changed(
            "question",
            asked.where,
            f"the pattern {regex!r} cannot be checked here",
            "asked without the pattern",
            "write the pattern anew, without looking ahead or behind",
        )
    else:
        asked.schema["pattern"] = understood[0]
        asked.valid = terms.both((asked.valid, unlike(understood[1])))


def _number(asked: Asked, schema: dict[str, Any], options: dict[str, Any], language: str) -> None:
    precision = schema.get("precision")
    if asked.widget == "decimal" and whole(precision) is not None and whole(precision) == 0:
        asked.widget = "number"
    for key in ("prefix", "suffix"):
        unit = words(options.get(key))
        if unit:
            asked.unit = {language: unit}
    own = terms.name("self", "decimal")
    least, most = number_in(schema.get("min")), number_in(schema.get("max"))
    parts: list[Term] = []
    if least is not None:
        parts.append(terms.compared(own, ">=", terms.number(least)))
        asked.errors["valid_if"] = added("at_least", (language,), limit=least)
    if most is not None:
        parts.append(terms.compared(own, "<=", terms.number(most)))
        asked.errors["valid_if"] = added("at_most", (language,), limit=most)
    if least is not None and most is not None:
        del asked.errors["valid_if"]
    places = whole(precision)
    if asked.widget == "decimal" and places is not None and 0 < places <= 15:
        asked.schema["pattern"] = rf"^-?\d+(\.\d{{1,{places}}})?$"
    asked.valid = terms.both(parts)


def number_in(value: Any) -> Decimal | int | None:
    """A number however it is written, else None."""
    try:
        number = Decimal(words(value))
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
        return None
    return int(number) if number == number.to_integral_value() else number


def _date(asked: Asked, options: dict[str, Any]) -> None:
    own = terms.name("self", "date")
    today = terms.call("today", (), "date")
    parts: list[Term] = []
    past, future = (whole(options.get(f"maxDaysIn{one}")) for one in ("Past", "Future"))
    if past is not None:
        first = terms.call("add_days", (today, terms.number(-past)), "date")
        parts.append(terms.compared(own, ">=", first))
    if future is not None:
        last = terms.call("add_days", (today, terms.number(future)), "date")
        parts.append(terms.compared(own, "<=", last))
    for key, sign in (("earliestDate", ">="), ("latestDate", "<=")):
        if words(options.get(key)):
            parts.append(terms.compared(own, sign, terms.text(words(options[key]))))
    asked.valid = terms.both(parts)


def _files(asked: Asked, schema: dict[str, Any], options: dict[str, Any]) -> None:
    zone = record(options.get("dropzoneConfig"))
    length = whole(schema.get("length"))
    least = length or whole(options.get("minimumRequiredFiles")) or whole(schema.get("min")) or 1
    if options.get("minimumRequiredFiles") in (0, "0"):
        asked.required = False
    most = length or whole(zone.get("maxFiles")) or whole(schema.get("max"))
    if most is None:
        most = 25 if options.get("multiple") or not zone else 1
    asked.schema |= {"minItems": max(1, least), "maxItems": max(most, least, 1)}
    accept = words(options.get("accept")) or words(zone.get("acceptedFiles"))
    types = [one.strip().lower() for one in accept.split(",")]
    asked.accept = tuple(one for one in types if "/" in one and not one.startswith("."))
    size = number_in(zone.get("maxFilesize"))
    if size:
        asked.max_bytes = int(size * 1024 * 1024)


def _items(asked: Asked, schema: dict[str, Any]) -> None:
    exact = whole(schema.get("length"))
    least, most = (exact or whole(schema.get(one)) for one in ("min", "max"))
    if least:
        asked.schema["minItems"] = least
    if most:
        asked.schema["maxItems"] = most


def _messages(asked: Asked, options: dict[str, Any], language: str) -> None:
    told = record(options.get("customValidationMessages"))
    if isinstance(options.get("customValidationMessage"), str):
        told = {"string.pattern.base": options["customValidationMessage"]} | told
    for key, message in told.items():
        rule = _MESSAGES.get(key)
        text = plain(words(message))
        if rule and text and "{{" not in text:
            asked.errors[rule] = {language: text}
