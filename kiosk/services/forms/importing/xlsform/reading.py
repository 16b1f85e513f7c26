"""An XLSForm as a whole: groups and repeats, and what the expressions of each row say."""

from dataclasses import dataclass, field, replace

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container, Reckoned
from kiosk.services.forms.importing.naming import Names as Free
from kiosk.services.forms.importing.reading import Read
from kiosk.services.forms.importing.report import Ledger
from kiosk.services.forms.importing.sources import SourceError
from kiosk.services.forms.importing.wording import added
from kiosk.services.forms.importing.xlsform.choices import Lists
from kiosk.services.forms.importing.xlsform.columns import Line, lines
from kiosk.services.forms.importing.xlsform.counting import count
from kiosk.services.forms.importing.xlsform.questions import Questions
from kiosk.services.forms.importing.xlsform.rules import Rules
from kiosk.services.forms.importing.xlsform.scope import Known, Names, Place
from kiosk.services.forms.importing.xlsform.sheets import Row, read_sheets
from kiosk.services.forms.importing.xlsform.types import Type, type_of
from kiosk.services.forms.importing.xlsform.words import Words, referring


@dataclass
class Level:
    """A group or repeat that is open, with the conditions of all that it stands in."""

    repeat: str
    """The outermost repeat around, "" for none."""
    container: Container
    wheres: list[tuple[Line, str]] = field(default_factory=list)
    """Rows whose `relevant` holds for what stands within, up to the repeat."""
    group: Asked | None = None
    nested: bool = False


@dataclass
class Met:
    """A row that asks, tells or reckons, with the level it stands in."""

    line: Line
    kind: Type
    where: str
    level: Level
    asked: list[Asked]
    known: Known | None = None
    """What it reckons, where it does."""


def read(data: bytes, language: str) -> Read:
    """The form in `data`. Raises SourceError."""
    sheets = read_sheets(data)
    survey = lines(sheets["survey"])
    choices = lines([*sheets.get("choices", ()), *sheets.get("external_choices", ())])
    settings = (lines(sheets.get("settings", [])) or [Line(0)])[0]
    if not any(line.get("type") for line in survey):
        raise SourceError("its sheet survey has no column named type with anything in it")
    return _Reader(survey, choices, settings, language, sheets["survey"]).read()


