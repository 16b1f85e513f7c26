"""Components of form.io as questions, before anything is said about when they are asked."""

from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container, Option
from kiosk.services.forms.importing.formio.choosing import Choosing
from kiosk.services.forms.importing.formio.composites import CHOICES, COMPOSITES, NO, YES, Part
from kiosk.services.forms.importing.formio.kinds import WIDGETS, plain_type
from kiosk.services.forms.importing.formio.limiting import Limiting
from kiosk.services.forms.importing.formio.offering import Offers
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.naming import Names
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.sources import record, rows, words
from kiosk.services.forms.importing.sources import whole as integer
from kiosk.services.forms.importing.wording import Worded, added

_CHOICES = ("choice", "several")
_PERSON = (
    ("name", "person_name", "text"),
    ("bsn", "person_number", "id_number"),
    ("dateOfBirth", "person_birth", "date"),
)


class Components:
    """Makes `Asked` of components; every one is met in the ledger."""

    def __init__(self, texts: Words, names: Names, offers: Offers, ledger: Ledger) -> None:
        self._words = texts
        self._names = names
        self._ledger = ledger
        self._choosing = Choosing(texts, offers, ledger)
        self._limiting = Limiting(texts, ledger)

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
            self._choosing.choose(asked, component)
        self._limiting.limit(asked, component, kind)
        self._limiting.start(asked, component)
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
            self._choosing.choose(asked, component)
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


def text_of(texts: Words, component: dict[str, Any]) -> Worded:
    """The words of a component that only tells."""
    return texts.of(component, "html", "content", "label")
