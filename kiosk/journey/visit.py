"""What a visit is at one moment: the screen it is on and what was decided so far."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.journey.assurance import FaceAssurance


class State(StrEnum):
    """Where a visit can be; each has a screen of the same name."""

    ATTRACT = "attract"
    ENROL = "enrol"
    LANGUAGE = "language"
    CONSENT = "consent"
    NOTICE = "notice"
    WHO = "who"
    PIN = "pin"
    PHONE = "phone"
    FACE = "face"
    HALL = "hall"
    LIST = "list"
    CASES = "cases"
    CASE = "case"
    DATA = "data"
    DOCUMENTS = "documents"
    COMING = "coming"
    STEP_UP = "step_up"
    SERVICE = "service"
    QUESTION = "question"
    CHECK = "check"
    PAUSED = "paused"
    RESUME = "resume"
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

    `face` is what a face sign-in rests on, and `by_card` whether card and PIN or phone were
    shown, which is always enough. `needed` is what the service asks for that was picked; `unmet`
    that a further face check did not reach it. `home` is where the person chooses services: the
    hall or its flat list. `paused_at` is where the answers were kept for later. `trail` holds the
    form's pages behind the present one, oldest first.
    """

    state: State = State.ATTRACT
    way: Way | None = None
    identified: bool = False
    face: FaceAssurance = FaceAssurance.NONE
    by_card: bool = False
    failed_captures: int = 0
    home: State = State.HALL
    service: str | None = None
    needed: FaceAssurance = FaceAssurance.NONE
    unmet: bool = False
    page: str | None = None
    trail: tuple[str, ...] = field(default=())
    changing: bool = False
    paused_at: State = State.QUESTION
    submission: str | None = None
    received: bool = False

    @property
    def sure_enough(self) -> bool:
        """Whether the service that was picked may be opened by whoever signed in so."""
        return self.by_card or self.face.meets(self.needed)

    @property
    def stepping_up(self) -> bool:
        """Whether an identity check is made anew, for the service that was picked."""
        return self.identified and self.service is not None and not self.sure_enough

    def at(self, state: State) -> "Visit":
        """The same visit on another screen."""
        return replace(self, state=state)
