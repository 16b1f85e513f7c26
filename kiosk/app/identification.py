"""Who is there: the card number, then a face check or a PIN, each ending in the same hall."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer

from foundation.messages import Message
from kiosk.app.background import Background
from kiosk.app.capture import Capture
from kiosk.app.challenge import Challenge
from kiosk.app.conductor import Conductor
from kiosk.app.milestones import Milestones
from kiosk.app.person import Person
from kiosk.citizens import CitizenNumber, InvalidCitizenNumber
from kiosk.journey import events as ev
from kiosk.journey.assurance import FaceAssurance, policy_for
from kiosk.journey.machine import MAX_FAILED_CAPTURES
from kiosk.journey.visit import State, Visit
from kiosk.screens.window import Screens
from kiosk.services.department import DepartmentClient, PinResult, Unreachable
from kiosk.settings import Settings

TYPE_NUMBER = {
    "id": "type_number",
    "icon": "keyb",
    "title_id": "way_type_number",
    "note_id": "way_type_number_note",
}
DEMO_CARD = {
    "id": "demo_card",
    "icon": "card",
    "title_id": "way_demo_card",
    "note_id": "way_demo_card_note",
}
STAFF = {"id": "staff", "icon": "staff", "title_id": "way_staff", "note_id": "way_staff_note"}


@dataclass
class Parts:
    """What identification needs of the rest of the terminal."""

    conductor: Conductor
    screens: Screens
    settings: Settings
    capture: Capture
    background: Background
    department: DepartmentClient
    person: Person
    milestones: Milestones


class Identification(QObject):
    """Binds the who, PIN and face screens."""

    def __init__(self, parts: Parts, demo_citizen: CitizenNumber | None) -> None:
        super().__init__(parts.conductor)
        self._parts = parts
        self._demo_citizen = demo_citizen
        self.decision: dict[str, Any] = {}
        self.liveness_available = False
        self._challenge = Challenge(parts.screens)
        self._pause = QTimer(self, interval=1000)
        self._pause.timeout.connect(self._count_down)
        parts.conductor.on(ev.StartCapture, lambda _: self._verify())
        parts.conductor.on(ev.StopCapture, lambda _: parts.capture.stop())
        parts.conductor.moved.connect(self._moved)
        self._bind()

    def step_back(self) -> bool:
        """From typing a number back to the ways; False when there was nothing to take back."""
        who = self._parts.screens.who
        if self._parts.conductor.visit.state is State.WHO and who.entering:
            who.entering, who.error = False, ""
            return True
        return False

    def _bind(self) -> None:
        screens, send = self._parts.screens, self._parts.conductor.send
        screens.attract.begin.connect(lambda: send(ev.Begin()))
        screens.language.continue_.connect(lambda: send(ev.LanguageSettled()))
        screens.consent.useFace.connect(lambda: send(ev.UseFace()))
        screens.consent.useOtherWay.connect(lambda: send(ev.UseOtherWay()))
        screens.consent.readNotice.connect(lambda: send(ev.ReadNotice()))
        screens.who.wayChosen.connect(self._way)
        screens.who.numberSubmitted.connect(self._number)
        screens.pin.submit.connect(self._check_pin)
        screens.face.retry.connect(lambda: send(ev.RetryFace()))
        screens.face.otherWay.connect(lambda: send(ev.UseOtherWay()))
        screens.face.stop.connect(lambda: send(ev.Back()))

    def _moved(self, before: Visit, now: Visit) -> None:
        screens = self._parts.screens
        if now.state is before.state:
            return
        if now.state is State.WHO:
            screens.who.reset()
            demo = [DEMO_CARD] if self._demo_citizen else []
            screens.who.ways = [*demo, TYPE_NUMBER, STAFF]
        elif now.state is State.PIN:
            screens.pin.reset()
        elif now.state is State.FACE:
            screens.face.reset()

    def _way(self, way: str) -> None:
        if way == "type_number":
            self._parts.screens.who.entering = True
        elif way == "demo_card" and self._demo_citizen:
            self._named(self._demo_citizen)
        else:
            self._parts.screens.session.staffCalled.emit()

    def _number(self, text: str) -> None:
        try:
            number = CitizenNumber.parse(text)
        except InvalidCitizenNumber as invalid:
            self._parts.screens.who.error = invalid.text_id
            return
        self._named(number)

    def _named(self, number: CitizenNumber) -> None:
        self._parts.person.named(number)
        self._parts.conductor.send(ev.CitizenNamed())

    def _verify(self) -> None:
        parts, settings = self._parts, self._parts.settings
        parts.screens.face.failure = ""
        self.decision = {}
        self._challenge.begin()
        parts.screens.face.liveness = self._liveness(responds=None)
        parts.screens.face.lightAhead = settings.screen_light
        session = parts.screens.session
        parts.milestones.begin("verify")
        parts.capture.start(
            "verify",
            parts.screens.face,
            self._decided,
            lambda error: self._failed(error["cause"]),
            self._heard,
            subject=parts.person.subject,
            camera=settings.camera,
            one_in=settings.one_in,
            liveness=self._policy,
            timeout_s=settings.verify_timeout_s,
            unhurried=session.textSize == "elder" or bool(session.voice),
            light=settings.screen_light,
        )

    def _heard(self, message: Message) -> None:
        if message["event"] == "camera" and message["state"] == "open":
            self._parts.screens.face.liveness = self._liveness(message["responds"])
        elif message["event"] in ("challenge", "light"):
            self._challenge.heard(message)

    @property
    def _policy(self) -> str:
        """What is asked of the face check: the operator's choice, or what a service needs."""
        visit, chosen = self._parts.conductor.visit, self._parts.settings.liveness
        if not visit.stepping_up:
            return chosen
        return policy_for(visit.needed, self.liveness_available) or chosen

    def _liveness(self, responds: bool | None) -> str:
        """What the screen says before a decision is there; "" while the camera is not known."""
        match self._policy:
            case "none":
                return "not_enforced"
            case "automatic" if not self.liveness_available:
                return "" if responds is None else "enforced" if responds else "not_enforced"
        return "enforced"

    def _decided(self, decision: dict[str, Any]) -> None:
        self._parts.milestones.end("verify")
        self.decision = decision
        self._challenge.end()
        if decision["frames"]:
            enforced = decision["liveness"]["enforced"]
            self._parts.screens.face.liveness = "enforced" if enforced else "not_enforced"
        if decision["cause"] == "match":
            self._parts.screens.face.stage = "deciding"
            assurance = FaceAssurance(decision["liveness"]["assurance"])
            self._parts.conductor.send(ev.FaceDecided(matched=True, assurance=assurance))
        else:
            self._failed(self._challenge.failure(decision), decision.get("retry_after_s") or 0)

    def _failed(self, cause: str, wait_s: float = 0) -> None:
        face, conductor = self._parts.screens.face, self._parts.conductor
        if cause == "cancelled":
            return
        if not self.decision:
            self.decision = {"cause": cause}
        self._challenge.end()
        conductor.send(ev.FaceDecided(matched=False))
        face.triesLeft = max(0, MAX_FAILED_CAPTURES - conductor.visit.failed_captures)
        face.failure, face.stage = cause, "failed"
        self._wait(face, wait_s)

    def _check_pin(self, pin: str) -> None:
        parts = self._parts
        number = parts.person.number
        if number is None:
            return
        visit = parts.conductor.visit

        def checked(result: PinResult | Unreachable) -> None:
            if parts.conductor.visit is visit:
                self._pin_checked(result)

        parts.background.run(
            lambda: parts.department.check_pin(number.text, pin), checked, self._pin_failed
        )

    def _pin_checked(self, result: PinResult | Unreachable) -> None:
        pin = self._parts.screens.pin
        if isinstance(result, Unreachable):
            pin.error = "service_unreachable"
        elif result.ok:
            self._parts.conductor.send(ev.PinAccepted())
        else:
            pin.error = "pin_wrong" if result.tries_left else "pin_locked"
            pin.triesLeft = result.tries_left
            self._wait(pin, result.retry_after_s or 0)

    def _pin_failed(self, error: Exception) -> None:
        raise error

    def _wait(self, screen: Any, seconds: float) -> None:
        screen.waitSeconds = round(seconds)
        if seconds > 0:
            self._pause.start()

    def _count_down(self) -> None:
        waiting = [s for s in (self._parts.screens.face, self._parts.screens.pin) if s.waitSeconds]
        for screen in waiting:
            screen.waitSeconds -= 1
        if not waiting:
            self._pause.stop()
