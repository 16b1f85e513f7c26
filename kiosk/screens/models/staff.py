"""The staff desk behind its PIN."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class StaffModel(Model):
    """Pages are home, enrol, erase, readiness, settings.

    subjects: [{"subject", "label", "images", "date"}]; readiness: [{"item", "ok", "detail"}];
    settings: [{"key", "label", "value", "kind": "text"|"number"|"choice"|"yes_no", "choices"}];
    enrol: {"stage": "idle"|"capturing"|"done"|"failed", "guidance", "progress", "captured",
    "wanted", "quality": [{"label", "value": 0..1, "ok", "advice"}], "other": of a duplicate, whom
    the face is like}; erasure: {} or {"label", "time", "templates", "qr": rows of 0 and 1,
    "printed": ""|"printing"|"printed"|"kept"|"failed", "failure": a text id}.
    """

    signedIn = value(False)
    error = value("")
    waitSeconds = value(0)
    page = value("home")
    subjects: list[dict[str, Any]] = value([])
    readiness: list[dict[str, Any]] = value([])
    settings: list[dict[str, Any]] = value([])
    enrol: dict[str, Any] = value({"stage": "idle"})
    erasure: dict[str, Any] = value({})
    message = value("")  # a text id or a text

    signIn = Signal(str)
    signOut = Signal()
    openPage = Signal(str)
    enrolNumber = Signal(str)
    enrolFromCamera = Signal(str, bool)  # number, consent was given
    enrolFromPictures = Signal(str, str)  # number, folder
    enrolAnyway = Signal()  # after a duplicate: these are two people
    stopEnrolling = Signal()
    erase = Signal(str)
    printErasure = Signal()
    erasureSeen = Signal()
    change = Signal(str, "QVariant")  # type: ignore[arg-type]
    save = Signal()
