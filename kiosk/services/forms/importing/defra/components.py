"""Components of DEFRA forms as questions and notes."""

from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container, Option
from kiosk.services.forms.importing.defra.fields import Fields
from kiosk.services.forms.importing.defra.limits import limit
from kiosk.services.forms.importing.naming import Names
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.sources import record, rows, words
from kiosk.services.forms.importing.wording import Worded, plain, unmarked

CONTENT = frozenset(
    {
        "Html",
        "Para",
        "Details",
        "InsetText",
        "WarningText",
        "Markdown",
        "NotificationBanner",
        "ContentWithState",
        "FlashCard",
        "List",
        "SummaryDetails",
    }
)
WIDGETS = {
    "TextField": "text",
    "MultilineTextField": "long_text",
    "FreeTextField": "long_text",
    "YesNoField": "yes_no",
    "DatePartsField": "date",
    "DatePartsfield": "date",
    "DateField": "date",
    "MonthYearField": "month",
    "TimeField": "time",
    "DateTimeField": "date_time",
    "DateTimePartsField": "date_time",
    "SelectField": "choice",
    "AutocompleteField": "choice",
    "RadiosField": "choice",
    "CheckboxesField": "several",
    "NumberField": "decimal",
    "UkAddressField": "address",
    "TelephoneNumberField": "phone",
    "EmailAddressField": "email",
    "WebsiteField": "url",
    "FileUploadField": "file",
    "ClientSideFileUploadField": "file",
    "DeclarationField": "declaration",
    "OsGridRefField": "text",
    "NationalGridFieldNumberField": "text",
    "MultiInputField": "group",
}
_PARTS = {
    "EastingNorthingField": (("easting", "Easting", "number"), ("northing", "Northing", "number")),
    "LatLongField": (("latitude", "Latitude", "decimal"), ("longitude", "Longitude", "decimal")),
}


