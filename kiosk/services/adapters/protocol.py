"""What every way to a department promises (domain)."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.services.outbox.outbox import Parcel


@dataclass(frozen=True)
class Abilities:
    """What the peer can do. Without idempotency a doubtful delivery is never sent again."""

    idempotent: bool


@dataclass(frozen=True)
class Received:
    """The peer has it. receipt: verified; "" for what has none."""

    receipt: str


@dataclass(frozen=True)
class Refused:
    """The peer will never take it; `problem` names the kind."""

    problem: str


@dataclass(frozen=True)
class Later:
    """It surely did not arrive, or sending it again is safe by the peer's own word."""

    cause: str
    asked_s: float | None = None


@dataclass(frozen=True)
class Unknown:
    """It may have arrived: the answer was lost, or is no answer of the peer."""

    cause: str


Outcome = Received | Refused | Later | Unknown


class Adapter(Protocol):
    """One way to a department."""

    abilities: Abilities

    def deliver(self, parcel: Parcel) -> Outcome:
        """Try once."""
        ...
