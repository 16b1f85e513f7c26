"""What the courier carries (domain)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from foundation.attachments import Attachment
from kiosk.services.outbox.states import Kind


@dataclass(frozen=True)
class Enclosure:
    """An attachment on its way; `parts(start)` is its content from that byte on, in parts."""

    attachment: Attachment
    parts: Callable[[int], Iterator[bytes]]


@dataclass(frozen=True)
class Parcel:
    """One thing to deliver; `receipt` of a rating is that of the application it rates."""

    key: str
    kind: Kind
    department: str
    service: str
    body: bytes
    body_sha256: str
    attempts: int
    receipt: str | None
    enclosures: tuple[Enclosure, ...] = ()
    doubtful: bool = False
    """An earlier try may have arrived: nobody saw how it ended."""
