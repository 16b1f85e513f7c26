"""The outbox: what was sent from this terminal, kept until its department has signed for it."""

from kiosk.services.outbox.outbox import Outbox, OutboxFull, Parcel, Progress
from kiosk.services.outbox.states import Kind, State

__all__ = ["Kind", "Outbox", "OutboxFull", "Parcel", "Progress", "State"]