class _Reader:
    def __init__(
        self,
        survey: list[Line],
        choices: list[Line],
        settings: Line,
        language: str,
        sheet: list[Row],
    ) -> None:
        self._sheet = sheet
        self._survey = survey
        self._settings = settings
        self._ledger = Ledger()
        self._free = Free()
        self._words = Words([*survey, *choices], settings, language)
        self._lists = Lists(choices, self._words)
        self._names = Names(self._lists)
        self._questions = Questions(self._words, self._lists, self._free, self._ledger)
        self._rules = Rules(self._names, self._words, self._ledger)
        self._met: list[Met] = []
        self._top: list[Asked] = []
        self._renamed: dict[str, str] = {}
        self._reckoned: list[Reckoned] = []

    def read(self) -> Read:
        self._walk()
        for met in self._met:
            self._rule(met)
        for met in self._met:
            ours = self._names.ours(met.level.repeat)
            for one in met.asked:
                one.label = referring(one.label, ours)
                one.hint = referring(one.hint, ours)
        self._top = [one for one in self._top if one.widget != "group" or one.fields]
        title = self._settings.get("form_title") or self._settings.get("form_id")
        languages = self._words.languages
        return Read(
            title,
            languages,
            self._top,
            self._reckoned,
            self._ledger,
            count(self._sheet),
            self._renamed,
            self._words.told,
        )

    def _walk(self) -> None:
        levels = [Level("", Container("", together=False))]
        for line in self._survey:
            written = line.get("type")
            if not written or written.startswith("#"):
                continue
            kind = type_of(written)
            if kind.kind in ("begin_group", "begin_repeat"):
                levels.append(self._open(line, kind, levels[-1]))
            elif kind.kind in ("end_group", "end_repeat"):
                if len(levels) > 1:
                    levels.pop()
            else:
                self._row(line, kind, levels[-1])
            if len(levels) > 40:
                raise SourceError("its groups are nested deeper than 40")

    def _open(self, line: Line, kind: Type, outer: Level) -> Level:
        where = _where(line)
        title = self._words.of(line, "label")
        together = "field-list" in line.get("appearance").lower()
        section = outer.container.title or outer.container.section
        container = Container(
            where,
            title if together else {},
            section=section if together else title or section,
            together=together,
        )
        wheres = [*outer.wheres]
        if line.get("relevant"):
            wheres.append((line, f"{where} relevant"))
            self._ledger.met("condition", f"{where} relevant")
        if kind.kind == "begin_group":
            return Level(outer.repeat, container, wheres, outer.group, outer.nested)
        return self._repeat(line, where, wheres, container, outer)

    def _repeat(
        self,
        line: Line,
        where: str,
        wheres: list[tuple[Line, str]],
        container: Container,
        outer: Level,
    ) -> Level:
        written = line.get("name") or where
        name = self._free.new(written, "group")
        label = self._words.of(line, "label") or self._words.plain(line.get("name"))
        group = Asked(where, name, "group", label, container, entry=label)
        self._top.append(group)
        nested = outer.group is not None
        self._names.add_group(written, name)
        outer_level = Level(outer.repeat if not nested else "", container, wheres)
        self._met.append(Met(line, Type("begin_repeat"), where, outer_level, [group]))
        if nested and outer.group is not None:
            whose = Asked(
                f"{where} of which",
                self._free.new(f"{name}_of", "question"),
                "text",
                outer.group.label,
                container,
                hint=added("which_entry", self._words.languages),
                required=True,
            )
            group.fields.append(whose)
        return Level(written, container, [], group, nested)

    def _row(self, line: Line, kind: Type, level: Level) -> None:
        where = _where(line)
        written = line.get("name")
        if kind.kind != "metadata" and "hidden" in line.get("appearance").lower().split():
            kind = replace(kind, kind="hidden")
        if kind.kind == "metadata":
            self._metadata(kind, where, written)
            return
        if kind.kind in ("calculate", "hidden"):
            self._calculation(line, kind, where, level)
            return
        if kind.kind == "note":
            asked = [self._questions.note(line, where, level.container)]
        else:
            asked = self._questions.of(line, kind, where, level.container)
            first = asked[0]
            if first.name != written:
                self._renamed[f"{where} {written}"] = first.name
            known = Known(level.repeat, first.name, first.term, "", kind.list_name, first)
            self._names.add(written, known)
            if level.nested:
                self._hoisted(where)
        met = Met(line, kind, where, level, asked)
        self._met.append(met)
        (level.group.fields if level.group else self._top).extend(asked)

    def _hoisted(self, where: str) -> None:
        self._ledger.changed(
            "question",
            where,
            "it stands in a repeat within a repeat",
            "a group of its own, that asks which entry it belongs to",
            "ask for it in a form of its own, or flatten the repeats",
        )

    def _metadata(self, kind: Type, where: str, written: str) -> None:
        today = terms.call("today", (), "date")
        known = {"today": today, "start": today, "end": today}
        answer = known.get(kind.written.split()[-1], terms.NULL)
        self._names.add(written or kind.written, Known("", "", answer))
        self._ledger.note(
            where,
            f"{kind.written} is noted by the device",
            "left out; the receipt says when and where an application was made",
            "nothing, if that is enough",
        )

    def _calculation(self, line: Line, kind: Type, where: str, level: Level) -> None:
        written, formula = line.get("name"), line.get("calculation") or ""
        if kind.kind == "hidden" and not formula:
            default = line.get("default")
            answer = terms.text(default) if default else terms.NULL
            self._names.add(written, Known("", "", answer))
            self._ledger.note(
                where, "a hidden value", "left out", "let the department add the value"
            )
            return
        if not formula:
            formula = line.get("default") or "''"
        else:
            self._ledger.met("condition", f"{where} calculation")
        if formula.strip() == ".":
            self._names.add(written, Known("", "", terms.NULL))
            self._ledger.changed(
                "condition",
                f"{where} calculation",
                "it keeps a value that comes from elsewhere",
                "left out",
                "let the department add the value",
            )
            return
        name = self._free.new(written, "value")
        if name != written:
            self._renamed[f"{where} {written}"] = name
        known = Known(level.repeat, name, formula=formula, list_name=kind.list_name)
        self._names.add(written, known)
        self._met.append(Met(line, kind, where, level, [], known))

    def _rule(self, met: Met) -> None:
        place = Place(self._names, met.level.repeat)
        around = met.level.wheres
        if met.known is not None:
            self._reckoned += self._rules.reckoned(met.line, met.where, met.known, around)
            return
        condition, wheres = self._rules.relevant(met.line, met.where, around, place)
        for one in met.asked:
            one.condition = terms.both((condition, one.condition))
            one.conditions += wheres
        if met.kind.kind == "begin_repeat":
            self._rules.repeated(met.line, met.where, met.asked[0], place)
        elif met.kind.kind != "note":
            self._rules.answered(met.line, met.kind, met.asked, place)


def _where(line: Line) -> str:
    name = line.get("name")
    return f"survey row {line.number}" + (f" ({name})" if name else "")
