"""What stands on a receipt that a person keeps (domain): the service, never who applied."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.services.catalogue.model import Department, Service
from kiosk.services.forms.display import long_date, say
from kiosk.services.receipts.acknowledgement import Acknowledgement
from kiosk.services.receipts.verify import Receipt


@dataclass(frozen=True)
class Slip:
    """A receipt in words. `received_at` is UTC (ISO), "" before it was received."""

    service: dict[str, str]
    department: dict[str, str]
    counter: int
    colour: str
    answer_days: int
    reference: str
    received_at: str
    signed: str

    @property
    def time(self) -> str:
        """When it was received, by the clock on the wall: 2026-11-23 10:31; "" before."""
        if not self.received_at:
            return ""
        return self._local().strftime("%Y-%m-%d %H:%M")

    def long_time(self, language: str) -> str:
        """The same in words: 2026年11月23日 10:31."""
        if not self.received_at:
            return ""
        moment = self._local()
        return f"{long_date(moment.date().isoformat(), language)} {moment:%H:%M}"

    def answer_by(self, language: str) -> str:
        """How long the department may take, in working days."""
        if not self.answer_days:
            return say("fact_answer_now", language)
        return say("fact_answer", language, days=self.answer_days)

    def _local(self) -> datetime:
        return datetime.fromisoformat(self.received_at).astimezone()


def slip_of(
    service: Service, department: Department, word: Receipt | Acknowledgement | None, signed: str
) -> Slip:
    """The slip of an application; word None while it is only saved here. signed: "" unless the
    department's word is a signed receipt."""
    return Slip(
        service=service.title,
        department=department.name,
        counter=department.counter,
        colour=department.colour,
        answer_days=service.answer_days,
        reference=word.reference if word else "",
        received_at=word.received_at if word else "",
        signed=signed,
    )
