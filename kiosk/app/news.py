"""What departments say of the hall while it is shown: queues, notices, and whose case is where."""

from dataclasses import asdict

from PySide6.QtCore import QObject, QTimer

from kiosk.app.background import Background
from kiosk.app.conductor import Conductor
from kiosk.app.hall import HallController
from kiosk.app.person import Person
from kiosk.journey.visit import State, Visit
from kiosk.services.department import DepartmentClient, Notice, QueueRow, Unreachable
from kiosk.services.follow_up import CaseRow

QUEUE_EVERY_MS = 20_000
_OVER = ("finished", "cancelled", "refused")


class News(QObject):
    """Asks on the way into the hall, and for the queues again and again while it is shown."""

    def __init__(
        self,
        conductor: Conductor,
        hall: HallController,
        department: DepartmentClient,
        background: Background,
        person: Person,
    ) -> None:
        super().__init__(conductor)
        self._hall = hall
        self._department = department
        self._background = background
        self._person = person
        self._timer = QTimer(self, interval=QUEUE_EVERY_MS)
        self._timer.timeout.connect(self.ask)
        conductor.moved.connect(self._moved)

    def close(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def ask(self) -> None:
        """Show queues and notices as they are now."""

        def queued(rows: list[QueueRow] | Unreachable) -> None:
            if not isinstance(rows, Unreachable):
                self._hall.show_queue([asdict(row) for row in rows])

        def noticed(rows: list[Notice] | Unreachable) -> None:
            if not isinstance(rows, Unreachable):
                self._hall.show_notices([asdict(row) for row in rows])

        self._background.run(self._department.queue, queued)
        self._background.run(self._department.notices, noticed)

    def _moved(self, before: Visit, now: Visit) -> None:
        entered = now.state is State.HALL and before.state is not State.HALL
        if entered:
            self.ask()
            self._ask_cases()
            self._timer.start()
        elif now.state is not State.HALL:
            self._timer.stop()

    def _ask_cases(self) -> None:
        asked = self._person.number
        if asked is None:
            return

        def told(rows: list[CaseRow] | Unreachable) -> None:
            if not isinstance(rows, Unreachable) and self._person.number == asked:
                self._hall.show_mine({one.department for one in rows if one.state not in _OVER})

        self._background.run(lambda: self._department.cases(asked.text), told)
