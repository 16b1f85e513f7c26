"""What the names in a form.io form's conditions stand for: ways through its data."""

from dataclasses import dataclass

from kiosk.services.forms.importing import terms
from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.loose.kinds import constant
from kiosk.services.forms.importing.terms import Term

Way = tuple[str, ...]

_ROOTS = ("data", "row", "form", "submission", "root", "parent", "instance")
_TAILS = ("value", "data", "label", "id", "_id")


@dataclass(frozen=True)
class Answer:
    """A question by its way: `container.key`, in `group` (its way) or in none."""

    way: Way
    asked: Asked
    group: Way = ()


class Answers:
    """All answers of a form, and values that nobody is asked for."""

    def __init__(self) -> None:
        self._by_way: dict[Way, Answer] = {}
        self._by_key: dict[str, list[Answer]] = {}
        self._by_property: dict[tuple[str, str], list[Answer]] = {}
        self._values: dict[Way, Term] = {}
        self._unasked: dict[int, Term] = {}

    def add(self, way: Way, asked: Asked, group: Way) -> None:
        """A question."""
        answer = Answer(way, asked, group)
        self._by_way.setdefault(way, answer)
        self._by_key.setdefault(way[-1], []).append(answer)

    def describe(self, way: Way, name: str, value: str) -> None:
        """A property of a question that was added."""
        self._by_property.setdefault((name, value), []).append(self._by_way[way])

    def add_value(self, way: Way, value: Term) -> None:
        """A value that nobody is asked for."""
        self._values.setdefault(way, value)

    def set_value(self, way: Way, value: Term) -> None:
        """What a variable turned out to be."""
        self._values[way] = value

    def never_asked(self, asked: Asked, value: Term) -> None:
        """A question that nobody ever sees, and what it holds all the same."""
        self._unasked[id(asked)] = value

    def unasked(self, asked: Asked) -> Term | None:
        """What a question holds that nobody ever sees; None where one can be seen."""
        return self._unasked.get(id(asked))

    def get(self, way: Way, near: Way) -> tuple[Answer, str] | None:
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

    def described(self, name: str, value: str) -> Answer | None:
        """The one question with this property."""
        several = self._by_property.get((name, value), [])
        return several[0] if len(several) == 1 else None

    def value(self, way: Way, near: Way = ()) -> Term | None:
        """A value that nobody is asked for; a part of one that is not there is not there."""
        for start in (near, near[:-1], ()):
            for end in range(len(way), 0, -1):
                found = self._values.get((*start, *way[:end]))
                if found is not None and (end == len(way) or found == terms.NULL):
                    return found
        return None

    def value_called(self, key: str) -> Term | None:
        """A value that nobody is asked for, by its key alone."""
        return self._values.get((key,))


class View:
    """How names are understood where an expression stands."""

    def __init__(self, answers: Answers, near: Way, group: Way, own: Asked | None) -> None:
        self._answers = answers
        self._near = near
        self._group = group
        self._own = own
        self.outside: set[str] = set()
        """What was asked for and is not in the form: values that a program of the site brings."""
        self.absent: set[str] = set()
        """What conditions ask for though the form has no such question."""

    def find(self, parts: Way) -> Term | None:
        """The answer at this way."""
        if parts in (("value",), ("input",)) and self._own is not None:
            return terms.name("self", self._own.kind)
        way = _bare(parts)
        if not way:
            return None
        value = self._answers.value(way, self._near)
        if value is None:
            found = self._answers.get(way, self._near)
            value = self._answers.value_called(way[-1]) if found is None else self._term(*found)
        if value == terms.NULL:
            self.outside.add(".".join(way))
        return value

    def column(self, parts: Way, inner: Way) -> Term | None:
        """An inner answer over all entries of the group at this way."""
        found = self._answers.get(_bare(parts), self._near)
        if found is None or found[0].asked.widget != "group" or not inner:
            return None
        group = found[0]
        held = self._answers.get((*group.way, *inner), ())
        if held is None or held[0].group != group.way:
            return None
        return Term(f"{group.asked.name}.{held[0].asked.name}", "list")

    def with_property(self, name: str, value: str) -> Term | None:
        """The answer to the one component that has this property."""
        found = self._answers.described(name, value)
        return None if found is None else self._term(found, "")

    def _term(self, answer: Answer, box: str) -> Term | None:
        asked = answer.asked
        unasked = self._answers.unasked(asked)
        if unasked is not None:
            return unasked
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


def _bare(parts: Way) -> Way:
    way = parts
    while way and way[0] in _ROOTS and len(way) > 1:
        way = way[1:]
    return tuple(part for part in way if part)
