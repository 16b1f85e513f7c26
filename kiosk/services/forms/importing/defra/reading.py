"""A DEFRA form as a whole: pages, sections, the order in which they are seen."""

from collections.abc import Mapping
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container, Reckoned
from kiosk.services.forms.importing.defra.components import Components
from kiosk.services.forms.importing.defra.conditions import Conditions
from kiosk.services.forms.importing.defra.counting import count
from kiosk.services.forms.importing.defra.ending import bar
from kiosk.services.forms.importing.defra.exhausting import Question, questions
from kiosk.services.forms.importing.defra.fields import Fields
from kiosk.services.forms.importing.defra.limits import limit
from kiosk.services.forms.importing.defra.links import reachable
from kiosk.services.forms.importing.defra.paths import Seen, by_links, by_order, ends
from kiosk.services.forms.importing.defra.walking import ADVICE, Helper
from kiosk.services.forms.importing.loose.kinds import as_number
from kiosk.services.forms.importing.loose.tree import CannotSay
from kiosk.services.forms.importing.naming import Names
from kiosk.services.forms.importing.reading import Read
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.sources import (
    SourceError,
    read_json,
    record,
    rows,
    whole,
    words,
)
from kiosk.services.forms.importing.terms import Term
from kiosk.services.forms.importing.wording import Worded

_SETTINGS = {
    "outputs": ("where the answers are sent", "choose the department that receives them"),
    "outputEmail": ("the address the answers are sent to", "choose the department"),
    "fees": ("fees", "say what it costs in the catalogue"),
    "payApiKey": ("a key of a payment provider", "set up payment with the department"),
    "skipSummary": ("no page to check the answers", "the terminal always shows one"),
    "specialPages": ("texts of the last page", "the terminal has a receipt of its own"),
    "authentication": ("how to sign in", "say the policy in the catalogue"),
    "magicLinkConfig": ("sign-in by a link", "say the policy in the catalogue"),
}


def read(data: bytes, language: str) -> Read:
    """The form in `data`. Raises SourceError."""
    form = record(read_json(data))
    if isinstance(form.get("definition"), dict) and "pages" not in form:
        form = form["definition"]
    pages = rows(form.get("pages"))
    if not any("path" in page for page in pages):
        raise SourceError("it has no pages with a path, as a form of DEFRA's builder has")
    told = _language(form)
    read = _Reader(form, pages, told or language).read()
    read.told = bool(told)
    return read


def _language(form: dict[str, Any]) -> str:
    """What the form says its texts are in."""
    for settings in (form, record(form.get("options"))):
        for key in ("language", "lang"):
            if words(settings.get(key)):
                return words(settings[key])
    return ""


