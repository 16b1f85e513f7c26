"""What an expression says, however it was spelled."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from kiosk.services.forms.importing.terms import Term


class CannotSay(ValueError):
    """Our language has no words for this; the text names what."""


class Elsewhere(CannotSay):
    """A program of the site that the form came from gives it; it is not in the form."""


class Idle(CannotSay):
    """A program that does nothing, such as one that is all comment."""


@dataclass(frozen=True)
class Value:
    """A constant."""

    value: str | int | Decimal | bool | None


@dataclass(frozen=True)
class Path:
    """An answer by its way through the data, or a variable of the program."""

    parts: tuple[str, ...]


@dataclass(frozen=True)
class Unary:
    """`!`, `-` or `+` before something."""

    sign: str
    inner: "Node"


@dataclass(frozen=True)
class Binary:
    """Two things and a sign: == != < <= > >= + - * / % && || ?? in."""

    sign: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Fork:
    """condition ? then : otherwise."""

    condition: "Node"
    then: "Node"
    otherwise: "Node"


@dataclass(frozen=True)
class Call:
    """A function by name, with what it is called on, if anything, as first argument."""

    function: str
    arguments: "tuple[Node, ...]"


@dataclass(frozen=True)
class Items:
    """A list."""

    items: "tuple[Node, ...]"


@dataclass(frozen=True)
class Arrow:
    """(parameters) => body."""

    parameters: tuple[str, ...]
    body: "Node"


Node = Value | Path | Unary | Binary | Fork | Call | Items | Arrow
State = dict[str, Node]
"""Variable of a program -> what it holds, over the answers."""
Function = Callable[[tuple[Node, ...]], Term]
"""What a function with these arguments is in our language."""


class Resolver(Protocol):
    """Knows what the names of a form's expressions stand for."""

    def find(self, parts: tuple[str, ...]) -> Term | None:
        """The answer at this way, or None when the form asks for no such thing."""

    def column(self, parts: tuple[str, ...], inner: tuple[str, ...]) -> Term | None:
        """An inner answer over all entries of the group at this way, or None."""

    def with_property(self, name: str, value: str) -> Term | None:
        """The answer to the one component whose property of this name is this, or None."""
