"""What every way to a department promises (domain)."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.services.outbox.parcel import Parcel


@dataclass(frozen=True)
class Abilities:
    """What the peer can do; the courier acts on it."""

    idempotent: bool
    """A key that comes again does not act again: a doubtful delivery may be repeated."""
    uploads: bool = False
    """It takes attachments. What has some is given up at a peer that does not."""
    ratings: bool = False
    """It takes ratings; elsewhere none is asked for."""
    status: bool = False
    """It says later how a case stands."""
    search: bool = False
    """It finds what it has by our key: `Adapter.look_up` is asked before sending again."""


@dataclass(frozen=True)
class Received:
    """The peer has it. receipt: a verified compact JWS, or `Acknowledgement.text` of a peer that
    signs nothing; "" for what has none."""

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
    of_all: bool = False
    """The whole department is away or asks for rest, not only this one row."""


@dataclass(frozen=True)
class Unknown:
    """It may have arrived: the answer was lost, or is no answer of the peer."""

    cause: str


@dataclass(frozen=True)
class NotThere:
    """The peer was asked and does not have it."""


Outcome = Received | Refused | Later | Unknown
Finding = Received | NotThere | Unknown


class Adapter(Protocol):
    """One way to a department. Used by several threads at once."""

    @property
    def abilities(self) -> Abilities:
        """What the peer can do."""
        ...

    def deliver(self, parcel: Parcel) -> Outcome:
        """Try once: attachments first, then what names them. The parcel's key goes along."""
        ...

    def look_up(self, parcel: Parcel) -> Finding:
        """Whether an earlier try arrived; only asked of a peer that can search."""
        ...
