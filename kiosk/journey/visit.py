"""What a visit is at one moment: the screen it is on and what was decided so far."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class State(StrEnum):
    """Where a visit can be; each has a screen of the same name."""

    ATTRACT = "attract"
    ENROL = "enrol"
    LANGUAGE = "language"
    CONSENT = "consent"
    NOTICE = "notice"
    WHO = "who"
    PIN = "pin"
    FACE = "face"
    HALL = "hall"
    LIST = "list"
    SERVICE = "service"
    QUESTION = "question"
    CHECK = "check"
    SENDING = "sending"
    RECEIPT = "receipt"
    RATING = "rating"
    FAREWELL = "farewell"


class Way(StrEnum):
    """How the person chose to show who they are; the two weigh the same."""

    FACE = "face"
    OTHER = "other"


@dataclass(frozen=True)
class Visit:
    """Immutable; `kiosk.journey.machine.step` makes the next one.

    `home` is where the person chooses services: the hall or its flat list. `trail` holds the
    form's pages behind the present one, oldest first.
    """

    state: State = State.ATTRACT
    way: Way | None = None
    identified: bool = False
    failed_captures: int = 0
    home: State = State.HALL
    service: str | None = None
    page: str | None = None
    trail: tuple[str, ...] = field(default=())
    changing: bool = False
    submission: str | None = None
    received: bool = False

    def at(self, state: State) -> "Visit":
        """The same visit on another screen."""
        return replace(self, state=state)
