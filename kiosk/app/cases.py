"""My applications: what departments say of them, and who read what the registries know."""

from typing import Any

from PySide6.QtCore import QObject

from kiosk.app.background import Background
from kiosk.app.conductor import Conductor
from kiosk.app.person import Person
from kiosk.journey.visit import State, Visit
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Catalogue
from kiosk.services.department import DepartmentClient, ReadRecord, Unreachable
from kiosk.services.elsewhere import Elsewhere
from kiosk.services.follow_up import CaseRow
from kiosk.services.forms.display import long_date, say

_PURPOSES = ("prefill", "reuse")
"""Purposes that the terminal itself gives; another one is shown as it was recorded."""

Cases = list[CaseRow] | Unreachable
Told = tuple[Cases, Cases, list[ReadRecord] | Unreachable]


class CasesController(QObject):
    """Binds the screen of applications to the back-end; nothing of it is kept."""

    def __init__(
        self,
        conductor: Conductor,
        screens: Screens,
        catalogue: Catalogue,
        department: DepartmentClient,
        elsewhere: Elsewhere,
        background: Background,
        person: Person,
    ) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._screens = screens
        self._catalogue = catalogue
        self._department = department
        self._elsewhere = elsewhere
        self._background = background
        self._person = person
        self._cases: list[CaseRow] = []
        self._reads: list[ReadRecord] = []
        screens.cases.move.connect(self._move)
        conductor.moved.connect(self._moved)

    def forget(self) -> None:
        """The person has left."""
        self._cases, self._reads = [], []
        self._screens.cases.reset()

    def relabel(self) -> None:
        """The same in the language of the session."""
        model, language = self._screens.cases, str(self._screens.session.language)
        model.cases = [self._case(one, language) for one in self._cases]
        model.reads = [self._read(one, language) for one in self._reads]

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.state is State.CASES:
            self._ask()
        elif before.state is State.CASES:
            self.forget()

    def _ask(self) -> None:
        number = self._person.number
        if number is None:
            return

        def ask() -> Told:
            return (
                self._department.cases(number.text),
                self._elsewhere.cases(number.text),
                self._department.reads(number.text),
            )

        def told(answer: Told) -> None:
            if self._conductor.visit.state is not State.CASES or self._person.number != number:
                return
            *cases, reads = answer
            model = self._screens.cases
            model.failed = any(isinstance(one, Unreachable) for one in answer)
            rows = [row for one in cases if not isinstance(one, Unreachable) for row in one]
            self._cases = sorted(rows, key=lambda row: row.received_at, reverse=True)
            self._reads = [] if isinstance(reads, Unreachable) else reads
            self.relabel()
            model.loaded = True

        self._background.run(ask, told, _broke)

    def _move(self, reference: str, move: str) -> None:
        number = self._person.number
        if number is not None:
            self._background.run(
                lambda: self._department.move_case(number.text, reference, move),
                lambda _: self._ask(),  # what is true now, whatever came of it
                _broke,
            )

    def _case(self, one: CaseRow, language: str) -> dict[str, Any]:
        department = self._catalogue.department(one.department)
        when = long_date(one.received_at[:10], language)
        return {
            "reference": one.reference,
            "number": department.counter,
            "colour": department.colour,
            "service": self._catalogue.service(one.service).title[language],
            "when": say("received_on", language, date=when, reference=one.reference),
            "title": one.title[language],
            "next": one.next[language],
            "moves": [{"move": it, "label": say(f"move_{it}", language)} for it in one.moves],
        }

    def _read(self, one: ReadRecord, language: str) -> dict[str, str]:
        service = self._catalogue.service(one.service).title[language]
        registry = self._catalogue.registry_name(one.registry, language)
        known = one.purpose in _PURPOSES
        purpose = say(f"purpose_{one.purpose}", language) if known else one.purpose
        return {
            "label": say("read_by", language, service=service, registry=registry),
            "value": f"{purpose} · {long_date(one.at[:10], language)}",
        }


def _broke(error: Exception) -> None:
    raise error
