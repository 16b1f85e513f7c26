"""The words of a program in JavaScript."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.services.forms.importing.loose.tree import CannotSay

MAX_LENGTH = 10_000
_PATTERN = re.compile(
    r"/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*",
)
"""/pattern/flags, where a value can begin."""

_TOKEN = re.compile(
    r"""(?P<blank>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<number>(?:\d+\.?\d*|\.\d+))
    |(?P<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<sign>===|!==|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\+=|-=|\+\+|--|[-+*/%!<>=?:.,;()\[\]{}])
    """,
    re.X | re.S,
)


@dataclass(frozen=True)
class Token:
    """One word of a program."""

    kind: str
    text: str


def tokens(program: str) -> list[Token]:
    """The words of a program. Raises CannotSay."""
    if len(program) > MAX_LENGTH:
        raise CannotSay("a program this long")
    return [*_tokens(program), Token("end", "")]


def _tokens(program: str) -> Iterator[Token]:
    place = 0
    last = Token("sign", "(")
    while place < len(program):
        begins = (last.kind == "sign" and last.text not in ")]}") or last.text == "return"
        written = _PATTERN.match(program, place) if begins else None
        if written is not None:
            last = Token("pattern", program[place : written.end()])
            yield last
            place = written.end()
            continue
        found = _TOKEN.match(program, place)
        if found is None:
            raise CannotSay(f"the character {program[place]!r}")
        place = found.end()
        if found.lastgroup != "blank":
            last = Token(str(found.lastgroup), found.group())
            yield last
