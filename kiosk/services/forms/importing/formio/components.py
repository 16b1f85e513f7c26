"""Components of form.io as questions, before anything is said about when they are asked."""

import json
import re
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container, Option
from kiosk.services.forms.importing.defra.limits import number_in
from kiosk.services.forms.importing.formio.composites import CHOICES, COMPOSITES, NO, YES, Part
from kiosk.services.forms.importing.formio.kinds import FORMATS, PATTERNS, WIDGETS, plain_type
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.naming import Names
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.schemas import at_most_words, split_pattern, unlike, whole
from kiosk.services.forms.importing.sources import record, rows, words
from kiosk.services.forms.importing.sources import whole as integer
from kiosk.services.forms.importing.wording import Worded, added

_CHOICES = ("choice", "several")
_TEXTS = ("text", "long_text", "phone", "email", "url", "address", "id_number")
_SIZES = {"b": 1, "kb": 1024, "mb": 1024**2, "gb": 1024**3}
_PERSON = (
    ("name", "person_name", "text"),
    ("bsn", "person_number", "id_number"),
    ("dateOfBirth", "person_birth", "date"),
)


class Components:
    """Makes `Asked` of components; every one is met in the ledger."""

    def __init__(self, texts: Words, names: Names, ledger: Ledger) -> None:
        self._words = texts
        self._names = names
        self._ledger = ledger

    def of(
        self, component: dict[str, Any], where: str, container: Container
    ) -> list[tuple[str, Asked]]:
        """(what is added to its way, question) for all that it asks; most ask one."""
        self._ledger.met("question", where)
        kind = plain_type(words(component.get("type")))
        if kind == "survey":
            return self._survey(component, where, container)
        if kind in COMPOSITES:
            return self._composite(component, COMPOSITES[kind], where, container)
        if kind == "datamap":
            return [("", self._map(component, where, container))]
        if kind in ("partners", "children", "npFamilyMembers"):
            return [("", self._persons(component, where, container))]
        widget = self._widget(component, kind)
        asked = self.asked(component, widget or "long_text", where, container)
        if widget is None:
            what = f"the component {words(component.get('type')) or 'without a type'} is not known"
            self._changed(asked, what, "a free text", "choose a widget that fits")
            return [("", asked)]
        if widget in _CHOICES:
            self._choose(asked, component)
        self._limit(asked, component, kind)
        self._start(asked, component)
        if component.get("multiple") is True and asked.widget not in ("several", "file"):
            return [("", self._listed(asked, where, container))]
        return [("", asked)]

    def asked(
        self, component: dict[str, Any], widget: str, where: str, container: Container
    ) -> Asked:
        """The question itself, without what it demands."""
        key = words(component.get("key"))
        label = self._words.of(component, "label", "legend", "title")
        hint = self._words.of(component, "description", "tooltip", "additionalDescriptionText")
        required = record(component.get("validate")).get("required") is True
        return Asked(
            where,
            self._names.new(key, "question"),
            widget,
            label or self._words.plain(key) or self._words.plain(words(component.get("type"))),
            container,
            hint=hint,
            required=required,
        )

    def _widget(self, component: dict[str, Any], kind: str) -> str | None:
        checked = record(component.get("validate"))
        if kind in ("checkbox", "navCheckbox"):
            return "declaration" if checked.get("required") is True else "yes_no"
        if kind == "datetime":
            if component.get("enableTime") is False:
                return "date"
            return "time" if component.get("enableDate") is False else "date_time"
        if kind == "number":
            limit = integer(component.get("decimalLimit"))
            whole_only = limit == 0 or checked.get("integer") is True
            return "number" if whole_only else "decimal"
        if kind in ("day", "simpleday"):
            return self._day(component)
        if WIDGETS.get(kind) == "choice" and component.get("multiple") is True:
            return "several"
        return WIDGETS.get(kind)

    def _day(self, component: dict[str, Any]) -> str:
        fields = record(component.get("fields"))
        hidden = {part for part in ("day", "month") if record(fields.get(part)).get("hide") is True}
        if hidden == {"day", "month"}:
            return "number"
        return "month" if "day" in hidden else "date"

    def _choose(self, asked: Asked, component: dict[str, Any]) -> None:
        if plain_type(words(component.get("type"))) in ("attachment",):
            return
        seen: set[str] = set()
        for item in _items(component):
            value = item.get("value", item.get("id"))
            value = json.dumps(value, sort_keys=True) if isinstance(value, dict) else words(value)
            label = self._words.of(item, "label", "name", "title") or self._words.plain(value)
            if not value or value in seen:
                continue
            seen.add(value)
            asked.options.append(Option(value, label))
        if asked.options:
            return
        several = asked.widget == "several"
        asked.widget = "long_text" if several else "text"
        source = words(component.get("dataSrc")) or "another place"
        self._changed(
            asked,
            f"its choices come from {source}, and are not in the form",
            "a free text",
            "write the choices into the form",
        )

    def _limit(self, asked: Asked, component: dict[str, Any], kind: str) -> None:
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
                self._changed(asked, what, "asked without the pattern", "write it anew")
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

    def _start(self, asked: Asked, component: dict[str, Any]) -> None:
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

    def _survey(
        self, component: dict[str, Any], where: str, container: Container
    ) -> list[tuple[str, Asked]]:
        """A table of questions with the same answers: one choice for each row."""
        made = []
        for row in rows(component.get("questions")):
            key = words(row.get("value"))
            named = dict(component) | {"key": f"{words(component.get('key'))}_{key}"}
            asked = self.asked(named, "choice", where, container)
            title, label = asked.label, self._words.of(row, "label", "value")
            asked.label = {
                code: f"{title.get(code, '')}: {text}".strip(": ") for code, text in label.items()
            }
            self._choose(asked, component)
            made.append((key, asked))
        return made

    def _composite(
        self, component: dict[str, Any], parts: tuple[Part, ...], where: str, container: Container
    ) -> list[tuple[str, Asked]]:
        made: dict[str, Asked] = {}
        for part in parts:
            named = dict(component) | {"key": f"{words(component.get('key'))}_{part.key}"}
            asked = self.asked(named, part.widget, where, container)
            asked.label = added(part.label, self._words.languages)
            if part.widget == "choice":
                for value, text_id in CHOICES.get(part.key, ((YES, "yes"), (NO, "no"))):
                    asked.options.append(Option(value, added(text_id, self._words.languages)))
            if part.only_if:
                key, value = part.only_if
                asked.condition = terms.compared(made[key].term, "=", terms.text(value))
            made[part.key] = asked
        return list(made.items())

    def _map(self, component: dict[str, Any], where: str, container: Container) -> Asked:
        """Pairs of a name and a value, one entry each."""
        group = self.asked(component, "group", where, container)
        for key in ("key", "value"):
            name = self._names.new(f"{group.name}_{key}", "question")
            label = added(f"pair_{key}", self._words.languages)
            group.fields.append(
                Asked(f"{where} {key}", name, "text", label, container, required=True)
            )
        return group

    def _persons(self, component: dict[str, Any], where: str, container: Container) -> Asked:
        """Relatives that a register knows are asked for, one entry each."""
        group = self.asked(component, "group", where, container)
        for key, text_id, widget in _PERSON:
            asked = Asked(
                f"{where} {key}",
                self._names.new(f"{group.name}_{key}", "question"),
                widget,
                added(text_id, self._words.languages),
                container,
                required=key == "name",
            )
            if key == "bsn":
                asked.schema["format"] = "bsn"
            group.fields.append(asked)
        self._changed(
            group,
            "the persons come from a register",
            "a repeating group, filled in by hand",
            "pre-fill it from your own registers",
        )
        return group

    def _listed(self, asked: Asked, where: str, container: Container) -> Asked:
        """Several answers to one question are a group with that question."""
        name = self._names.new(f"{asked.name}_list", "group")
        inner = Asked(
            f"{where} each",
            asked.name,
            asked.widget,
            asked.label,
            container,
            schema=asked.schema,
            options=asked.options,
            required=True,
            valid=asked.valid,
            errors=asked.errors,
        )
        return Asked(
            where,
            name,
            "group",
            asked.label,
            container,
            hint=asked.hint,
            required=asked.required,
            fields=[inner],
            entry=asked.label,
        )

    def _changed(self, asked: Asked, what: str, became: str, advice: str) -> None:
        self._ledger.changed("question", asked.where, what, became, advice)


