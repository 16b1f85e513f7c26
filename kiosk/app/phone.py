"""Approval by phone: the code that the person enters there, and what came of it."""

import time

from PySide6.QtCore import QObject, QTimer

from kiosk.app.background import Background
from kiosk.app.conductor import Conductor
from kiosk.app.person import Person
from kiosk.journey import events as ev
from kiosk.journey.visit import State, Visit
from kiosk.screens.window import Screens
from kiosk.services.department import Approval, DepartmentClient, Unreachable

LOOK_EVERY_MS = 2000


class PhoneController(QObject):
    """Binds the phone screen to one approval at a time."""

    def __init__(
        self,
        conductor: Conductor,
        screens: Screens,
        background: Background,
        department: DepartmentClient,
        person: Person,
        offered: bool,
    ) -> None:
        """offered: whether the operator allows this way."""
        super().__init__(conductor)
        self._conductor = conductor
        self._screens = screens
        self._model = screens.phone
        self._background = background
        self._department = department
        self._person = person
        self._offered = offered
        self.approval: Approval | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._count_down)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._ask_state)
        conductor.on(ev.AskPhone, lambda _: self._begin())
        conductor.on(ev.StopAskingPhone, lambda _: self._stop())
        conductor.moved.connect(self._moved)
        send = conductor.send
        screens.pin.usePhone.connect(lambda: send(ev.UsePhone()) if offered else None)
        self._model.again.connect(lambda: send(ev.AskPhoneAgain()))
        self._model.otherWay.connect(lambda: send(ev.UseOtherWay()))

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.state is State.PIN and before.state is not State.PIN:
            self._screens.pin.phoneOffered = self._offered

    def _begin(self) -> None:
        self._stop()
        number, visit = self._person.number, self._conductor.visit
        if number is None:
            raise RuntimeError("nobody was named")

        def asked(answer: Approval | Unreachable) -> None:
            if self._conductor.visit is visit:
                self._asked(answer)

        self._background.run(lambda: self._department.ask_phone(number.text), asked)

    def _asked(self, answer: Approval | Unreachable) -> None:
        if isinstance(answer, Unreachable):
            self._model.stage = "limited" if answer.cause == "http_429" else "unreachable"
            return
        self.approval = answer
        self._model.code = answer.code
        self._model.total = self._model.seconds = max(1, answer.expires_at - int(time.time()))
        self._model.stage = "waiting"
        self._second.start()
        self._look.start()

    def _ask_state(self) -> None:
        approval = self.approval
        if approval is None:
            return

        def told(state: str | Unreachable) -> None:
            if self.approval is approval and not isinstance(state, Unreachable):
                self._told(state)

        self._background.run(lambda: self._department.phone_says(approval.id), told)

    def _told(self, state: str) -> None:
        if state == "approved":
            self._stop()
            self._conductor.send(ev.PhoneApproved())
        elif state != "pending":
            self._end(state)

    def _count_down(self) -> None:
        self._model.seconds = max(0, self._model.seconds - 1)
        if not self._model.seconds:
            self._end("expired")

    def _end(self, stage: str) -> None:
        self._stop()
        self._model.stage = stage

    def _stop(self) -> None:
        """An approval that still comes counts for nothing."""
        self.approval = None
        self._second.stop()
        self._look.stop()
        self._model.reset()
