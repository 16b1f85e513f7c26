"""A newcomer becomes the demonstration citizen, on a terminal where nobody is enrolled yet."""

from typing import Any

from PySide6.QtCore import QObject

from kiosk.app.capture import Capture
from kiosk.app.conductor import Conductor
from kiosk.journey import events as ev
from kiosk.journey.visit import State, Visit
from kiosk.screens.window import Screens

CAPTURES = 3
TIMEOUT_S = 30


class EnrolmentController(QObject):
    """Binds the enrolment screen to one capture in the identity process."""

    def __init__(
        self, conductor: Conductor, screens: Screens, capture: Capture, camera: str, subject: str
    ) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._screens = screens
        self._capture = capture
        self._camera = camera
        self._subject = subject
        conductor.on(ev.StartEnrolment, lambda _: self._start())
        conductor.moved.connect(self._moved)
        screens.attract.enrolDemonstration.connect(lambda: conductor.send(ev.EnrolDemonstration()))
        screens.enrol.agree.connect(lambda: conductor.send(ev.EnrolmentAgreed()))
        screens.enrol.finish.connect(lambda: conductor.send(ev.EnrolmentOver()))

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.state is State.ENROL and before.state is not State.ENROL:
            self._screens.enrol.reset()

    def _start(self) -> None:
        self._screens.enrol.failure = ""
        self._capture.start(
            "enrol",
            self._screens.enrol,
            self._done,
            lambda error: self._failed(error["cause"]),
            subject=self._subject,
            camera=self._camera,
            images=CAPTURES,
            timeout_s=TIMEOUT_S,
        )

    def _done(self, result: dict[str, Any]) -> None:
        self._screens.enrol.stage = "done"
        self._screens.attract.offerEnrol = False

    def _failed(self, cause: str) -> None:
        self._screens.enrol.failure = cause
        self._screens.enrol.stage = "failed"
