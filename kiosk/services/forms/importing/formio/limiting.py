"""What a form.io component demands of its answer, and what the answer starts with."""

import re
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.defra.limits import number_in
from kiosk.services.forms.importing.formio.kinds import FORMATS, PATTERNS
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.schemas import at_most_words, split_pattern, unlike, whole
from kiosk.services.forms.importing.sources import record, words
from kiosk.services.forms.importing.sources import whole as integer
from kiosk.services.forms.importing.wording import added

_TEXTS = ("text", "long_text", "phone", "email", "url", "address", "id_number")
_SIZES = {"b": 1, "kb": 1024, "mb": 1024**2, "gb": 1024**3}


class Limiting:
    """Fills in schemas, messages and starting values of questions."""

    def __init__(self, texts: Words, ledger: Ledger) -> None:
        self._words = texts
        self._ledger = ledger

    def limit(self, asked: Asked, component: dict[str, Any], kind: str) -> None:
        """What is right, and what is said when it is not."""
        checked = record(component.get("validate"))
        if asked.widget in _TEXTS:
            self._text(asked, component, checked, kind)
        elif asked.widget in ("number", "decimal"):
            self._number(asked, component, checked)
        elif asked.widget == "several":
            least = integer(checked.get("minSelectedCount"))
            most = integer(checked.get("maxSelectedCount"))
            asked.schema |= {"minItems": least} if least else {}
            asked.schema |= {"maxItems": most} if most else {}
        elif asked.widget == "file":
            self._file(asked, component)
        message = self._words.of(checked, "customMessage")
        if message:
            rules = ("required", "pattern", "minLength", "maxLength", "valid_if", "enum")
            asked.errors |= {rule: message for rule in rules if rule not in asked.errors}
        for rule, text in record(component.get("errors")).items():
            told = self._words.plain(text)
            if rule in ("required", "pattern", "minLength", "maxLength") and told:
                asked.errors[rule] = told

    def _text(
        self, asked: Asked, component: dict[str, Any], checked: dict[str, Any], kind: str
    ) -> None:
        for key in ("minLength", "maxLength"):
            number = integer(checked.get(key))
            if number is not None and number > 0:
                asked.schema[key] = number
        source = words(checked.get("pattern"))
        if source:
            understood = split_pattern(source)
            if understood is None:
                what = f"the pattern {source!r} cannot be checked here"
                self._ledger.changed(
                    "question", asked.where, what, "asked without the pattern", "write it anew"
                )
            else:
                asked.schema["pattern"] = whole(understood[0])
                asked.valid = terms.both((asked.valid, unlike(understood[1])))
        most = integer(checked.get("maxWords"))
        if most and most > 0:
            asked.valid = terms.both((asked.valid, at_most_words(most)))
            asked.errors["valid_if"] = added("max_words", self._words.languages, limit=most)
        if kind in PATTERNS and "pattern" not in asked.schema:
            asked.schema["pattern"] = PATTERNS[kind]
        if kind in FORMATS:
            asked.schema["format"] = FORMATS[kind]
        mask = words(component.get("inputMask"))
        if mask and "pattern" not in asked.schema and asked.widget == "text":
            asked.schema["pattern"] = _mask(mask)

    def _number(self, asked: Asked, component: dict[str, Any], checked: dict[str, Any]) -> None:
        own = terms.name("self", asked.kind)
        parts = []
        bounds = (("min", "minYear", ">=", "at_least"), ("max", "maxYear", "<=", "at_most"))
        for key, year, sign, text_id in bounds:
            limit = number_in(checked.get(key)) if key in checked else number_in(checked.get(year))
            if limit is not None:
                parts.append(terms.compared(own, sign, terms.number(limit)))
                asked.errors["valid_if"] = added(text_id, self._words.languages, limit=limit)
        if len(parts) > 1:
            del asked.errors["valid_if"]
        asked.valid = terms.both(parts)
        places = integer(component.get("decimalLimit"))
        if asked.widget == "decimal" and places and 0 < places <= 15:
            asked.schema["pattern"] = rf"^-?\d+(\.\d{{1,{places}}})?$"
        unit = words(component.get("currency")) or words(component.get("suffix"))
        if unit:
            asked.unit = self._words.plain(unit)

    def _file(self, asked: Asked, component: dict[str, Any]) -> None:
        several = component.get("multiple") is True
        most = integer(component.get("maxNumberOfFiles"))
        asked.schema["maxItems"] = most or (10 if several else 1)
        kinds = record(component.get("file")).get("type")
        types = kinds if isinstance(kinds, list) else words(component.get("filePattern")).split(",")
        found = [words(one).strip().lower() for one in types]
        if all("/" in one for one in found) and "*/*" not in found:
            asked.accept = tuple(found)
        size = re.fullmatch(r"(\d+)\s*([kmg]?b)", words(component.get("fileMaxSize")).lower())
        if size:
            asked.max_bytes = int(size[1]) * _SIZES[size[2]]

    def start(self, asked: Asked, component: dict[str, Any]) -> None:
        """What the answer starts with."""
        given = component.get("defaultValue")
        values = [option.value for option in asked.options]
        match asked.widget:
            case "yes_no":
                asked.default = given is True
            case "choice" if words(given) in values:
                asked.default = words(given)
            case "several" if isinstance(given, dict):
                chosen = [key for key, on in given.items() if on is True and key in values]
                asked.default = chosen or None
            case "number" if integer(given) is not None:
                asked.default = integer(given)
            case "text" | "long_text" if words(given) and not isinstance(given, bool):
                asked.default = words(given)


def _mask(mask: str) -> str:
    """An input mask as a pattern: 9 a digit, a a letter, * either."""
    parts = {"9": "[0-9]", "a": "[A-Za-z]", "A": "[A-Za-z]", "*": "[A-Za-z0-9]"}
    made = "".join(parts.get(one, re.escape(one)) for one in mask[:100])
    return f"^{made}$"