class _Reader:
    def __init__(self, form: dict[str, Any], pages: list[dict[str, Any]], language: str) -> None:
        self._form = form
        self._pages = pages
        self._language = language
        self._ledger = Ledger()
        self._fields = Fields(form.get("lists"))
        self._names = Names()
        self._reckoned: list[Reckoned] = []
        self._read: list[tuple[str, dict[str, Any], list[Asked]]] = []
        self._components = Components(self._fields, self._names, self._ledger, language)
        self._conditions = Conditions(form.get("conditions"), self._fields)
        self._sections = {
            key: words(one.get("title"))
            for one in rows(form.get("sections"))
            for key in (words(one.get("name")), words(one.get("id")))
            if key and one.get("hideTitle") is not True
        }

    def read(self) -> Read:
        asked = self._read_pages()
        self._own_conditions()
        order = self._seen(questions(asked))
        made: list[Asked] = []
        for seen in order:
            for one in asked[seen.page]:
                one.condition = terms.both((seen.condition, one.condition))
                one.conditions += seen.wheres
                made.append(one)
        for seen in order:
            page = self._pages[seen.page]
            if ends(page):
                told = self._components.worded(page.get("title"))
                bar(seen, told, made, asked[seen.page], self._ledger)
        self._unreached(order, asked)
        self._settings(made)
        title = words(self._form.get("name")) or words(self._form.get("title"))
        renamed = self._components.renamed
        counted = count(self._form)
        return Read(
            title, (self._language,), made, self._reckoned, self._ledger, counted, renamed, False
        )

    def _by_order(self) -> bool:
        form = self._form
        linked = any(rows(page.get("next")) for page in self._pages)
        return form.get("engine") == "V2" or form.get("schema") == 2 or not linked

    def _read_pages(self) -> dict[int, list[Asked]]:
        """By number; pages that nothing leads to last, so that names mean those that are seen."""
        numbers = range(len(self._pages))
        if self._by_order():
            return {number: self._page(number) for number in numbers}
        first = reachable(self._pages, self._form.get("startPage"))
        asked = {number: self._page(number) for number in numbers if number in first}
        self._fields.close()
        return asked | {number: self._page(number) for number in numbers if number not in first}

    def _help(self, helpers: list[Helper]) -> None:
        """Values that conditions of pages know by a short name."""
        for page, short, value in helpers:
            label = self._components.worded(self._pages[page].get("title"))
            if self._names.new(short.text) != short.text:
                raise SourceError(f"a question is called {short.text}; rename it")
            widget = "yes_no" if short.kind == "truth" else "text"
            self._reckoned.append(Reckoned(f"/pages/{page}", short.text, label, value, widget))

    def _seen(self, known: Mapping[str, Question]) -> list[Seen]:
        if self._by_order():
            return by_order(self._pages, self._conditions.term, self._ledger)
        start = self._form.get("startPage")
        seen, helpers = by_links(self._pages, start, self._conditions.term, known, self._ledger)
        self._help(helpers)
        self._page_conditions(seen)
        return seen

    def _page_conditions(self, seen: list[Seen]) -> None:
        """A page of a form with links may have a condition too."""
        for one in seen:
            reference = self._pages[one.page].get("condition")
            if reference:
                where = f"/pages/{one.page}/condition"
                one.condition = terms.both((one.condition, self._condition(reference, where)))
                one.wheres.append(where)

    def _condition(self, reference: Any, where: str) -> Term:
        self._ledger.met("condition", where)
        try:
            return self._conditions.term(reference)
        except CannotSay as fault:
            self._ledger.lost("condition", where, f"it asks for {fault}", ADVICE, "always shown")
            return terms.TRUE

    def _page(self, number: int) -> list[Asked]:
        page = self._pages[number]
        section = words(page.get("section"))
        container = Container(
            f"/pages/{number}",
            self._components.worded(page.get("title")),
            section=self._components.worded(self._sections.get(section)),
        )
        made: list[Asked] = []
        for place, one in enumerate(rows(page.get("components"))):
            where = f"/pages/{number}/components/{place}"
            asked = self._components.read(one, where, container, section)
            self._read.append((where, one, asked))
            made += asked
        repeat = record(page.get("repeat"))
        if page.get("controller") == "RepeatPageController" or page.get("repeatField"):
            return self._repeated(page, repeat, made, container)
        return made

    def _own_conditions(self) -> None:
        """Conditions of components and of answers; looked at once every question is known."""
        for place, component, asked in self._read:
            reference = record(component.get("options")).get("condition")
            if reference:
                where = f"{place}/options/condition"
                condition = self._condition(reference, where)
                for one in asked:
                    one.condition = terms.both((condition, one.condition))
                    one.conditions.append(where)
            for one in asked:
                self._answer_conditions(component, one)

    def _answer_conditions(self, component: dict[str, Any], asked: Asked) -> None:
        items = {words(item.get("value")): item for item in self._fields.items(component) or []}
        listed = words(component.get("list"))
        for option in asked.options:
            reference = items.get(option.value, {}).get("condition")
            if reference:
                where = f"list {listed}, {option.value}, condition"
                option.condition = self._condition(reference, where)

    def _repeated(
        self,
        page: dict[str, Any],
        repeat: dict[str, Any],
        made: list[Asked],
        container: Container,
    ) -> list[Asked]:
        """A page that is asked again and again is a group."""
        options = record(repeat.get("options"))
        title: Worded = self._components.worded(options.get("title")) or container.title
        inner = [one for one in made if one.widget != "group"]
        wanted = words(options.get("name")) or words(page.get("path"))
        group = Asked(
            container.key,
            self._names.new(wanted, "group"),
            "group",
            title,
            container,
            required=True,
            fields=inner,
            entry=title,
        )
        limit(group, {"schema": repeat.get("schema")}, self._ledger, self._language)
        count_of = self._fields.named(words(page.get("repeatField")))
        if count_of is not None and count_of.kind in (*terms.NUMBERS, "text"):
            own = terms.call("count", (terms.name("self", "list"),), "integer")
            group.valid = terms.compared(own, "=", as_number(count_of))
        self._fields.enclose(group)
        return [group, *(one for one in made if one.widget == "group")]

    def _unreached(self, order: list[Seen], asked: dict[int, list[Asked]]) -> None:
        for seen in order:
            if seen.condition == terms.FALSE and asked[seen.page]:
                self._ledger.note(
                    f"/pages/{seen.page}",
                    "nothing leads to this page",
                    "there, and never shown, as in the source",
                    "give it a condition, or take it out",
                )

    def _settings(self, made: list[Asked]) -> None:
        for key, (what, advice) in _SETTINGS.items():
            if self._form.get(key):
                self._ledger.note(f"/{key}", what, "left out", advice)
        declaration = self._components.worded(self._form.get("declaration"))
        if declaration:
            self._ledger.met("text", "/declaration")
            name = self._names.new("declaration", "note")
            made.append(Asked("/declaration", name, "note", declaration, Container("/declaration")))
        if whole(self._form.get("version")) is None and self._form.get("version"):
            self._ledger.note("/version", "a version that is no number", "version 1", "set it")
