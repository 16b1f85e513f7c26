"""Enrolment at the staff desk: from the camera or from pictures, and again where staff decide."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.app.capture import Capture, Guided
from kiosk.app.room import RequestRoom
from kiosk.citizens import CitizenNumber, InvalidCitizenNumber
from kiosk.screens.window import Screens
from kiosk.settings import Settings

CAPTURES = 3
TIMEOUT_S = 60
PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")

LABEL = 8
"""Letters of an opaque reference that people tell one from another by."""

DUPLICATE = "duplicate"


class _Shown:
    """Lets a capture write to the desk's enrolment map as it writes to a screen's model."""

    stage = "opening"
    guidance = ""
    progress = 0.0
    demonstrationCamera = False

    def __init__(self, show: Callable[..., None]) -> None:
        self._show = show

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)
        if name in ("guidance", "progress"):
            self._show(**{name: value})


class StaffEnrolment:
    """One enrolment at a time; `again` repeats one that was refused as a duplicate."""

    def __init__(
        self,
        screens: Screens,
        settings: Settings,
        identity: RequestRoom,
        capture: Capture,
        subject_of: Callable[[CitizenNumber], str],
        note: Callable[[str, str], None],
    ) -> None:
        self._screens = screens
        self._model = screens.staff
        self._settings = settings
        self._identity = identity
        self._capture = capture
        self._subject_of = subject_of
        self._note = note
        self._begin: Callable[[bool], None] | None = None
        self._model.enrolFromCamera.connect(self._from_camera)
        self._model.enrolFromPictures.connect(self._from_pictures)
        self._model.enrolAnyway.connect(self._again)
        self._model.stopEnrolling.connect(self.stop)

    def open(self) -> None:
        """A page with nothing on it."""
        self._begin = None
        self._model.enrol = {"stage": "idle"}

    def stop(self) -> None:
        """Close the camera."""
        self._capture.stop()
        self.open()

    def _from_camera(self, number: str, consent: bool) -> None:
        subject = self._subject(number)
        if not self._model.signedIn or subject is None:
            return
        if not consent:
            self._model.message = "consent_missing"
            return
        self._start(lambda allow: self._look(subject, allow))

    def _from_pictures(self, number: str, folder: str) -> None:
        subject = self._subject(number)
        if not self._model.signedIn or subject is None:
            return
        paths = _pictures(folder)
        if not paths:
            self._model.message = "folder_missing"
            return
        self._start(lambda allow: self._read(subject, paths, allow))

    def _again(self) -> None:
        """Staff are sure that these are two people."""
        refused = self._model.enrol.get("guidance") == DUPLICATE
        if self._model.signedIn and refused and self._begin is not None:
            self._begin(True)

    def _start(self, begin: Callable[[bool], None]) -> None:
        self._model.message = ""
        self._begin = begin
        begin(False)

    def _look(self, subject: str, allow: bool) -> None:
        self._show(stage="capturing", guidance="", progress=0.0, captured=0, other="")
        shown: Guided = _Shown(self._show)
        self._capture.start(
            "enrol",
            shown,
            lambda result: self._enrolled(subject, result, allow),
            self._refused,
            subject=subject,
            camera=self._settings.camera,
            images=CAPTURES,
            timeout_s=TIMEOUT_S,
            allow_duplicate=allow,
        )

    def _read(self, subject: str, paths: list[str], allow: bool) -> None:
        self._show(stage="capturing", guidance="", progress=0.5, captured=0, other="")
        self._identity.request(
            "enrol_pictures",
            lambda result: self._enrolled(subject, result, allow),
            self._refused,
            subject=subject,
            paths=paths,
            allow_duplicate=allow,
        )

    def _subject(self, number: str) -> str | None:
        try:
            return self._subject_of(CitizenNumber.parse(number))
        except InvalidCitizenNumber as invalid:
            self._model.message = invalid.text_id
            return None

    def _enrolled(self, subject: str, result: Any, allowed: bool) -> None:
        self._begin = None
        self._note("enrol despite a likeness" if allowed else "enrol", subject)
        self._show(stage="done", progress=1.0, captured=result["images"])
        self._screens.attract.offerEnrol = False

    def _refused(self, error: dict[str, str]) -> None:
        other = error.get("subject") or ""
        self._show(stage="failed", guidance=error["cause"], other=other[:LABEL])

    def _show(self, **changed: Any) -> None:
        shown = {"wanted": CAPTURES, "quality": [], **self._model.enrol, **changed}
        shown["captured"] = max(shown.get("captured", 0), int(shown.get("progress", 0) * CAPTURES))
        self._model.enrol = shown


def _pictures(folder: str) -> list[str]:
    chosen = Path(folder).expanduser()
    if not folder or not chosen.is_dir():
        return []
    return sorted(str(p.resolve()) for p in chosen.iterdir() if p.suffix.lower() in PICTURES)
