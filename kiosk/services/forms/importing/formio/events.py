"""Events that actions of a form.io form wait for, and whether anything in the form sends them."""

import re
from collections.abc import Iterator
from typing import Any

_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.S)


class Events:
    """Knows all that a form says, without comments and without what waits for events."""

    def __init__(self, components: list[dict[str, Any]]) -> None:
        self._said = [_COMMENT.sub("", one) for one in _texts(components)]

    def sends(self, event: str) -> bool:
        """Whether something in the form may send it: a button, or a program that names it."""
        return any(event in one for one in self._said)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        waits = value.get("type") == "event"
        for key, one in value.items():
            if not (waits and key == "event"):
                yield from _texts(one)