def _items(component: dict[str, Any]) -> list[dict[str, Any]]:
    """The choices of a component, where they are written out."""
    data = record(component.get("data"))
    source = words(component.get("dataSrc"))
    if source == "json" or (not component.get("values") and data.get("json")):
        return _json_items(component, data.get("json"))
    if source in ("url", "resource", "custom", "indexeddb") and component.get("type") != "radio":
        return []
    plain = [component.get("values"), data.get("values"), component.get("attachmentValues")]
    found = [one for part in plain for one in rows(part) if words(one.get("value"))]
    strings = [one for part in plain if isinstance(part, list) for one in part if words(one)]
    return found or [{"value": one, "label": one} for one in strings]


def _json_items(component: dict[str, Any], written: Any) -> list[dict[str, Any]]:
    if isinstance(written, str):
        try:
            written = json.loads(written)
        except ValueError:
            return []
    key = words(component.get("valueProperty"))
    template = re.search(r"item\.(\w+)", words(component.get("template")))
    made = []
    for one in written if isinstance(written, list) else ():
        if isinstance(one, dict):
            value = one.get(key) if key else one.get("value", one.get("id", one))
            label = one.get(template[1]) if template else None
            made.append({"value": value, "label": label or one.get("label") or words(value)})
        elif words(one):
            made.append({"value": words(one), "label": words(one)})
    return made


def _mask(mask: str) -> str:
    """An input mask as a pattern: 9 a digit, a a letter, * either."""
    parts = {"9": "[0-9]", "a": "[A-Za-z]", "A": "[A-Za-z]", "*": "[A-Za-z0-9]"}
    made = "".join(parts.get(one, re.escape(one)) for one in mask[:100])
    return f"^{made}$"


def text_of(texts: Words, component: dict[str, Any]) -> Worded:
    """The words of a component that only tells."""
    return texts.of(component, "html", "content", "label")
