"""The terminal, put together: processes, journey, screens; and taken apart again."""

import json
import secrets
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from PySide6.QtCore import QTimer

from foundation.messages import Message
from foundation.paths import asset
from foundation.secrets import Vault, open_vault
from kiosk.app.applying import ApplyingController
from kiosk.app.asking import AskingController
from kiosk.app.attaching import AttachingController
from kiosk.app.background import Background
from kiosk.app.capture import Capture
from kiosk.app.cases import CaseController, CasesController
from kiosk.app.choosing import ChoosingController
from kiosk.app.coming import ComingController
from kiosk.app.conductor import Conductor
from kiosk.app.disputing import DisputeController
from kiosk.app.documents import DocumentsController
from kiosk.app.enrolment import EnrolmentController
from kiosk.app.following import Following
from kiosk.app.form import FormController
from kiosk.app.gamepad import Gamepads
from kiosk.app.hall import LARGEST_FRAME, HallController, hall_departments
from kiosk.app.identification import Identification, Parts
from kiosk.app.kit import Kit
from kiosk.app.milestones import Milestones
from kiosk.app.mydata import DataController
from kiosk.app.news import News
from kiosk.app.paper import Paper
from kiosk.app.pausing import PausingController
from kiosk.app.person import Person
from kiosk.app.phone import PhoneController
from kiosk.app.renderer import Renderer
from kiosk.app.room import RequestRoom, Room
from kiosk.app.session import SessionController
from kiosk.app.staffdesk import StaffController
from kiosk.app.stepup import StepUpController
from kiosk.citizens import CitizenNumber
from kiosk.journey import events as ev
from kiosk.screens.window import Screens
from kiosk.services.catalogue import load_catalogue
from kiosk.services.courier.routing import load_ways, routes_file
from kiosk.services.department import DepartmentClient
from kiosk.services.elsewhere import Elsewhere
from kiosk.services.outbox.place import open_terminals_outbox
from kiosk.settings import Settings
from kiosk.settings.identity import identity_arguments

PREVIEW = (1920, 1080)
"""Pixels of the largest picture of the camera: what is written on a paper must be read."""

TROUBLE_BACKEND, TROUBLE_HALL = "trouble_backend", "trouble_hall"


