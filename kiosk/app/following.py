"""A screen about what departments say: asked anew whenever it is shown, and nothing is kept."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import QObject

from kiosk.app.kit import Kit
from kiosk.journey.visit import State, Visit
from kiosk.screens.models import Model

T = TypeVar("T")


class Following(QObject):
    """One such screen: subclasses say what is asked and how the answer is shown."""

    state: ClassVar[State]

    def __init__(self, kit: Kit, model: Model) -> None:
        super().__init__(kit.conductor)
        self.kit = kit
        self._shown = model
        self._turn = 0
        kit.conductor.moved.connect(self._moved)

    @property
    def language(self) -> str:
        """The session's."""
        return str(self.kit.screens.session.language)

    def ask(self) -> None:
        """Ask what is true now and show it."""
        raise NotImplementedError

    def relabel(self) -> None:
        """Say the same in the language of the session."""
        raise NotImplementedError

    def forget(self) -> None:
        """The person went on, or has left."""
        self._turn += 1
        self._shown.reset()

    def ask_for(self, work: Callable[[str], T], then: Callable[[T], None]) -> None:
        """Run work(citizen) elsewhere, then `then(answer)` here unless the screen was left since:
        it may be shown again by then, for something or somebody else."""
        number, turn = self.kit.person.number, self._turn
        if number is None:
            return

        def told(answer: T) -> None:
            if turn == self._turn:
                then(answer)

        self.kit.background.run(lambda: work(number.text), told)

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.state is self.state and before.state is not self.state:
            self.ask()
        elif before.state is self.state and now.state is not self.state:
            self.forget()
