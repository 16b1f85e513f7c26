"""What the names in a form.io form's conditions stand for: ways through its data."""

from dataclasses import dataclass

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.loose.kinds import constant
from kiosk.services.forms.importing.terms import Term

_ROOTS = ("data", "row", "form", "submission", "root", "parent", "instance")
_TAILS = ("value", "data", "label", "id", "_id")


@dataclass(frozen=True)
class Answer:
    """A question by its way: `container.key`, in `group` (its way) or in none."""

    way: tuple[str, ...]
    asked: Asked
    group: tuple[str, ...] = ()


class Answers:
    """All answers of a form; `within` gives a look from inside a group's entry."""

    def __init__(self) -> None:
        self._by_way: dict[tuple[str, ...], Answer] = {}
        self._by_key: dict[str, list[Answer]] = {}
        self._values: dict[tuple[str, ...], Term] = {}

    def add(self, way: tuple[str, ...], asked: Asked, group: tuple[str, ...]) -> None:
        """A question."""
        answer = Answer(way, asked, group)
        self._by_way.setdefault(way, answer)
        self._by_key.setdefault(way[-1], []).append(answer)

    def add_value(self, way: tuple[str, ...], value: Term) -> None:
        """A value that nobody is asked for."""
        self._values.setdefault(way, value)

    def set_value(self, way: tuple[str, ...], value: Term) -> None:
        """What a variable turned out to be."""
        self._values[way] = value

    def get(self, way: tuple[str, ...], near: tuple[str, ...]) -> tuple[Answer, str] | None:
        """An answer, and what is asked of it: the key of a box, or ""."""
        for start in (near, near[:-1], ()):
            for cut in (0, 1, 2):
                whole = (*start, *way[: len(way) - cut])
                found = self._by_way.get(whole)
                if found is not None and len(way) > cut:
                    return found, way[-1] if cut and way[-1] not in _TAILS else ""
        if not way:
            return None
        several = self._by_key.get(way[-1], [])
        if len(several) >= 1 and (len(way) == 1 or len(several) == 1):
            return several[0], ""
        if len(way) > 1 and len(self._by_key.get(way[-2], [])) == 1:
            tail = "" if way[-1] in _TAILS else way[-1]
            return self._by_key[way[-2]][0], tail
        return None

    def value(self, way: tuple[str, ...]) -> Term | None:
        """A value that nobody is asked for."""
        return self._values.get(way) or self._values.get(way[-1:])


class View:
    """How names are understood where an expression stands."""

    def __init__(
        self, answers: Answers, near: tuple[str, ...], group: tuple[str, ...], own: Asked | None
    ) -> None:
        self._answers = answers
        self._near = near
        self._group = group
        self._own = own

    def find(self, parts: tuple[str, ...]) -> Term | None:
        """The answer at this way."""
        if parts in (("value",), ("input",)) and self._own is not None:
            return terms.name("self", self._own.kind)
        way = _bare(parts)
        if not way:
            return None
        value = self._answers.value(way)
        if value is not None:
            return value
        found = self._answers.get(way, self._near)
        return None if found is None else self._term(*found)

    def column(self, parts: tuple[str, ...], inner: tuple[str, ...]) -> Term | None:
        """An inner answer over all entries of the group at this way."""
        found = self._answers.get(_bare(parts), self._near)
        if found is None or found[0].asked.widget != "group" or not inner:
            return None
        group = found[0]
        held = self._answers.get((*group.way, *inner), ())
        if held is None or held[0].group != group.way:
            return None
        return Term(f"{group.asked.name}.{held[0].asked.name}", "list")

    def _term(self, answer: Answer, box: str) -> Term | None:
        asked = answer.asked
        if answer.group and answer.group != self._group:
            outer = self._answers.get(answer.group, ())
            return Term(f"{outer[0].asked.name}.{asked.name}", "list") if outer else None
        if box and asked.widget == "several":
            return terms.call("selected", (asked.term, constant(box)), "truth")
        if box and box != "length":
            return None
        if box == "length":
            return terms.call(
                "count" if asked.kind == "list" else "length", (asked.term,), "integer"
            )
        return asked.term


def _bare(parts: tuple[str, ...]) -> tuple[str, ...]:
    way = parts
    while way and way[0] in _ROOTS and len(way) > 1:
        way = way[1:]
    return tuple(part for part in way if part)