class Application:
    """Everything that lives as long as the window. Use it as a context manager."""

    def __init__(
        self,
        settings: Settings,
        screens: Screens,
        milestones: Milestones,
        models: Path | None = None,
        enrol_camera: str | None = None,
    ) -> None:
        """screens: open already. models: a folder with further models. enrol_camera: another
        camera for enrolment."""
        self.milestones = milestones
        self.settings = settings
        self.screens = screens
        self.conductor = Conductor()
        self.background = Background()
        self.chores = Background()
        vault = open_vault()
        self.person = Person(vault.get_or_create("subject-key"))
        self.catalogue = load_catalogue()
        self._token = secrets.token_urlsafe(32)
        self.backend_url = ""
        self._make_rooms(models)
        self.department = DepartmentClient(lambda: self.backend_url, self._token)
        self.outbox = open_terminals_outbox()
        self.outbox.forget_all_visits()
        self.paper = Paper(settings.print_folder)
        self._make_controllers(enrol_camera or settings.camera, vault)

    def __enter__(self) -> Self:
        self.screens.window.frameSwapped.connect(self._painted)
        self._show_first_screen()
        self.screens.attract.ready = bool(self.backend_url)
        QTimer.singleShot(0, self._start_rooms)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.news.close()
        self.renderer.close()
        self.gamepads.close()
        self.conductor.send(ev.Leave())
        self.session.close()
        self.screens.close()
        for room in self.rooms:
            room.stop()
        for lane in (self.background, self.chores):
            lane.close()
        self.outbox.close()

    def _make_rooms(self, models: Path | None) -> None:
        identity_told = identity_arguments(self.settings, models)
        token = {"ATRIUM_TERMINAL_TOKEN": self._token}
        self.identity = RequestRoom("identity", lambda: identity_told, PREVIEW)
        self.renderer = Renderer(
            self.settings.hall_renderer,
            LARGEST_FRAME,
            lambda: hall_departments(self.catalogue.departments),
            self.conductor,
        )
        self.hall_room = Room("hall3d", self.renderer.arguments, LARGEST_FRAME, lasting=True)
        self.backend = Room("backend", env=token)
        self.courier = Room("kiosk.services.courier", self._courier_arguments, env=token)
        self.rooms = [self.identity, self.hall_room, self.backend, self.courier]
        self.hall_room.message.connect(self.renderer.heard)
        self.hall_room.fell.connect(self.renderer.fell)
        self.renderer.found.connect(self.hall_room.restart)
        self.identity.started.connect(self._greet_identity)
        self.identity.fell.connect(lambda: self._offer_face(False))
        self.backend.message.connect(self._backend_said)
        for room, text_id in (
            (self.identity, "trouble_identity"),
            (self.backend, TROUBLE_BACKEND),
            (self.courier, "trouble_courier"),
        ):
            room.fell.connect(lambda text_id=text_id: self.session.trouble(text_id))
            if room is not self.backend:  # which is back when it says where it listens
                room.started.connect(lambda text_id=text_id: self.session.mended(text_id))

    def _courier_arguments(self) -> list[str]:
        return ["--backend", self.backend_url]

    def _make_controllers(self, enrol_camera: str, vault: Vault) -> None:
        screens, conductor = self.screens, self.conductor
        self.session = SessionController(conductor, screens, self.settings)
        self.capture = Capture(self.identity, screens)
        self.hall = HallController(
            self.hall_room, screens, self.catalogue.departments, self.settings
        )
        self.hall.unwell.connect(lambda: self.session.trouble(TROUBLE_HALL))
        self.hall.well.connect(lambda: self.session.mended(TROUBLE_HALL))
        self.gamepads = Gamepads(screens, self.hall)
        self.news = News(conductor, self.hall, self.department, self.chores, self.person)
        self.choosing = ChoosingController(
            conductor, screens, self.catalogue, self.hall, self.milestones
        )
        self.hall.hopeless.connect(self.choosing.leave_hall)
        kit = Kit(conductor, screens, self.catalogue, self.department, self.background, self.person)
        elsewhere = Elsewhere(lambda: load_ways(routes_file()))
        self.cases = CasesController(kit, elsewhere)
        self.follow_up: list[Following] = [
            self.cases,
            CaseController(kit, self.cases),
            DataController(kit, self.choosing.open),
            DocumentsController(kit, self.paper),
            ComingController(kit),
        ]
        demo = demonstration_citizen()
        self.identification = Identification(
            Parts(
                conductor,
                screens,
                self.settings,
                self.capture,
                self.background,
                self.department,
                self.person,
                self.milestones,
            ),
            demo if self.settings.demonstration else None,
        )
        self.phone = PhoneController(
            conductor,
            screens,
            self.background,
            self.department,
            self.person,
            self.settings.phone_approval,
        )
        self.step_up = StepUpController(
            conductor, screens, self.catalogue, lambda: self.identification.liveness_available
        )
        self.session.before_back = self.identification.step_back
        self.attaching = AttachingController(
            conductor,
            screens,
            self.capture,
            self.settings.camera,
            self.outbox.attachments,
            self.chores,
            self.person,
            self.settings.files_folder,
        )
        self.questions = AskingController(conductor, screens, self.session, self.attaching)
        self.form = FormController(kit, self.session, self.questions)
        self.pausing = PausingController(kit, self.session, self.paper, self.form)
        self.applying = ApplyingController(
            conductor,
            screens,
            self.catalogue,
            self.form,
            self.outbox,
            self.courier,
            self.background,
            self.person,
            self.paper,
            self.milestones,
            self.session,
            elsewhere,
        )
        self.disputing = DisputeController(
            self.form,
            screens,
            self.catalogue,
            self.outbox,
            self.courier,
            self.background,
            self.person,
            self.session,
        )
        self.enrolment = EnrolmentController(
            conductor, screens, self.capture, enrol_camera, self.person.subject_of(demo)
        )
        self.staff = StaffController(
            conductor,
            screens,
            self.settings,
            self.identity,
            self.capture,
            self.chores,
            vault,
            self.department.healthy,
            self.person.subject_of,
            self.paper,
        )
        conductor.on(ev.WipePerson, lambda _: self._wipe())
        screens.session.languageChanged.connect(self._relabel)  # type: ignore[attr-defined]
        screens.session.reducedMotionChanged.connect(  # type: ignore[attr-defined]
            lambda: self.hall.stand_still(screens.session.reducedMotion)
        )

    def _start_rooms(self) -> None:
        for room in (self.backend, self.identity, self.hall_room):
            room.start()

    def _offer_face(self, on: bool) -> None:
        self.screens.consent.faceAvailable = on

    def _greet_identity(self) -> None:
        self._offer_face(True)

        def known(hello: Any) -> None:
            self.identification.liveness_available = hello["liveness"]["available"]

        def counted(subjects: Any) -> None:
            self.screens.attract.offerEnrol = self.settings.demonstration and not subjects

        self.identity.request("hello", known, lambda _: None)
        self.identity.request("subjects", counted, lambda _: None)

    def _backend_said(self, message: Message) -> None:
        if message.get("event") != "ready":
            return
        self.backend_url = f"http://127.0.0.1:{message['port']}"
        self.session.mended(TROUBLE_BACKEND)
        self.screens.attract.ready = True
        if self.courier.pid is None:
            self.courier.start()
        else:
            self.courier.send({"command": "backend", "url": self.backend_url})
        self.news.ask()

    def _painted(self) -> None:
        """The hall counts as shown when its picture stands in a painted window."""
        if self.milestones.runs("hall_first_frame"):
            picture = self.screens.find("hall.picture")
            if picture is not None and picture.property("painted"):
                self.milestones.end("hall_first_frame")

    def _relabel(self) -> None:
        self.hall.relabel(self.screens.session.language)
        self.choosing.relabel()
        for screen in self.follow_up:
            screen.relabel()
        self.step_up.relabel()
        self.form.relabel()
        self.pausing.relabel()
        self.applying.relabel()

    def _wipe(self) -> None:
        """Nothing of the person stays, in any process or file of this terminal."""
        self.capture.stop()
        self.form.forget()
        self.pausing.forget()
        self.applying.forget()
        self.disputing.forget()
        for screen in self.follow_up:
            screen.forget()
        self.person.wipe()
        farewell, enrol = self.screens.session.screen, self.screens.attract.offerEnrol
        self.screens.reset()
        self.screens.attract.offerEnrol = enrol
        self.screens.session.screen = farewell
        self.session.reset()
        self.hall.restore()
        self._show_first_screen()

    def _show_first_screen(self) -> None:
        self.screens.session.demonstration = self.settings.demonstration
        self.screens.attract.openUntil = self.settings.open_until
        self.screens.consent.faceAvailable = self.identity.pid is not None
        self.screens.consent.faceReason = "unavailable"


def demonstration_citizen() -> CitizenNumber:
    """The card that stands for a citizen who does not exist."""
    rows = json.loads(asset("demonstration", "citizens.json").read_text(encoding="utf-8"))
    return CitizenNumber.parse(rows[0]["number"])
