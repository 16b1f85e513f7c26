"""One question to the back-end and its typed answer, where a failure is a value."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from kiosk.services.http import Answer, NoAnswer, Terminal

PATIENCE_S = 5.0

_Kind = TypeVar("_Kind")


@dataclass(frozen=True)
class Unreachable:
    """No usable answer: the visit goes on without, or offers another way.

    `kind` is why the back-end itself says no, as its problems name it ("slot-taken"); "" else.
    """

    cause: str
    kind: str = ""


class BackendClient:
    """Asks from any thread. backend: its address, "" while there is none; asked at each call."""

    def __init__(self, backend: Callable[[], str], token: str) -> None:
        self._terminal = Terminal(backend, token, PATIENCE_S)

    def close(self) -> None:
        """Let go of this thread's connections."""
        self._terminal.close()

    def _get(self, path: str, kind: type[_Kind]) -> _Kind | Unreachable:
        return _typed(self._reached(lambda: self._terminal.get(path)), kind)

    def _post(self, path: str, body: dict[str, Any], kind: type[_Kind]) -> _Kind | Unreachable:
        content = json.dumps(body).encode()
        return _typed(self._reached(lambda: self._terminal.post(path, content)), kind)

    def _reached(self, ask: Callable[[], Answer]) -> Answer | Unreachable:
        try:
            return ask()
        except NoAnswer as none:
            return Unreachable(none.cause)


def _typed(answer: Answer | Unreachable, kind: type[_Kind]) -> _Kind | Unreachable:
    """The answer as `kind`; anything else is as good as no answer."""
    if isinstance(answer, Unreachable):
        return answer
    if answer.status not in (200, 201):
        said = str(answer.object().get("type", "")) if answer.is_problem else ""
        return Unreachable(f"http_{answer.status}", said.removeprefix("urn:atrium:"))
    try:
        known: _Kind = TypeAdapter(kind).validate_json(answer.body)
    except ValidationError:
        return Unreachable("no_answer_of_the_back_end")
    return known
