"""What one person has sent: an application for each service of the errand, with its receipt."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.services.catalogue import Service
from kiosk.services.receipts import Acknowledgement, Receipt


@dataclass
class Application:
    """One application by its key, and the id of the department whose case it is; `word` is the
    department's own, None before. `signed` is its receipt as it came, "" before, and "" for good
    where a department signs nothing."""

    service: Service
    department: str
    key: str
    signed: str = ""
    word: Receipt | Acknowledgement | None = None
    refused: bool = False

    @property
    def receipt(self) -> Receipt | None:
        """The department's word if it is signed."""
        return self.word if isinstance(self.word, Receipt) else None


class Sent:
    """The applications of one errand in the order of its services, and the one that is shown."""

    def __init__(self) -> None:
        self.applications: list[Application] = []
        self._place = 0

    def add(self, kept: Iterable[Application]) -> None:
        """These are durable on this terminal."""
        self.applications += kept

    def drop_refused(self) -> None:
        """What a department refused may be sent anew; the others must not be sent twice."""
        self.applications = [one for one in self.applications if not one.refused]

    def holds(self, service: Service) -> bool:
        """Whether an application for this service is on its way."""
        return any(one.service.id == service.id for one in self.applications)

    def has(self, key: object) -> bool:
        """Whether one of them has this key."""
        return any(one.key == key for one in self.applications)

    @property
    def waiting(self) -> list[Application]:
        """Those without an answer."""
        return [one for one in self.applications if one.word is None and not one.refused]

    @property
    def shown(self) -> Application | None:
        """The one whose receipt is on the screen."""
        return self.applications[self._place] if self.applications else None

    @property
    def position(self) -> tuple[int, int]:
        """(which of them is shown, from 1; how many there are)."""
        return self._place + 1, len(self.applications)

    def show_next(self) -> None:
        """After the last comes the first."""
        self._place = (self._place + 1) % max(1, len(self.applications))
