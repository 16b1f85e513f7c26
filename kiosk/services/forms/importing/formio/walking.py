"""The layout of a form.io form walked: its components as questions, notes, groups and values."""

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container
from kiosk.services.forms.importing.formio.answers import Answers
from kiosk.services.forms.importing.formio.components import Components, text_of
from kiosk.services.forms.importing.formio.kinds import (
    CONTAINERS,
    CONTENT,
    FETCHED,
    GROUPS,
    LAYOUT,
    SILENT,
    WIDGETS,
    plain_type,
)
from kiosk.services.forms.importing.formio.source import Step
from kiosk.services.forms.importing.formio.words import Words
from kiosk.services.forms.importing.loose.kinds import constant
from kiosk.services.forms.importing.naming import Names
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

    def stays_hidden(self, acted: Set[str]) -> bool:
        """Whether it is hidden for good; `acted`: keys of what rules of the form act upon."""
        one, shown = self.component, record(self.component.get("conditional"))
        told = (shown.get("when"), shown.get("conditions"), shown.get("json"))
        deciding = (*told, one.get("customConditional"), one.get("calculateValue"))
        hidden = one.get("hidden") is True and self.key not in acted
        return hidden and not any(deciding) and not rows(one.get("logic"))


@dataclass(frozen=True)
class Level:
    """Where the walk is."""

    way: tuple[str, ...]
    group: tuple[str, ...]
    container: Container
    outer: Met | None
    held: list[Asked]


class Walk:
    """Goes through a form's steps; what it found is in `met`, `top` and `renamed`."""

    def __init__(
        self, components: Components, texts: Words, names: Names, answers: Answers, ledger: Ledger
    ) -> None:
        self.met: list[Met] = []
        self.top: list[Asked] = []
        self.renamed: dict[str, str] = {}
        self._components = components
        self._words = texts
        self._names = names
        self._answers = answers
        self._ledger = ledger
        self._wheres: set[str] = set()

    def step(self, number: int, step: Step) -> None:
        """One step of the form."""
        container = Container(f"step {number}", self._words.plain(step.title))
        outer = Met({"step": step.applies, "key": step.key}, f"step {number}", (), (), None)
        self.met.append(outer)
        self._walk(step.components, Level((), (), container, outer, self.top), 0)

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
            if kind in FETCHED:
                self._answers.add_value((*level.way, *_key(one)), terms.NULL)
            return
        self.met.append(met)
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
        (self.top if nested else level.held).append(group)
        if nested:
            met.outer = None
            self._hoisted(met)
        inner = Level(way, way, level.container, None, group.fields)
        before = len(self.met)
        self._inside(one, inner, depth)
        if nested:
            for other in self.met[before:]:
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
            answered = (*way, part) if part else way
            self._answers.add(answered, asked, level.group)
            for name, value in record(met.component.get("properties")).items():
                if isinstance(value, str):
                    self._answers.describe(answered, name, value)
            level.held.append(asked)
        if met.asked and met.asked[0].name != met.key:
            self.renamed[f"{met.where} {met.key}"] = met.asked[0].name

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


def _key(one: dict[str, Any]) -> tuple[str, ...]:
    """Its way below what it stands in; one without a key is called by its type."""
    way = words(one.get("key")) or words(one.get("type")) or "unnamed"
    return tuple(part for part in way.split(".") if part) or ("unnamed",)
