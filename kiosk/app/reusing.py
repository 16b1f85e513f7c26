"""What the person said the last time they applied: offered with its day, read when they say so."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kiosk.app.kit import Kit
from kiosk.services.catalogue import Service
from kiosk.services.department import Unreachable
from kiosk.services.drafts.client import LastAnswers
from kiosk.services.forms.display import long_date


class Reusing(QObject):
    """Binds the one choice of the service screen to the department."""

    def __init__(
        self,
        parent: QObject,
        kit: Kit,
    ) -> None:
        super().__init__(parent)
        self._model = kit.screens.service
        self._session = kit.screens.session
        self._department = kit.department
        self._background = kit.background
        self._person = kit.person
        self._said_on = ""
        self._turn = 0
        self._model.reuseChosen.connect(self._choose)

    @property
    def chosen(self) -> bool:
        """Whether the person wants it, and it was not read yet."""
        return bool(self._model.reuse)

    def look(self, services: Sequence[Service]) -> None:
        """Ask whether there is something to reuse; only the day is told."""
        self.forget()
        number, turn = self._person.number, self._turn
        if number is None:
            return
        citizen, wanted = number.text, [one.id for one in services]

        def told(days: list[str]) -> None:
            if turn == self._turn:
                self._said_on = max(days, default="")
                self.relabel()

        def ask() -> list[str]:
            answers = [self._department.said_on(citizen, one) for one in wanted]
            return [day for day in answers if isinstance(day, str)]

        self._background.run(ask, told)

    def read(self, citizen: str, services: Sequence[Service]) -> list[LastAnswers]:
        """What was said; each read is a consent of its own. Never on the window's thread, and so
        of whom it is told, not of whoever stands there by then."""
        answers = [self._department.last_answers(citizen, one.id) for one in services]
        return [one for one in answers if not isinstance(one, Unreachable)]

    def forget(self) -> None:
        """Nothing is known of a last time."""
        self._turn += 1
        self._said_on = ""
        self._model.lastSaid, self._model.reuse = "", False

    def relabel(self) -> None:
        """The day in the language of the session."""
        language = str(self._session.language)
        self._model.lastSaid = long_date(self._said_on, language) if self._said_on else ""

    def _choose(self, on: bool) -> None:
        self._model.reuse = on
