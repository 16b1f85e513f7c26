"""Regular expressions of forms: RE2, so that no answer can make one slow."""

import re
from functools import lru_cache
from typing import Protocol

import re2

_QUIET = re2.Options()
_QUIET.log_errors = False

_CATEGORIES = {"Letter": "L", "Mark": "M", "Number": "N", "Punctuation": "P", "Symbol": "S"}
_CATEGORIES |= {"Separator": "Z", "Other": "C", "digit": "Nd"}
"""Names that ECMA-262 knows and RE2 does not."""


class PatternError(ValueError):
    """This is no pattern, or one that asks for what RE2 cannot do."""


class Pattern(Protocol):
    """A compiled pattern."""

    def search(self, text: str, /) -> object:
        """Something true where it matches somewhere."""

    def fullmatch(self, text: str, /) -> object:
        """Something true where it matches all of the text."""


@lru_cache(maxsize=1024)
def compiled(pattern: str) -> Pattern:
    """A pattern in linear time. Raises PatternError for lookarounds and backreferences too."""
    short = re.sub(
        r"\\([pP])\{(\w+)\}",
        lambda found: rf"\{found[1]}{{{_CATEGORIES.get(found[2], found[2])}}}",
        pattern,
    )
    try:
        made: Pattern = re2.compile(short, _QUIET)
    except re2.error as wrong:
        reason = wrong.args[0]
        told = reason.decode() if isinstance(reason, bytes) else str(reason)
        raise PatternError(f"{pattern!r} is no pattern that RE2 knows: {told}") from wrong
    return made


def encodable(text: str) -> str:
    """Half a surrogate pair may come from outside, and RE2 takes UTF-8 only."""
    return text.encode("utf-8", "replace").decode("utf-8")
