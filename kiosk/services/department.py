"""Asking the back-end while somebody waits: short, typed, and a failure is a value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kiosk.services.asking import Unreachable as Unreachable
from kiosk.services.drafts.client import DraftsClient
from kiosk.services.follow_up import FollowUpClient
from kiosk.services.forms.model import Reading


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
    """What the registries know, by `registry.field`; a field they lack is absent. `silent`: ids of
    registries that did not answer in time."""

    values: dict[str, Reading]
    silent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Consent:
    """A consent that stands; `until` is UTC."""

    id: str
    until: str


@dataclass(frozen=True)
class ConsentRow:
    """One consent as the citizen sees it; times are UTC. `stands`: a read may still rest on it."""

    id: str
    service: str
    purpose: str
    registries: tuple[str, ...]
    given_at: str
    until: str
    withdrawn_at: str | None
    stands: bool


@dataclass(frozen=True)
class QueueRow:
    """One counter: department id, ticket being served, how many wait and how long."""

    counter: str
    serving: str
    waiting: int
    minutes: int
    state: Literal["open", "busy", "closed"] = "open"


@dataclass(frozen=True)
class Notice:
    """What the hall tells everybody, `title` and `text` by language; `until` is its last day."""

    id: str
    title: dict[str, str]
    text: dict[str, str]
    icon: str
    until: str | None


@dataclass(frozen=True)
class ReadRecord:
    """One line of "who read my data"; `shown` are the fields that had a value, `at` is UTC."""

    service: str
    department: str
    registry: str
    fields: tuple[str, ...]
    shown: tuple[str, ...]
    purpose: str
    consent: str | None
    at: str


def registry_of(field: str) -> str:
    """The registry that `registry.field` belongs to."""
    return field.split(".", 1)[0]


class DepartmentClient(DraftsClient, FollowUpClient):
    """Everything that a visit asks."""

    def check_pin(self, citizen: str, pin: str) -> PinResult | Unreachable:
        """Whether this is the card number's PIN."""
        return self._post("/v1/citizens/check-pin", {"citizen": citizen, "pin": pin}, PinResult)

    def ask_phone(self, citizen: str) -> Approval | Unreachable:
        """Begin an approval by phone; the same answer whether or not there is a phone."""
        return self._post("/v1/approvals", {"citizen": citizen}, Approval)

    def phone_says(self, approval: str) -> str | Unreachable:
        """pending, approved, refused or expired."""
        state = self._get(f"/v1/approvals/{approval}", dict[str, str])
        return state if isinstance(state, Unreachable) else state.get("state", "")

    def prefill(
        self, citizen: str, service: str, purpose: str, fields: Sequence[str], consent: str
    ) -> Prefill | Unreachable:
        """What registries know for a form; the citizen can see that it was read."""
        request = {"citizen": citizen, "service": service, "purpose": purpose}
        more = {"fields": list(fields), "consent": consent}
        return self._post("/v1/registries/read", {**request, **more}, Prefill)

    def agree(
        self, citizen: str, service: str, purpose: str, registries: Sequence[str]
    ) -> Consent | Unreachable:
        """Keep that the citizen lets a service read these registries for a purpose."""
        request = {"citizen": citizen, "service": service, "purpose": purpose}
        return self._post("/v1/consents", {**request, "registries": list(registries)}, Consent)

    def consents(self, citizen: str) -> list[ConsentRow] | Unreachable:
        """What the citizen agreed to; the newest first."""
        return self._get(f"/v1/citizens/{citizen}/consents", list[ConsentRow])

    def withdraw_consent(self, citizen: str, consent: str) -> bool | Unreachable:
        """End a consent now."""
        request = {"citizen": citizen, "consent": consent}
        done = self._post("/v1/consents/withdraw", request, dict[str, bool])
        return done if isinstance(done, Unreachable) else True

    def reads(self, citizen: str) -> list[ReadRecord] | Unreachable:
        """Who read this citizen's data; the newest first."""
        return self._get(f"/v1/citizens/{citizen}/reads", list[ReadRecord])

    def queue(self) -> list[QueueRow] | Unreachable:
        """All counters, in their order."""
        return self._get("/v1/queue", list[QueueRow])

    def notices(self) -> list[Notice] | Unreachable:
        """What holds today, in its order."""
        return self._get("/v1/notices", list[Notice])

    def healthy(self) -> bool:
        """Whether the back-end answers."""
        return self._get("/v1/health", dict[str, str]) == {"status": "ok"}
