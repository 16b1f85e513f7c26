"""What a citizen asks after they applied: cases in full, documents, coming to a counter."""

from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote

from kiosk.services.asking import BackendClient, Unreachable


@dataclass(frozen=True)
class CaseRow:
    """One application of a citizen, as its department has it.

    `title` and `next` by language say what is true and what comes next, `moves` what the citizen
    may do, `due` is the day by which the department answers (None once it has), `messages` how
    many it has written.
    """

    reference: str
    service: str
    department: str
    state: str
    received_at: str
    title: dict[str, str]
    next: dict[str, str]
    moves: tuple[str, ...]
    due: str | None = None
    rated: bool = False
    messages: int = 0


@dataclass(frozen=True)
class Step:
    """How a case came to be where it is; `at` is UTC, `title` by language."""

    at: str
    by: str
    to: str
    title: dict[str, str]


@dataclass(frozen=True)
class Message:
    """What was written about a case, by citizen or officer; `at` is UTC."""

    by: str
    text: str
    at: str


@dataclass(frozen=True)
class FullCase(CaseRow):
    """One application with all that happened, the oldest first; `documents` by their ids."""

    steps: tuple[Step, ...] = ()
    said: tuple[Message, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class DocumentRow:
    """A document of a citizen; days are ISO dates, `valid_until` None: for good; `signed` is the
    department's JWS."""

    id: str
    kind: str
    department: str
    level: Literal["A", "B", "C", "D"]
    facts: dict[str, str]
    issued_on: str
    valid_until: str | None
    signed: str
    state: Literal["valid", "expired", "revoked"]


@dataclass(frozen=True)
class Slots:
    """A day and the times at which somebody is free."""

    day: str
    times: tuple[str, ...]


@dataclass(frozen=True)
class Appointment:
    """When somebody is expected where."""

    id: str
    department: str
    day: str
    time: str


@dataclass(frozen=True)
class QueueTicket:
    """A place in the line of a counter: how many are before it, in about how many minutes."""

    id: str
    department: str
    number: str
    before: int
    minutes: int
    state: Literal["waiting", "called"]


class FollowUpClient(BackendClient):
    """Each answer is what is true now; an Unreachable with a `kind` is the department's no."""

    def cases(self, citizen: str) -> list[CaseRow] | Unreachable:
        """What this citizen has applied for; the newest first."""
        return self._get(f"/v1/citizens/{citizen}/cases", list[CaseRow])

    def case(self, citizen: str, reference: str) -> FullCase | Unreachable:
        """One application with all that happened to it."""
        return self._get(f"/v1/citizens/{citizen}/cases/{quote(reference)}", FullCase)

    def move_case(self, citizen: str, reference: str, move: str) -> str | Unreachable:
        """Withdraw an application or take it up again; its new state."""
        request = {"citizen": citizen, "reference": reference, "move": move}
        return self._word("/v1/citizens/move-case", request, "state")

    def write(self, citizen: str, reference: str, text: str) -> str | Unreachable:
        """Write to the department, which also supplies what it waits for; the case's state."""
        request = {"citizen": citizen, "reference": reference, "text": text}
        return self._word("/v1/citizens/messages", request, "state")

    def rate_case(self, reference: str, score: int) -> str | Unreachable:
        """Rate a case that was not rated; the day by which a call back is promised, else ""."""
        return self._word("/v1/ratings", {"reference": reference, "score": score}, "call_back_by")

    def documents(self, citizen: str) -> list[DocumentRow] | Unreachable:
        """What this citizen has; the newest first."""
        return self._get(f"/v1/citizens/{citizen}/documents", list[DocumentRow])

    def slots(self, department: str) -> list[Slots] | Unreachable:
        """When a department can be come to, in order."""
        return self._get(f"/v1/departments/{department}/slots", list[Slots])

    def book(self, citizen: str, department: str, day: str, time: str) -> str | Unreachable:
        """The new appointment's id; kind "slot-taken" when somebody was faster."""
        slot = {"department": department, "day": day, "time": time}
        return self._word("/v1/appointments", {"citizen": citizen, **slot}, "id")

    def move_appointment(
        self, citizen: str, appointment: Appointment, day: str, time: str
    ) -> str | Unreachable:
        """The same appointment at another time."""
        slot = {"department": appointment.department, "day": day, "time": time}
        request = {"citizen": citizen, "id": appointment.id, **slot}
        return self._word("/v1/appointments/move", request, "id")

    def cancel_appointment(self, citizen: str, identifier: str) -> bool | Unreachable:
        """Give the slot back."""
        return self._done("/v1/appointments/cancel", {"citizen": citizen, "id": identifier})

    def appointments(self, citizen: str) -> list[Appointment] | Unreachable:
        """From today on, the next one first."""
        return self._get(f"/v1/citizens/{citizen}/appointments", list[Appointment])

    def draw_ticket(self, citizen: str, department: str) -> QueueTicket | Unreachable:
        """A place in the line of a counter; the one they have while it waits."""
        request = {"citizen": citizen, "department": department}
        return self._post("/v1/queue/tickets", request, QueueTicket)

    def give_back_ticket(self, citizen: str, identifier: str) -> bool | Unreachable:
        """They will not come."""
        return self._done("/v1/queue/tickets/give-back", {"citizen": citizen, "id": identifier})

    def tickets(self, citizen: str) -> list[QueueTicket] | Unreachable:
        """Those of today that are not over."""
        return self._get(f"/v1/citizens/{citizen}/tickets", list[QueueTicket])

    def _word(self, path: str, request: dict[str, Any], name: str) -> str | Unreachable:
        told = self._post(path, request, dict[str, str | None])
        return told if isinstance(told, Unreachable) else told.get(name) or ""

    def _done(self, path: str, request: dict[str, Any]) -> bool | Unreachable:
        told = self._post(path, request, dict[str, bool])
        return told if isinstance(told, Unreachable) else True
