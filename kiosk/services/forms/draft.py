"""A form as one person fills it: what they answered, where it came from, what comes next."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.services.forms.coercion import coerce, shown
from kiosk.services.forms.display import display, long_date, say
from kiosk.services.forms.model import Field, Form, Known, Page, Reading
from kiosk.services.forms.validation import FieldError, is_valid, page_errors

RegistryName = Callable[[str, str], str]
"""(registry id, language) -> its name; `Catalogue.registry_name`."""

CITIZEN = "citizen"
"""The source of an answer that the person gave."""


class Draft:
    """Answers in memory, and nowhere else."""

    def __init__(self, form: Form, registry_name: RegistryName) -> None:
        self.form = form
        self._registry_name = registry_name
        self._answers: dict[str, Any] = {}
        self._readings: dict[str, Reading] = {}

    def prefill(self, readings: Mapping[str, Reading]) -> None:
        """Take what the registries said; `readings` by `registry.field`. Answers given stay."""
        for one in self.form.questions:
            reading = readings.get(one.prefill or "")
            if reading is None or reading.value is None or one.name in self._answers:
                continue
            self._answers[one.name] = reading.value
            self._readings[one.name] = reading

    def answer(self, page: str, raw: Mapping[str, Any], language: str) -> list[FieldError]:
        """Keep what was entered on a page, good or not, and say what is wrong with it.

        raw: field name -> what the widget holds; a field that is not in it keeps its answer.
        """
        fields = self.form.page(page).fields
        for field in fields:
            if field.name in raw:
                self._set(field, coerce(field, raw[field.name]))
        return page_errors(self.form, self.answers(), fields, language)

    def answers(self) -> dict[str, Any]:
        """Every answer of a page that applies, and what is known."""
        given = {one.name: self._answers.get(one.name) for one in self.form.known}
        for page in self.pages():
            given |= {field.name: self._answers.get(field.name) for field in page.fields}
        return {name: value for name, value in given.items() if value is not None}

    def pages(self) -> list[Page]:
        """The pages that apply. Answers of a page that does not apply count for nothing."""
        scope = {one.name: self._answers.get(one.name) for one in self.form.known}
        pages = []
        for page in self.form.pages:
            if page.condition is None or page.condition.holds(scope):
                pages.append(page)
                scope |= {field.name: self._answers.get(field.name) for field in page.fields}
        return pages

    def first_page(self) -> str:
        """Where the questions begin."""
        return self.pages()[0].id

    def next_page(self, page: str) -> str | None:
        """The page after this one; None after the last."""
        ids = [one.id for one in self.pages()]
        after = ids[ids.index(page) + 1 :]
        return after[0] if after else None

    def next_incomplete_page(self) -> str | None:
        """The first page that still lacks a valid answer; None when all can be sent.

        After a change from check-your-answers, only these are asked.
        """
        answers = self.answers()
        for page in self.pages():
            if page_errors(self.form, answers, page.fields, "en"):
                return page.id
        return None

    def position(self, page: str) -> tuple[int, int]:
        """(which page from 1, of how many)."""
        ids = [one.id for one in self.pages()]
        return ids.index(page) + 1, len(ids)

    def fields(self, page: str, language: str) -> list[dict[str, Any]]:
        """The page's questions as the question screen's model takes them."""
        return [self._shown(field, language) for field in self.form.page(page).fields]

    def rows(self, language: str) -> list[dict[str, str]]:
        """Check-your-answers: [{"label", "value", "source", "page"}]; page "" cannot be changed."""
        rows = [self._row(one, "", language) for one in self.form.known]
        rows += [
            self._row(field, page.id, language) for page in self.pages() for field in page.fields
        ]
        return [row for row in rows if row["value"]]

    def body(self, service: str, citizen: str, language: str) -> dict[str, Any]:
        """What is sent. Raises ValueError while an answer is missing or wrong."""
        answers = self.answers()
        if not is_valid(self.form, answers):
            raise ValueError(f"the form {self.form.id} is not complete")
        return {
            "service": service,
            "citizen": citizen,
            "language": language,
            "form": {"id": self.form.id, "version": self.form.version},
            "answers": answers,
            "sources": {name: self._source(name) for name in answers},
        }

    def part(self, form: Form) -> "Draft":
        """The answers of one of the forms that this one was merged from, with their sources."""
        own = Draft(form, self._registry_name)
        names = {one.name for one in form.questions}
        own._answers = {name: self._answers[name] for name in names & self._answers.keys()}
        own._readings = {name: self._readings[name] for name in names & self._readings.keys()}
        return own

    def clear(self) -> None:
        """Forget everything."""
        self._answers.clear()
        self._readings.clear()

    def _set(self, field: Field, answer: Any) -> None:
        reading = self._readings.get(field.name)
        if reading is not None and reading.value != answer:
            del self._readings[field.name]
        self._answers[field.name] = answer

    def _source(self, name: str) -> str:
        if name not in self._readings:
            return CITIZEN
        one = next(one for one in self.form.questions if one.name == name)
        return str(one.prefill)

    def _shown(self, field: Field, language: str) -> dict[str, Any]:
        return {
            "name": field.name,
            "label": field.label[language],
            "hint": field.hint[language] if field.hint else "",
            "kind": field.widget,
            "value": shown(field, self._answers.get(field.name)),
            "source": self._badge(field.name, language),
            "error": "",
            "choices": [{"value": c.value, "label": c.label[language]} for c in field.choices],
            "optional": field.name not in self.form.compulsory,
            "unit": field.unit[language] if field.unit else "",
        }

    def _badge(self, name: str, language: str) -> str:
        reading = self._readings.get(name)
        if reading is None:
            return ""
        registry = self._registry_name(reading.registry, language)
        if not reading.as_of:
            return say("source_undated", language, registry=registry)
        day = long_date(reading.as_of, language)
        return say("source", language, registry=registry, date=day)

    def _row(self, one: Field | Known, page: str, language: str) -> dict[str, str]:
        reading = self._readings.get(one.name)
        source = self._registry_name(reading.registry, language) if reading else ""
        value = display(one, self._answers.get(one.name), language)
        return {
            "label": one.label[language],
            "value": value,
            "source": source,
            "page": page,
        }
