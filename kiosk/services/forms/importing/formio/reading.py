"""A form.io form as a whole: its layout walked, then all that decides laid on its questions."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container
from kiosk.services.forms.importing.formio.answers import Answers
from kiosk.services.forms.importing.formio.components import Components, text_of
from kiosk.services.forms.importing.formio.counting import count
from kiosk.services.forms.importing.formio.deciding import Deciding
from kiosk.services.forms.importing.formio.kinds import (
    CONTAINERS,
    CONTENT,
    GROUPS,
    LAYOUT,
    SILENT,
    WIDGETS,
    plain_type,
)
from kiosk.services.forms.importing.formio.laying import Laying
from kiosk.services.forms.importing.formio.rules import Rules
from kiosk.services.forms.importing.formio.source import Source, read_source
from kiosk.services.forms.importing.formio.words import Words, mentioning
from kiosk.services.forms.importing.loose.kinds import constant
from kiosk.services.forms.importing.naming import Names
from kiosk.services.forms.importing.reading import Read
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.schemas import MAX_ENTRIES
from kiosk.services.forms.importing.sources import SourceError, record, rows, whole, words


@dataclass
class Met:
    """A component, where it is, and what it asks."""

    component: dict[str, Any]
    where: str
    near: tuple[str, ...]
    group: tuple[str, ...]
    outer: "Met | None"
    """What it stands in, up to the group."""
    asked: list[Asked] = field(default_factory=list)
    value: str = ""
    """The name of what it reckons, if nobody is asked."""

    @property
    def key(self) -> str:
        return words(self.component.get("key"))


@dataclass(frozen=True)
class Level:
    """Where the walk is."""

    way: tuple[str, ...]
    group: tuple[str, ...]
    container: Container
    outer: Met | None
    held: list[Asked]


def read(data: bytes, language: str) -> Read:
    """The form in `data`. Raises SourceError."""
    source = read_source(data)
    return _Reader(source, language).read()


class _Reader:
    def __init__(self, source: Source, language: str) -> None:
        self._source = source
        self._ledger = Ledger()
        self._words = Words(source, language)
        self._names = Names()
        self._components = Components(self._words, self._names, self._ledger)
        self._answers = Answers()
        self._met: list[Met] = []
        self._top: list[Asked] = []
        self._wheres: set[str] = set()
        self._renamed: dict[str, str] = {}

    def read(self) -> Read:
        for number, step in enumerate(self._source.steps):
            title = self._words.plain(step.title)
            container = Container(f"step {number}", title)
            outer = Met({"step": number}, f"step {number}", (), (), None)
            self._met.append(outer)
            level = Level((), (), container, outer, self._top)
            self._walk(step.components, level, 0)
        self._variables()
        rules = Rules(self._ledger)
        rules.open_forms(self._source.rules, Deciding(self._answers, (), ()))
        laying = Laying(self._met, self._answers, rules, self._words, self._ledger)
        laying.lay()
        self._drop(laying.unasked)
        self._mention()
        self._settings()
        return Read(
            self._source.title,
            self._words.languages,
            [one for one in self._top if one.widget != "group" or one.fields],
            laying.reckoned,
            self._ledger,
            count(self._source),
            self._renamed,
            self._words.told,
        )

    def _walk(self, components: Any, level: Level, depth: int) -> None:
        if depth > 50:
            raise SourceError("its components are nested deeper than 50")
        for one in components if isinstance(components, list) else ():
            if isinstance(one, list):
                self._walk(one, level, depth + 1)
            elif isinstance(one, dict):
                self._component(one, level, depth)

    def _component(self, one: dict[str, Any], level: Level, depth: int) -> None:
        written = one.get("type")
        if not isinstance(written, str):
            self._inside(one, level, depth)
            return
        kind = plain_type(written)
        where = self._where(one, level)
        met = Met(one, where, level.way, level.group, level.outer)
        if kind in SILENT:
            return
        self._met.append(met)
        if kind in LAYOUT and (kind != "form" or one.get("components")):
            self._layout(one, kind, met, level, depth)
        elif kind in GROUPS:
            self._group(one, met, level, depth)
        elif kind in CONTENT:
            self._content(one, met, level)
        elif kind not in WIDGETS and rows(one.get("components")):
            self._unknown_layout(one, met, level, depth)
        elif kind == "hidden":
            self._hidden(one, met, level)
        else:
            self._question(met, level)

    def _layout(self, one: dict[str, Any], kind: str, met: Met, level: Level, depth: int) -> None:
        title = self._words.of(one, "title", "legend")
        container = level.container
        if kind in ("panel", "fieldset", "tab", "navSkjemagruppe", "well", "simplepanel"):
            section = container.title or container.section
            named = one.get("hideLabel") is not True and title
            container = Container(
                met.where,
                (named or container.title) if kind != "well" else container.title,
                section=section if section != title else container.section,
            )
        key = words(one.get("key"))
        way = (*level.way, key) if kind in CONTAINERS and key else level.way
        self._inside(one, Level(way, level.group, container, met, level.held), depth)

    def _unknown_layout(self, one: dict[str, Any], met: Met, level: Level, depth: int) -> None:
        """Something that holds questions, and may be one itself."""
        self._ledger.met("question", met.where)
        self._ledger.changed(
            "question",
            met.where,
            f"the component {words(one.get('type'))} is not known",
            "the questions within it",
            "see whether they make sense by themselves",
        )
        self._inside(one, Level(level.way, level.group, level.container, met, level.held), depth)

    def _inside(self, one: dict[str, Any], level: Level, depth: int) -> None:
        for key in ("components", "columns", "rows"):
            self._walk(one.get(key), level, depth + 1)

    def _group(self, one: dict[str, Any], met: Met, level: Level, depth: int) -> None:
        self._ledger.met("question", met.where)
        nested = bool(level.group)
        group = self._components.asked(one, "group", met.where, level.container)
        group.entry = self._words.of(one, "groupLabel") or group.label
        checked = record(one.get("validate"))
        least, most = (whole(checked.get(name)) for name in ("minLength", "maxLength"))
        group.required = group.required or bool(least)
        group.schema |= {"minItems": least} if least else {}
        group.schema |= {"maxItems": min(most, MAX_ENTRIES)} if most else {}
        met.asked = [group]
        way = (*level.way, *_key(one))
        self._answers.add(way, group, ())
        (self._top if nested else level.held).append(group)
        if nested:
            met.outer = None
            self._hoisted(met)
        inner = Level(way, way, level.container, None, group.fields)
        before = len(self._met)
        self._inside(one, inner, depth)
        if nested:
            for other in self._met[before:]:
                if other.asked:
                    self._hoisted(other)

    def _hoisted(self, met: Met) -> None:
        self._ledger.changed(
            "question",
            met.where,
            "it stands in a group within a group",
            "a group of its own",
            "ask for it in a form of its own, or flatten the groups",
        )

    def _content(self, one: dict[str, Any], met: Met, level: Level) -> None:
        self._ledger.met("text", met.where)
        text = text_of(self._words, one)
        if one.get("type") == "accordion":
            parts = [
                f"{words(part.get('title'))}\n{words(part.get('content'))}"
                for part in rows(one.get("accordionValues"))
            ]
            text = self._words.plain("<br>".join(parts))
        if not text:
            return
        name = self._names.new(met.key or "note", "note")
        note = Asked(met.where, name, "note", text, level.container)
        met.asked = [note]
        level.held.append(note)

    def _hidden(self, one: dict[str, Any], met: Met, level: Level) -> None:
        """Nobody is asked; what it reckons or holds may be spoken of."""
        given = one.get("defaultValue")
        value = constant(given) if isinstance(given, str | int) and given != "" else terms.NULL
        if not one.get("calculateValue"):
            self._answers.add_value((*level.way, *_key(one)), value)
            self._ledger.note(
                met.where, "a hidden value", "left out", "let the department add the value"
            )
            return
        met.value = self._names.new(met.key, "value")

    def _question(self, met: Met, level: Level) -> None:
        way = (*level.way, *_key(met.component))
        for part, asked in self._components.of(met.component, met.where, level.container):
            if asked.widget == "group" and level.group:
                asked = self._once(asked)
            met.asked.append(asked)
            self._answers.add((*way, part) if part else way, asked, level.group)
            level.held.append(asked)
        if met.asked and met.asked[0].name != met.key:
            self._renamed[f"{met.where} {met.key}"] = met.asked[0].name

    def _once(self, group: Asked) -> Asked:
        """Within a group there is room for one answer only."""
        self._ledger.changed(
            "question",
            group.where,
            "it takes several answers within a group",
            "one answer",
            "ask for it in a group of its own",
        )
        inner = group.fields[0]
        inner.where, inner.required = group.where, group.required
        return inner

    def _where(self, one: dict[str, Any], level: Level) -> str:
        key = ".".join((*level.way, *_key(one))) or words(one.get("type"))
        outer = level.outer.where if level.outer else ".".join(level.way)
        step = outer.partition(":")[0] if outer.startswith("step") else "step"
        wanted = f"{step}: {key}"
        where, number = wanted, 2
        while where in self._wheres:
            where = f"{wanted} ({number})"
            number += 1
        self._wheres.add(where)
        return where

    def _variables(self) -> None:
        """Variables of Open Forms that no component asks for."""
        for one in self._source.variables:
            if words(one.get("source")) == "user_defined":
                given = one.get("initial_value")
                value = constant(given) if isinstance(given, str | int) else terms.NULL
                self._answers.add_value((words(one.get("key")),), value)

    def _drop(self, unasked: set[int]) -> None:
        """Questions that are reckoned are not asked."""
        self._top[:] = [one for one in self._top if id(one) not in unasked]

    def _mention(self) -> None:
        for met in self._met:

            def ours(way: str, met: Met = met) -> str:
                found = self._answers.get(tuple(way.split(".")), met.near)
                near = found is not None and found[0].group in ((), met.group)
                return found[0].asked.name if found is not None and near else ""

            for one in met.asked:
                one.label = mentioning(one.label, ours)
                one.hint = mentioning(one.hint, ours)

    def _settings(self) -> None:
        for key, what in (("registration_backend", "where it is registered"), ("product", "price")):
            if self._source.settings.get(key):
                self._ledger.note(f"forms/{key}", what, "left out", "say it in the catalogue")


def _key(one: dict[str, Any]) -> tuple[str, ...]:
    """Its way below what it stands in; one without a key is called by its type."""
    way = words(one.get("key")) or words(one.get("type")) or "unnamed"
    return tuple(part for part in way.split(".") if part) or ("unnamed",)