class Components:
    """Turns components into `Asked`; every one is met in the ledger."""

    def __init__(self, fields: Fields, names: Names, ledger: Ledger, language: str) -> None:
        self.fields = fields
        self.ledger = ledger
        self._names = names
        self._language = language
        self.renamed: dict[str, str] = {}

    def worded(self, text: Any, markdown: bool = False) -> Worded:
        """A text in the form's language."""
        made = unmarked(words(text)) if markdown else plain(words(text))
        return {self._language: made} if made else {}

    def read(
        self, component: dict[str, Any], where: str, container: Container, section: str
    ) -> list[Asked]:
        """The questions that a component asks; most ask one."""
        kind = words(component.get("type"))
        if kind in CONTENT:
            return self._content(component, kind, where, container)
        self.ledger.met("question", where)
        if kind in _PARTS:
            return self._parts(component, kind, where, container, section)
        widget = WIDGETS.get(kind)
        if widget is None:
            return self._unknown(component, kind, where, container, section)
        if widget == "group":
            return [self._group(component, where, container, section)]
        asked = self._asked(component, where, container, widget)
        if widget in ("choice", "several") and not self._choose(asked, component):
            return [asked]
        limit(asked, component, self.ledger, self._language)
        self.fields.add(component, section, asked.term)
        return [asked, *self._revealed(asked, component, section)]

    def _asked(
        self, component: dict[str, Any], where: str, container: Container, widget: str
    ) -> Asked:
        wanted = words(component.get("name"))
        name = self._names.new(wanted, "question")
        if wanted and wanted != name:
            self.renamed[f"{where} {wanted}"] = name
        options = record(component.get("options"))
        label = self.worded(component.get("title"))
        spare = self.worded(options.get("summaryTitle") or component.get("shortDescription"))
        required = options.get("required")
        schema = record(component.get("schema"))
        return Asked(
            where,
            name,
            widget,
            label or container.title or spare or self.worded(wanted),
            container,
            hint=self.worded(component.get("hint")),
            required=required not in (False, "false") and schema.get("required") is not False,
        )

    def _content(
        self, component: dict[str, Any], kind: str, where: str, container: Container
    ) -> list[Asked]:
        self.ledger.met("text", where)
        content = words(component.get("content"))
        text = self.worded(content, markdown=kind == "Markdown")
        if kind == "List":
            items = self.fields.items(component) or []
            lines = [plain(words(one.get("text"))) for one in items]
            listed = "\n".join(f"• {line}" for line in lines if line)
            title = plain(words(component.get("title")))
            text = self.worded("\n".join(part for part in (title, listed) if part))
        heading = plain(words(component.get("title"))) if kind == "Details" else ""
        if heading and text:
            text = self.worded(f"{heading}\n{text[self._language]}")
        if not text:
            return []
        name = self._names.new(words(component.get("name")) or "note", "note")
        return [Asked(where, name, "note", text, container)]

    def _choose(self, asked: Asked, component: dict[str, Any]) -> bool:
        items = self.fields.items(component)
        if not items:
            asked.widget = "text"
            self.ledger.changed(
                "question",
                asked.where,
                "its list of answers is not in the form",
                "a free text",
                "add the list and make it a choice again",
            )
            return False
        seen: set[str] = set()
        for place, item in enumerate(items):
            value = words(item.get("value")) or words(item.get("text")) or f"{place + 1}"
            if value in seen:
                self._twice(asked, value)
                continue
            seen.add(value)
            label = words(item.get("text")) or words(item.get("label")) or value
            more = words(item.get("description")) or words(record(item.get("hint")).get("text"))
            text = f"{plain(label)} ({plain(more)})" if more else label
            asked.options.append(Option(value, self.worded(text) or self.worded(value)))
        return True

    def _twice(self, asked: Asked, value: str) -> None:
        self.ledger.changed(
            "question",
            asked.where,
            f"two answers have the value {value!r}",
            "the first of them",
            "give every answer a value of its own",
        )

    def _revealed(self, asked: Asked, component: dict[str, Any], section: str) -> list[Asked]:
        """Questions that an answer reveals."""
        made = []
        for place, item in enumerate(self.fields.items(component) or []):
            inner = record(item.get("conditional")).get("components")
            for number, one in enumerate(rows(inner)):
                where = f"{asked.where} answer {place} component {number}"
                made += self._under(one, where, asked, words(item.get("value")), section)
        revealed = record(component.get("options")).get("conditionallyRevealedComponents")
        for value, one in record(revealed).items():
            if isinstance(one, dict):
                where = f"{asked.where}/options/conditionallyRevealedComponents/{value}"
                made += self._under(one, where, asked, self._item_of(component, value), section)
        return made

    def _item_of(self, component: dict[str, Any], key: str) -> str:
        """The value of the answer that a revealed component is kept under."""
        for item in self.fields.items(component) or []:
            if key in (
                words(item.get("value")),
                words(item.get("conditionallyRevealedComponents")),
            ):
                return words(item.get("value"))
        return key

    def _under(
        self, component: dict[str, Any], where: str, asked: Asked, value: str, section: str
    ) -> list[Asked]:
        made = self.read(component, where, asked.container, section)
        chosen = terms.text(value)
        condition = (
            terms.call("selected", (asked.term, chosen), "truth")
            if asked.widget == "several"
            else terms.compared(asked.term, "=", chosen)
        )
        for one in made:
            one.condition = terms.both((condition, one.condition))
        return made

    def _parts(
        self,
        component: dict[str, Any],
        kind: str,
        where: str,
        container: Container,
        section: str,
    ) -> list[Asked]:
        """One place on the map is two numbers."""
        made = []
        for part, title, widget in _PARTS[kind]:
            named = dict(component) | {"name": f"{words(component.get('name'))}_{part}"}
            asked = self._asked(named, where, container, widget)
            asked.label = {self._language: f"{asked.label.get(self._language, '')}: {title}"}
            bounds = record(record(component.get("schema")).get(part))
            limit(asked, {"schema": bounds}, self.ledger, self._language)
            self.fields.add(named, section, asked.term)
            made.append(asked)
        return made

    def _group(
        self, component: dict[str, Any], where: str, container: Container, section: str
    ) -> Asked:
        group = self._asked(component, where, container, "group")
        most = record(component.get("options")).get("maxMultiInputFieldRows")
        limit(group, {"schema": {"max": most}}, self.ledger, self._language)
        for place, child in enumerate(rows(component.get("children"))):
            for one in self.read(child, f"{where}/children/{place}", container, section):
                group.fields.append(one)
        self.fields.add(component, section, group.term)
        self.fields.enclose(group)
        return group

    def _unknown(
        self,
        component: dict[str, Any],
        kind: str,
        where: str,
        container: Container,
        section: str,
    ) -> list[Asked]:
        """What we cannot ask as it was is asked in words, where words can say it."""
        if kind in ("HiddenField", "PaymentField", ""):
            self.ledger.lost(
                "question",
                where,
                f"a component {kind or 'without a type'}, which nobody can be asked for here",
                "let the department add the value or take the payment",
            )
            return []
        asked = self._asked(component, where, container, "long_text")
        if not asked.label:
            asked.label = {self._language: kind}
        self.ledger.changed(
            "question",
            where,
            f"the component {kind} is not known",
            "a free text",
            "choose a widget that fits",
        )
        self.fields.add(component, section, asked.term)
        return [asked]
