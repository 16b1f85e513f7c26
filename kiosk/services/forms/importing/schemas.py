"""The JSON Schema of one answer, by widget, with the limits that a source gives."""

import re
from typing import Any

from foundation.attachments import SCHEMA as ATTACHMENT
from foundation.patterns import PatternError, compiled
from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.terms import Term

_PLAIN: dict[str, dict[str, Any]] = {
    "number": {"type": "integer"},
    "money": {"type": "integer"},
    "decimal": {"type": "string", "format": "decimal"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time-of-day"},
    "date_time": {"type": "string", "format": "local-date-time"},
    "month": {"type": "string", "format": "year-month"},
    "email": {"type": "string", "format": "email", "maxLength": 254},
    "url": {"type": "string", "format": "uri", "maxLength": 2000},
    "yes_no": {"type": "boolean"},
}
_LENGTHS = {"text": 500, "long_text": 10_000, "address": 500, "phone": 40, "id_number": 40}
_NOT_ONE_OF = re.compile(r"\(\(\?!\[((?:\\.|[^\]\\])+)\]\)\.\)\*")
"""((?![ab]).)* is any text without these characters."""
_NOT_AHEAD = re.compile(r"\(\?!((?:\\.|[^()\\])*)\)")
MAX_ENTRIES = 50
MAX_FILES = 10


def schema_of(asked: Asked) -> dict[str, Any]:
    """The schema of its answer."""
    values = list(dict.fromkeys(option.value for option in asked.options))
    match asked.widget:
        case "choice":
            made: dict[str, Any] = {"type": "string", "enum": values}
        case "several":
            items = {"type": "string", "enum": values}
            least = {"minItems": 1} if asked.required else {}
            made = {"type": "array", "items": items, "uniqueItems": True} | least
        case "declaration":
            made = {"type": "boolean"} | ({"const": True} if asked.required else {})
        case "file" | "photo" | "signature":
            most = MAX_FILES if asked.widget == "file" else 1
            made = {"type": "array", "items": ATTACHMENT, "minItems": 1, "maxItems": most}
        case "group":
            made = {
                "type": "array",
                "items": object_of(asked.fields),
                "minItems": int(asked.required),
                "maxItems": MAX_ENTRIES,
            }
        case widget if widget in _PLAIN:
            made = dict(_PLAIN[widget])
        case widget:
            made = {"type": "string", "minLength": 1, "maxLength": _LENGTHS.get(widget, 500)}
    return made | asked.schema


def object_of(fields: list[Asked]) -> dict[str, Any]:
    """The schema of an object with these answers."""
    asking = [one for one in fields if one.widget != "note"]
    return {
        "type": "object",
        "properties": {one.name: schema_of(one) for one in asking},
        "required": [one.name for one in asking if one.required],
        "additionalProperties": False,
    }


def pattern(source: str) -> str | None:
    """A pattern in the spelling that both sides understand (RE2), else None."""
    cleaned = source.strip()
    if len(cleaned) > 1 and cleaned[0] == "/" and cleaned.rfind("/") > 0:
        cleaned = cleaned[1 : cleaned.rfind("/")]
    cleaned = _NOT_ONE_OF.sub(r"[^\1]*", cleaned)
    try:
        compiled(cleaned)
    except PatternError:
        return None
    return cleaned


def written(understood: str) -> Term:
    """The pattern as a text in an expression, which has to be in one piece."""
    both = "'" in understood and '"' in understood
    return terms.text(understood.replace("'", r"\x27") if both else understood)


def anywhere(source: str) -> str:
    """The pattern as one over the whole text, where it may fit in any part of it."""
    if "|" in source:
        return rf"[\s\S]*?(?:{source})[\s\S]*"
    start = "" if source.startswith("^") else r"[\s\S]*"
    end = "" if source.endswith("$") and not source.endswith(r"\$") else r"[\s\S]*"
    return f"{start}{source}{end}"


def split_pattern(source: str) -> tuple[str, list[str]] | None:
    """(what has to fit, what must not) for a pattern that looks ahead at what must not follow."""
    plain = pattern(source)
    if plain is not None:
        return plain, []
    refused = [
        f"{_NOT_AHEAD.sub('', source[: found.start()]).lstrip('^')}(?:{found[1]}).*"
        for found in _NOT_AHEAD.finditer(source)
    ]
    fits = pattern(_NOT_AHEAD.sub("", source))
    if fits is None or not refused or any(pattern(one) is None for one in refused):
        return None
    return fits, refused


def unlike(refused: list[str]) -> Term:
    """The answer fits none of these."""
    own = terms.name("self", "text")
    return terms.both(
        terms.negated(terms.call("matches", (own, terms.text(one)), "truth")) for one in refused
    )


def whole(source: str) -> str:
    """The pattern over the whole text, where the source means that."""
    return f"^(?:{source})$"


def at_most_words(limit: int) -> Term:
    """The answer has so many words or fewer."""
    count = terms.call("words", (terms.name("self", "text"),), "integer")
    return terms.compared(count, "<=", terms.number(limit))
