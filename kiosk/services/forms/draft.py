"""A form as one person fills it: what they answered, where it came from, what comes next."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from foundation.forms import Applying, applying
from foundation.forms.rules import ATTACHED
from kiosk.services.forms import showing
from kiosk.services.forms.coercion import coerce
from kiosk.services.forms.display import display
from kiosk.services.forms.entries import joined, split
from kiosk.services.forms.model import Field, Form, Page, Reading
from kiosk.services.forms.sources import CITIZEN, COMPUTED, RegistryName, Sources
from kiosk.services.forms.validation import ENTRY, FieldError, Verdict, judge

_NEVER_REUSED = {*ATTACHED, "declaration"}
"""A confirmation is given anew, and files are not kept."""


def local_now() -> datetime:
    """The terminal's clock."""
    return datetime.now().astimezone()


@dataclass(frozen=True)
class Said:
    """What stands in a register, as text; `field` is `registry.field`."""

    registry: str
    field: str
    text: str


class Draft:
    """Answers in memory, and nowhere else.

    A place is the id of a page ("kids") or of one entry of its group, from 0 ("kids[0]").
    """

    def __init__(
        self, form: Form, registry_name: RegistryName, clock: Callable[[], datetime] = local_now
    ) -> None:
        self.form = form
        self._registry_name = registry_name
        self._clock = clock
        self._answers: dict[str, Any] = {}
        self._sources = Sources(registry_name)
        self._applying: Applying | None = None
        self._verdict: Verdict | None = None

    # What is known before anybody asks

    def prefill(self, readings: Mapping[str, Reading]) -> None:
        """Take what the registries said; `readings` by `registry.field`. Answers given stay.

        What nobody can change is left out where the form does not take it.
        """
        today = self._clock().date()
        for one in self.form.questions:
            reading = readings.get(one.prefill or "")
            given = one.name in self._answers and not self._sources.is_reused(one.name)
            if reading is None or reading.value is None or given:
                continue
            if isinstance(one, Field) or self.form.rules.accepts(one.name, reading.value, today):
                self._read(one.name, reading)

    def reuse(self, answers: Mapping[str, Any], said_on: str) -> None:
        """Propose what the person said last time, on an ISO day, where nothing better is known."""
        today = self._clock().date()
        for one in self.form.fields:
            value = answers.get(one.name)
            kinds = {one.widget, *(inner.widget for inner in one.fields)}
            if value is None or one.name in self._answers or kinds & _NEVER_REUSED:
                continue
            if self.form.rules.accepts(one.name, value, today):
                self._read(one.name, Reading(value, CITIZEN, said_on))

    def dispute(self, name: str) -> None:
        """The person says that a register is wrong here; what they answer now is marked so.
        KeyError when it said nothing."""
        self._sources.dispute(name)

    def disputable(self, name: str) -> bool:
        """Whether the answer is still what a register says."""
        return self._sources.registry(name) is not None

    def said(self, name: str, language: str) -> Said:
        """What a register says. KeyError when it said nothing."""
        reading = self._sources.reading(name)
        one = next(one for one in self.form.questions if one.name == name)
        return Said(reading.registry, str(one.prefill), display(one, reading.value, language))

    # Answering

    def answer(self, page: str, raw: Mapping[str, Any], language: str) -> list[FieldError]:
        """Keep what was entered at a place, good or not, and say what is wrong with it.

        raw: field name -> what the widget holds; a field that is not in it keeps its answer, or
        what the form proposes. A group is answered entry by entry.
        """
        self.keep(page, raw)
        model, number = self._page(page)
        holder = self._holder(page)
        place = self._now().places.get(page)
        if place is not None:
            for name, proposed in place.answers.items():
                holder.setdefault(name, proposed)
        if number is None and model.group and model.group.name not in holder:
            holder[model.group.name] = []
            self._changed()
        names = [field.name for field in model.fields]
        return judge(self.form, self._now(), names).errors(page, self._asked(page), language)

    def errors(self, page: str, language: str) -> list[FieldError]:
        """What is wrong at a place now, whether or not it was answered."""
        return self._judged().errors(page, self._asked(page), language)

    def keep(self, page: str, raw: Mapping[str, Any]) -> None:
        """Keep what was entered so far; `fields` then shows what follows from it."""
        model, number = self._page(page)
        holder = self._holder(page)
        for field in _asking(model, number):
            if field.name in raw and field.widget not in ("note", "group"):
                schema = self._schema(page).get("properties", {}).get(field.name, {})
                holder[field.name] = coerce(field, raw[field.name], schema.get("format"))
        self._touched(page)

    def attach(self, page: str, field: str, attachment: Mapping[str, Any]) -> None:
        """Add a file, photo or signature: {"sha256", "name", "media_type", "bytes"}."""
        holder = self._holder(page)
        before = holder.get(field) or []
        if all(one["sha256"] != attachment["sha256"] for one in before):
            holder[field] = [*before, dict(attachment)]
        self._touched(page)

    def detach(self, page: str, field: str, sha256: str) -> None:
        """Take an attachment away again."""
        holder = self._holder(page)
        left = [one for one in holder.get(field) or [] if one["sha256"] != sha256]
        holder[field] = left or None
        self._touched(page)

    def add_entry(self, page: str) -> str:
        """A new entry of the page's group; its place. Raises ValueError when there are enough."""
        group = self._group(page)
        most = self._schema(page)["properties"][group.name].get("maxItems")
        entries = self._answers.setdefault(group.name, [])
        if most is not None and len(entries) >= most:
            raise ValueError(f"{page} holds {most} entries, and no more are allowed")
        entries.append({})
        self._touched(page)
        return joined(page, len(entries) - 1)

    def remove_entry(self, page: str) -> None:
        """Take an entry ("kids[0]") away; those behind it move up."""
        own, number = split(page)
        self._holder(page)
        del self._answers[self._group(own).name][number or 0]
        self._touched(own)

    # Where one is

    def answers(self) -> dict[str, Any]:
        """Every answer that counts: of what is shown, of what is known, and what is computed."""
        return deepcopy(self._now().answers)

    def pages(self) -> list[Page]:
        """The pages that apply. Answers of a page that does not apply count for nothing."""
        return [self.form.page(one) for one in self._now().pages()]

    def first_page(self) -> str:
        """Where the questions begin."""
        return self._now().pages()[0]

    def next_page(self, page: str) -> str | None:
        """The page after this one; None after the last. After an entry, its group's page."""
        own, number = split(page)
        if number is not None:
            return own
        ids = self._now().pages()
        after = ids[ids.index(own) + 1 :]
        return after[0] if after else None

    def next_incomplete_page(self) -> str | None:
        """The first place that still lacks a valid answer; None when all can be sent.

        After a change from check-your-answers, only these are asked.
        """
        verdict = self._judged()
        for place in self._now().places:
            faults = verdict.places.get(place, {})
            if any(fault.rule != ENTRY for fault in faults.values()):
                return place
        return None

    def position(self, page: str) -> tuple[int, int]:
        """(which page from 1, of how many)."""
        ids = self._now().pages()
        return ids.index(split(page)[0]) + 1, len(ids)

    # What is shown

    def fields(self, page: str, language: str, whole: bool = False) -> list[dict[str, Any]]:
        """The questions of a place as the question screen's model takes them; `whole`: with what
        answers may hide, and nothing that is answered."""
        place = None if whole else self._now().places.get(page)
        schema, number = self._schema(page), split(page)[1]
        asked = _asking(*self._page(page)) if whole else self._asked(page)
        return [
            showing.question(
                self.form,
                field,
                schema,
                place,
                self._sources.badge(field.name, language) if number is None else "",
                language,
            )
            for field in asked
        ]

    def entries(self, page: str, language: str) -> list[dict[str, str]]:
        """The entries of a page's group: [{"page", "title", "summary"}]."""
        return showing.entries(self.form.page(page), self._group(page), self._now(), language)

    def rows(self, language: str) -> list[dict[str, str]]:
        """Check-your-answers: [{"label", "value", "source", "page"}]; page "" cannot be changed."""
        return showing.rows(self.form, self._now(), self._sources, language)

    # What leaves

    def body(self, service: str, citizen: str, language: str) -> dict[str, Any]:
        """What is sent. Raises ValueError while an answer is missing or wrong."""
        self._changed()
        now = self._now()
        if not self._judged().complete:
            raise ValueError(f"the form {self.form.id} is not complete")
        return {
            "service": service,
            "citizen": citizen,
            "language": language,
            "form": {"id": self.form.id, "version": self.form.version},
            "filled_at": now.context.moment.strftime("%Y-%m-%dT%H:%M"),
            "answers": deepcopy(now.answers),
            "sources": {name: self._source(name) for name in now.answers},
        }

    def part(self, form: Form) -> "Draft":
        """The answers of one of the forms that this one was merged from, with their sources."""
        own = Draft(form, self._registry_name, self._clock)
        names = {one.name for one in form.questions} & self._answers.keys()
        own._answers = {name: deepcopy(self._answers[name]) for name in names}
        own._sources = self._sources.part(names)
        return own

    def saved(self) -> dict[str, Any]:
        """Plain JSON, to go on with another day."""
        return {
            "form": {"id": self.form.id, "version": self.form.version},
            "answers": deepcopy(self._answers),
            "sources": self._sources.saved(),
        }

    def restore(self, saved: Mapping[str, Any]) -> None:
        """Go on where `saved` was made; what the form no longer asks is left out.

        Raises ValueError for what another form saved.
        """
        if saved["form"]["id"] != self.form.id:
            raise ValueError(f"this was saved by {saved['form']['id']}, not {self.form.id}")
        names = {one.name for one in self.form.questions} & saved["answers"].keys()
        self._answers = {name: deepcopy(saved["answers"][name]) for name in names}
        self._sources = Sources(self._registry_name)
        self._sources.restore({n: one for n, one in saved["sources"].items() if n in names})
        self._changed()

    def clear(self) -> None:
        """Forget everything."""
        self._answers.clear()
        self._sources.clear()
        self._changed()

    # Within

    def _now(self) -> Applying:
        if self._applying is None:
            moment = self._clock()
            self._applying = applying(self.form.rules, self._answers, moment, defaults=True)
        return self._applying

    def _judged(self) -> Verdict:
        if self._verdict is None:
            self._verdict = judge(self.form, self._now())
        return self._verdict

    def _changed(self) -> None:
        self._applying = self._verdict = None

    def _touched(self, page: str) -> None:
        for field in self._page(page)[0].fields:
            self._sources.compare(field.name, self._answers.get(field.name))
        self._changed()

    def _read(self, name: str, reading: Reading) -> None:
        self._answers[name] = deepcopy(reading.value)
        self._sources.note(name, reading)
        self._changed()

    def _page(self, place: str) -> tuple[Page, int | None]:
        own, number = split(place)
        return self.form.page(own), number

    def _group(self, page: str) -> Field:
        group = self.form.page(page).group
        if group is None:
            raise KeyError(f"page {page} asks for no group")
        return group

    def _holder(self, place: str) -> dict[str, Any]:
        """Where the answers of a place are kept. KeyError for an entry that is not there."""
        own, number = split(place)
        if number is None:
            return self._answers
        entries = self._answers.get(self._group(own).name) or []
        if number >= len(entries):
            raise KeyError(place)
        held: dict[str, Any] = entries[number]
        return held

    def _schema(self, place: str) -> dict[str, Any]:
        """The schema of the object that a place's answers are in."""
        own, number = split(place)
        if number is None:
            return self.form.answers
        inner: dict[str, Any] = self.form.answers["properties"][self._group(own).name]["items"]
        return inner

    def _asked(self, place: str) -> list[Field]:
        page, number = self._page(place)
        return showing.asked(_asking(page, number), place, self._now())

    def _source(self, name: str) -> str:
        if any(one.name == name for one in self.form.computed):
            return COMPUTED
        if self._sources.registry(name) is None:
            return CITIZEN
        return str(next(one for one in self.form.questions if one.name == name).prefill)


def _asking(page: Page, number: int | None) -> tuple[Field, ...]:
    """The fields of a page, or those of an entry of its group."""
    return page.fields if number is None or page.group is None else page.group.fields
