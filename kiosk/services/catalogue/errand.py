"""What somebody comes for: one service, or all services of a life event in one visit (domain)."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.journey.assurance import FaceAssurance
from kiosk.services.catalogue.model import LifeEvent, Need, Service


@dataclass(frozen=True)
class Errand:
    """One visit's business; `services` has one entry for each application that it makes."""

    id: str
    title: dict[str, str]
    summary: dict[str, str]
    services: tuple[Service, ...]

    @classmethod
    def of_service(cls, service: Service) -> "Errand":
        """A service by itself."""
        return cls(service.id, service.title, service.summary, (service,))

    @classmethod
    def of_event(cls, event: LifeEvent, services: Sequence[Service]) -> "Errand":
        """A life event with its services."""
        return cls(event.id, event.title, event.summary, tuple(services))

    @property
    def first(self) -> Service:
        """The service whose counter receives the person."""
        return self.services[0]

    @property
    def minutes(self) -> int:
        """For all of it."""
        return sum(one.minutes for one in self.services)

    @property
    def answer_days(self) -> int:
        """Working days until the last department answers; 0: all at once."""
        return max(one.answer_days for one in self.services)

    @property
    def needs(self) -> tuple[Need, ...]:
        """What to have ready, each thing once."""
        found = {need.text["en"]: need for one in self.services for need in one.needs}
        return tuple(found.values())

    @property
    def face_assurance(self) -> FaceAssurance:
        """The surest sign-in that one of the services asks for."""
        order = list(FaceAssurance)
        return max((one.policy.face_assurance for one in self.services), key=order.index)
