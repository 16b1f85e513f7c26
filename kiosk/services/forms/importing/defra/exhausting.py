"""Whether the conditions of a page's links leave no case open: then the last one is "else".

A page asks whether one drives, yes leads here and no leads there. Whoever goes on has answered, so
that "no" is "not yes", and where both ways meet again nothing is left of the condition.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.services.forms.importing.asking import Asked
from kiosk.services.forms.importing.terms import Term

_EQUAL = re.compile(r"""(?P<name>[A-Za-z_]\w*)(?: = (?P<value>'[^']*'|"[^"]*"|false))?""")


@dataclass(frozen=True)
class Question:
    """A question that has to be answered, on which page, and all its possible answers."""

    page: int
    values: frozenset[str]


def questions(asked: Mapping[int, list[Asked]]) -> dict[str, Question]:
    """Those questions of the pages whose answers can be listed, by name."""
    found = {}
    for page, several in asked.items():
        for one in several:
            if not one.required or one.condition.text != "true":
                continue
            if one.widget == "yes_no":
                found[one.name] = Question(page, frozenset(("true", "false")))
            elif one.widget == "choice" and one.options:
                values = frozenset(option.value for option in one.options)
                found[one.name] = Question(page, values)
    return found


def exhausted(conditions: Iterable[Term], known: Mapping[str, Question]) -> Question | None:
    """The question all whose answers these conditions ask for, if they do."""
    name, values = "", set()
    for condition in conditions:
        for part in condition.text.split(" or "):
            found = _EQUAL.fullmatch(part)
            if found is None or (name and found["name"] != name):
                return None
            name = found["name"]
            value = found["value"] or "true"
            values.add(value if value in ("true", "false") else value[1:-1])
    question = known.get(name)
    return question if question and question.values <= values else None
