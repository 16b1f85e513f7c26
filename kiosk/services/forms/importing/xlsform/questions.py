"""Rows of a survey as questions, before anything is said about when they are asked."""

from decimal import Decimal

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked, Container, Option
from kiosk.services.forms.importing.defra.limits import number_in
from kiosk.services.forms.importing.naming import Names
from kiosk.services.forms.importing.report import Kind, Ledger
from kiosk.services.forms.importing.wording import Worded, added
from kiosk.services.forms.importing.xlsform.choices import Lists
from kiosk.services.forms.importing.xlsform.columns import Line
from kiosk.services.forms.importing.xlsform.types import Type
from kiosk.services.forms.importing.xlsform.words import Words

MAX_RANKED = 12


class Questions:
    """Makes `Asked` of rows; every one is met in the ledger."""

    def __init__(self, words: Words, lists: Lists, names: Names, ledger: Ledger) -> None:
        self._words = words
        self._lists = lists
        self._names = names
        self._ledger = ledger

    def of(self, line: Line, kind: Type, where: str, container: Container) -> list[Asked]:
        """The questions that a row asks; most ask one."""
        self._ledger.met("question", where)
        match kind.kind:
            case "select_one" | "select_multiple":
                return self._select(line, kind, where, container)
            case "rank":
                return self._rank(line, kind, where, container)
            case "place":
                return self._place(line, where, container)
            case "range":
                return [self._range(line, where, container)]
            case "line" | "area" | "unknown":
                return [self._described(line, kind, where, container)]
        return [self._plain(line, kind, where, container)]

    def note(self, line: Line, where: str, container: Container) -> Asked:
        """A text between the questions."""
        self._ledger.met("text", where)
        return self._asked(line, "note", where, container)

    def _asked(self, line: Line, widget: str, where: str, container: Container) -> Asked:
        written = line.get("name")
        label, hint = self._words.of(line, "label"), self._words.of(line, "hint")
        more = self._words.of(line, "guidance_hint")
        asked = Asked(
            where,
            self._names.new(written, "question"),
            widget,
            label or hint or self._words.plain(written),
            container,
            hint=_joined(hint if label else {}, more),
        )
        for column in ("image", "audio", "video"):
            if line.texts.get(column) or line.get(column):
                self._lost_media(asked, column, bool(label))
        return asked

    def _lost_media(self, asked: Asked, column: str, labelled: bool) -> None:
        what = f"a file of its own is shown with it ({column})"
        advice = "describe it in the text, or show it beside the terminal"
        if labelled:
            self._ledger.note(asked.where, what, "the text alone", advice)
        else:
            kind: Kind = "text" if asked.widget == "note" else "question"
            self._ledger.changed(kind, asked.where, what, "the name alone", advice)

    def _plain(self, line: Line, kind: Type, where: str, container: Container) -> Asked:
        looks = line.get("appearance").lower()
        widget = kind.kind
        if widget == "text":
            widget = "long_text" if "multiline" in looks else widget
            widget = "phone" if looks in ("tel", "phone") else widget
        if widget == "photo" and "signature" in looks:
            widget = "signature"
        if widget == "date" and "month-year" in looks:
            widget = "month"
        if widget == "date" and "year" in looks.split():
            widget = "number"
        asked = self._asked(line, widget, where, container)
        if widget == "file":
            asked.schema["maxItems"] = 1
            medium = kind.written.lower()
            asked.accept = tuple(f"{one}/*" for one in ("audio", "video") if one in medium)
        if widget == "photo" and any(one in looks for one in ("draw", "annotate")):
            self._ledger.changed(
                "question", where, "it is drawn by hand", "a photo", "let people draw on paper"
            )
        return asked

    def _select(self, line: Line, kind: Type, where: str, container: Container) -> list[Asked]:
        widget = "choice" if kind.kind == "select_one" else "several"
        asked = self._asked(line, widget, where, container)
        asked.options = [] if kind.from_file else self._lists.options(kind.list_name)
        if not asked.options or line.get("appearance").lower().startswith("search"):
            self._open_list(asked, kind)
            return [asked]
        if widget == "several" and any(" " in option.value for option in asked.options):
            self._ledger.note(where, "values with spaces", "kept as they are", "mind them")
        if not kind.other:
            return [asked]
        other = added("other", self._words.languages)
        if all(option.value != "other" for option in asked.options):
            asked.options.append(Option("other", other))
        more = Asked(
            f"{where} other",
            self._names.new(f"{line.get('name')}_other", "question"),
            "text",
            added("specify", self._words.languages),
            container,
            required=True,
            condition=(
                terms.compared(asked.term, "=", terms.text("other"))
                if widget == "choice"
                else terms.call("selected", (asked.term, terms.text("other")), "truth")
            ),
        )
        return [asked, more]

    def _open_list(self, asked: Asked, kind: Type) -> None:
        asked.widget, asked.options = "text", []
        self._ledger.changed(
            "question",
            asked.where,
            f"its choices ({kind.list_name}) are not in the workbook",
            "a free text",
            "put them on the sheet choices and import again",
        )

    def _rank(self, line: Line, kind: Type, where: str, container: Container) -> list[Asked]:
        """One choice for each place, of what is left."""
        options = [] if kind.from_file else self._lists.options(kind.list_name)
        first = self._asked(line, "choice", where, container)
        if not 1 < len(options) <= MAX_RANKED:
            first.options = options
            self._open_list(first, kind)
            return [first]
        made: list[Asked] = []
        for place in range(1, len(options) + 1):
            name = self._names.new(f"{line.get('name')}_{place}", "question")
            label = {code: f"{text} ({place})" for code, text in first.label.items()}
            asked = Asked(where, name, "choice", label, container, hint=first.hint)
            for option in options:
                taken = [terms.compared(o.term, "!=", terms.text(option.value)) for o in made]
                asked.options.append(Option(option.value, option.label, terms.both(taken)))
            made.append(asked)
        return made

    def _place(self, line: Line, where: str, container: Container) -> list[Asked]:
        """Latitude and longitude in figures."""
        made = []
        for part, most in (("latitude", 90), ("longitude", 180)):
            asked = self._asked(line, "decimal", where, container)
            asked.name = self._names.new(f"{line.get('name')}_{part}", "question")
            title = added(part, self._words.languages)
            asked.label = {
                code: f"{text} ({title.get(code, part)})" for code, text in asked.label.items()
            }
            own = terms.name("self", "decimal")
            asked.valid = terms.both(
                (
                    terms.compared(own, ">=", terms.number(-most)),
                    terms.compared(own, "<=", terms.number(most)),
                )
            )
            made.append(asked)
        self._ledger.changed(
            "question",
            where,
            "the place is measured by the device",
            "latitude and longitude, typed in",
            "ask for an address, if that serves better",
        )
        return made

    def _range(self, line: Line, where: str, container: Container) -> Asked:
        given = dict(_parameters(line.get("parameters")))
        low: Decimal | int = number_in(given.get("start", "")) or 0
        last = number_in(given.get("end", ""))
        high: Decimal | int = 10 if last is None else last
        width = number_in(given.get("step", "")) or 1
        step: Decimal | int = width if width > 0 else -width
        if low > high:
            low, high = high, low
        whole = all(isinstance(one, int) for one in (low, step))
        asked = self._asked(line, "number" if whole else "decimal", where, container)
        own = terms.name("self", asked.kind)
        offset = terms.reckoned(own, "-", terms.number(low))
        parts = [
            terms.compared(own, ">=", terms.number(low)),
            terms.compared(own, "<=", terms.number(high)),
        ]
        if step != 1:
            rest = terms.reckoned(offset, "%", terms.number(step))
            parts.append(terms.compared(rest, "=", terms.number(0)))
        asked.valid = terms.both(parts)
        bounds: Worded = dict.fromkeys(self._words.languages, f"{low} – {high}")
        asked.hint = _joined(asked.hint, bounds)
        return asked

    def _described(self, line: Line, kind: Type, where: str, container: Container) -> Asked:
        asked = self._asked(line, "long_text", where, container)
        what = f"the type {kind.written!r} is not known"
        if kind.kind in ("line", "area"):
            what = "it is drawn on a map"
        self._ledger.changed("question", where, what, "a free text", "ask for it in words")
        return asked


def _joined(first: Worded, second: Worded) -> Worded:
    return {
        code: "\n".join(text for text in (first.get(code, ""), second.get(code, "")) if text)
        for code in {*first, *second}
    }


def _parameters(text: str) -> list[tuple[str, str]]:
    """start=1 end=5, with or without commas or semicolons between."""
    found = []
    for part in text.replace(",", " ").replace(";", " ").split():
        name, _, value = part.partition("=")
        found.append((name.strip().lower(), value.strip()))
    return found
