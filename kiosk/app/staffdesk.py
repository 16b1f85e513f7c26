"""The staff desk: behind its PIN, never open during a visit, every act noted."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QObject, QTimer

from foundation.paths import data_dir
from foundation.secrets import Vault
from kiosk.app.background import Background
from kiosk.app.capture import Capture
from kiosk.app.conductor import Conductor
from kiosk.app.erasing import Erasing
from kiosk.app.paper import Paper
from kiosk.app.room import RequestRoom
from kiosk.app.staffenrolment import StaffEnrolment
from kiosk.citizens import CitizenNumber
from kiosk.journey.visit import State
from kiosk.screens.window import Screens
from kiosk.settings import Settings, SettingsError, load, save
from kiosk.settings.file import from_text
from kiosk.settings.manual import choices_of
from kiosk.staff.audit import AuditTrail
from kiosk.staff.pin import StaffPin
from kiosk.staff.readiness import answers, clock, disk, protected, readiness, untouched

SIGNED_OUT_AFTER_S = 300


class StaffController(QObject):
    """Binds the staff screens."""

    def __init__(
        self,
        conductor: Conductor,
        screens: Screens,
        settings: Settings,
        identity: RequestRoom,
        capture: Capture,
        background: Background,
        vault: Vault,
        healthy: Callable[[], bool],
        subject_of: Callable[[CitizenNumber], str],
        paper: Paper,
    ) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._screens = screens
        self._model = screens.staff
        self._settings = settings
        self._identity = identity
        self._capture = capture
        self._background = background
        self._vault = vault
        self._healthy = healthy
        self._enrolment = StaffEnrolment(
            screens, settings, identity, capture, subject_of, self._note
        )
        self._erasing = Erasing(screens, identity, background, paper, self._note)
        self._pin = StaffPin(vault)
        self._audit = AuditTrail(data_dir() / "staff-audit.jsonl", vault)
        self._changes: dict[str, object] = {}
        self._turn = 0  # of pages: what was asked on an earlier one is not shown on this one
        self._idle = QTimer(self, singleShot=True, interval=SIGNED_OUT_AFTER_S * 1000)
        self._idle.timeout.connect(self._sign_out)
        self._wait = QTimer(self, interval=1000)
        self._wait.timeout.connect(self._count_down)
        self._bind()

    def open(self) -> None:
        """Show the gate; only from the first screen, when nobody is being served."""
        if self._conductor.visit.state is State.ATTRACT:
            self._model.reset()
            self._screens.session.screen = "staff"
            self._idle.start()

    def _bind(self) -> None:
        model = self._model
        self._screens.attract.staffGesture.connect(self.open)
        self._screens.session.touched.connect(self._busy)
        model.signIn.connect(self._sign_in)
        model.signOut.connect(self._sign_out)
        model.openPage.connect(self._open_page)
        model.change.connect(self._change)
        model.save.connect(self._save)

    def _busy(self) -> None:
        if self._screens.session.screen == "staff":
            self._idle.start()

    def _sign_in(self, pin: str) -> None:
        attempt = self._pin.attempt(pin)
        model = self._model
        self._note("sign in" if attempt.ok else "wrong pin")
        if attempt.ok:
            model.signedIn, model.error, model.page = True, "", "home"
            return
        model.error = "staff_locked" if attempt.locked else "staff_pin_wrong"
        model.waitSeconds = attempt.wait_s
        self._wait.start()

    def _count_down(self) -> None:
        self._model.waitSeconds = max(0, self._model.waitSeconds - 1)
        if not self._model.waitSeconds:
            self._wait.stop()

    def _sign_out(self) -> None:
        if self._screens.session.screen != "staff":
            return
        self._capture.stop()
        if self._model.signedIn:
            self._note("sign out")
        self._idle.stop()
        self._turn += 1
        self._erasing.forget()
        self._model.reset()
        self._changes = {}
        self._screens.session.screen = "attract"

    def _open_page(self, page: str) -> None:
        if not self._model.signedIn:
            return
        self._turn += 1
        self._model.message = self._model.error = ""
        self._erasing.forget()
        if page == "erase":
            self._erasing.open()
        elif page == "readiness":
            self._check_readiness()
        elif page == "settings":
            self._show_settings()
        elif page == "enrol":
            self._enrolment.open()
        self._model.page = page

    def _refused(self, error: dict[str, str]) -> None:
        self._model.message = "trouble_identity"

    def _check_readiness(self) -> None:
        model, turn = self._model, self._turn
        model.readiness = []

        def identity(rows: Any) -> None:
            if turn == self._turn:
                model.readiness = [*rows, *model.readiness]

        def terminal(rows: list[dict[str, Any]]) -> None:
            if turn == self._turn:
                model.readiness = [*model.readiness, *rows]

        self._identity.request(
            "readiness",
            identity,
            self._refused,
            camera=self._settings.camera,
            demonstration=self._settings.demonstration,
        )
        self._background.run(self._terminal_readiness, terminal)

    def _terminal_readiness(self) -> list[dict[str, Any]]:
        rows = readiness(
            {
                "backend": answers(self._healthy),
                "clock": clock(),
                "disk": disk(data_dir()),
                "secrets": protected(self._vault.protection),
                "audit": untouched(self._audit),
            }
        )
        return [asdict(row) for row in rows]

    def _show_settings(self) -> None:
        self._changes = {}
        current = load()
        self._model.settings = [
            {
                "key": key,
                "label": f"setting_{key}",
                "value": getattr(current, key),
                "kind": kind,
                "choices": [{"value": one, "label": f"{key}_{one}"} for one in choices],
            }
            for key, kind, choices in choices_of()
        ]

    def _change(self, key: str, value: Any) -> None:
        self._changes[key] = value
        self._model.settings = [
            {**row, "value": value}
            if row["key"] == key and row["kind"] in ("choice", "yes_no")
            else row
            for row in self._model.settings
        ]

    def _save(self) -> None:
        if not self._model.signedIn:
            return
        try:
            changes = {
                key: from_text(key, value) if isinstance(value, str) else value
                for key, value in self._changes.items()
            }
            made = save(changes)
        except SettingsError as wrong:
            self._model.error = str(wrong)
            return
        for change in made:
            self._note("setting " + change.key.replace("_", " "))
        self._model.error, self._model.message = "", "settings_saved"

    def _note(self, act: str, subject: str = "") -> None:
        self._audit.note(act, subject)
