"""Asking the back-end while somebody waits: short, typed, and a failure is a value."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from pydantic import TypeAdapter, ValidationError

from kiosk.services.forms.model import Reading
from kiosk.services.http import Answer, NoAnswer, Terminal

PATIENCE_S = 5.0

_Kind = TypeVar("_Kind")


@dataclass(frozen=True)
class Unreachable:
    """No usable answer: the visit goes on without, or offers another way."""

    cause: str


@dataclass(frozen=True)
class PinResult:
    """Whether the PIN was right; how often one may still try, and after how many seconds."""

    ok: bool
    tries_left: int
    retry_after_s: int | None


@dataclass(frozen=True)
class Approval:
    """One approval by phone; `expires_at` is in seconds since 1970."""

    id: str
    code: str
    expires_at: int


@dataclass(frozen=True)
class Prefill:
    """What the registries know, by `registry.field`; a field they lack is absent."""

    readings: dict[str, Reading]


@dataclass(frozen=True)
class QueueRow:
    """One counter: department id, ticket being served, how many wait and how long."""

    counter: str
    serving: str
    waiting: int
    minutes: int
    state: Literal["open", "busy", "closed"] = "open"


@dataclass(frozen=True)
class CaseRow:
    """One application of a citizen, as its department has it; `title` and `next` by language say
    what is true and what comes next, `moves` what the citizen may do."""

    reference: str
    service: str
    department: str
    state: str
    received_at: str
    title: dict[str, str]
    next: dict[str, str]
    moves: tuple[str, ...]


@dataclass(frozen=True)
class ReadRecord:
    """One line of "who read my data"; `at` is UTC."""

    service: str
    registry: str
    fields: tuple[str, ...]
    purpose: str
    at: str


class DepartmentClient:
    """Asks from any thread. backend: its address, "" while there is none; asked at each call."""

    def __init__(self, backend: Callable[[], str], token: str) -> None:
        self._terminal = Terminal(backend, token, PATIENCE_S)

    def check_pin(self, citizen: str, pin: str) -> PinResult | Unreachable:
        """Whether this is the card number's PIN."""
        answer = self._post("/v1/citizens/check-pin", {"citizen": citizen, "pin": pin})
        return _typed(answer, PinResult)

    def ask_phone(self, citizen: str) -> Approval | Unreachable:
        """Begin an approval by phone; the same answer whether or not there is a phone."""
        return _typed(self._post("/v1/approvals", {"citizen": citizen}), Approval)

    def phone_says(self, approval: str) -> str | Unreachable:
        """pending, approved, refused or expired."""
        state = _typed(self._get(f"/v1/approvals/{approval}"), dict[str, str])
        return state if isinstance(state, Unreachable) else state.get("state", "")

    def prefill(
        self, citizen: str, service: str, purpose: str, fields: Sequence[str]
    ) -> Prefill | Unreachable:
        """What registries know for a form; the citizen can see that it was read."""
        request = {"citizen": citizen, "service": service, "purpose": purpose}
        answer = self._post("/v1/registries/read", {**request, "fields": list(fields)})
        values = _typed(answer, dict[str, dict[str, Reading]])
        return values if isinstance(values, Unreachable) else Prefill(values.get("values", {}))

    def reads(self, citizen: str) -> list[ReadRecord] | Unreachable:
        """Who read this citizen's data; the newest first."""
        return _typed(self._get(f"/v1/citizens/{citizen}/reads"), list[ReadRecord])

    def cases(self, citizen: str) -> list[CaseRow] | Unreachable:
        """What this citizen has applied for; the newest first."""
        return _typed(self._get(f"/v1/citizens/{citizen}/cases"), list[CaseRow])

    def move_case(self, citizen: str, reference: str, move: str) -> str | Unreachable:
        """Withdraw an application or take it up again; its new state."""
        request = {"citizen": citizen, "reference": reference, "move": move}
        moved = _typed(self._post("/v1/citizens/move-case", request), dict[str, str])
        return moved if isinstance(moved, Unreachable) else moved.get("state", "")

    def queue(self) -> list[QueueRow] | Unreachable:
        """All counters, in their order."""
        return _typed(self._get("/v1/queue"), list[QueueRow])

    def healthy(self) -> bool:
        """Whether the back-end answers."""
        answer = self._get("/v1/health")
        return isinstance(answer, Answer) and answer.object() == {"status": "ok"}

    def _get(self, path: str) -> Answer | Unreachable:
        try:
            return self._terminal.get(path)
        except NoAnswer as none:
            return Unreachable(none.cause)

    def _post(self, path: str, body: dict[str, Any]) -> Answer | Unreachable:
        try:
            return self._terminal.post(path, json.dumps(body).encode())
        except NoAnswer as none:
            return Unreachable(none.cause)


def _typed(answer: Answer | Unreachable, kind: type[_Kind]) -> _Kind | Unreachable:
    """The answer as `kind`; anything else is as good as no answer."""
    if isinstance(answer, Unreachable):
        return answer
    if answer.status != 200:
        return Unreachable(f"http_{answer.status}")
    try:
        known: _Kind = TypeAdapter(kind).validate_json(answer.body)
    except ValidationError:
        return Unreachable("no_answer_of_the_back_end")
    return known
