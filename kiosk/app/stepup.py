"""A service that asks for a surer identity check: why, and which ways there are."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.app.conductor import Conductor
from kiosk.journey import events as ev
from kiosk.journey.assurance import policy_for
from kiosk.journey.machine import can_check_face_again
from kiosk.journey.visit import State, Visit
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Catalogue


class StepUpController(QObject):
    """Binds the step-up screen to the visit."""

    def __init__(
        self,
        conductor: Conductor,
        screens: Screens,
        catalogue: Catalogue,
        pair: Callable[[], bool],
    ) -> None:
        """pair: whether the passive liveness models are installed."""
        super().__init__(conductor)
        self._conductor = conductor
        self._screens = screens
        self._catalogue = catalogue
        self._pair = pair
        screens.stepUp.checkFace.connect(lambda: conductor.send(ev.CheckFaceAgain()))
        screens.stepUp.useCard.connect(lambda: conductor.send(ev.UseOtherWay()))
        screens.consent.faceAvailableChanged.connect(self.relabel)  # type: ignore[attr-defined]
        conductor.moved.connect(self._moved)

    def relabel(self) -> None:
        """What the screen says, in the language of the session, while it is there."""
        visit = self._conductor.visit
        if visit.state is not State.STEP_UP or visit.service is None:
            return
        model, language = self._screens.stepUp, str(self._screens.session.language)
        policy = policy_for(visit.needed, self._pair())
        model.service = self._catalogue.errand(visit.service).title[language]
        model.movements = policy != "passive"
        model.unmet = visit.unmet
        running = bool(self._screens.consent.faceAvailable)
        model.faceOffered = running and policy is not None and can_check_face_again(visit)

    def _moved(self, before: Visit, now: Visit) -> None:
        self.relabel()
