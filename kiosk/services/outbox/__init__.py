"""The outbox: what was sent from this terminal, kept until its department has signed for it."""

from kiosk.services.outbox.admission import NotAdmitted, OutboxFull
from kiosk.services.outbox.outbox import Outbox, Progress
from kiosk.services.outbox.parcel import Enclosure, Parcel
from kiosk.services.outbox.states import Kind, State

__all__ = [
    "Enclosure",
    "Kind",
    "NotAdmitted",
    "Outbox",
    "OutboxFull",
    "Parcel",
    "Progress",
    "State",
]
