"""What every screen shares: where the visit is, how it looks, and what may interrupt it."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class SessionModel(Model):
    """Screens are named attract, language, consent, notice, who, pin, phone, face, stepUp, hall,
    services, cases, service, question, check, paused, resume, sending, receipt, rating, farewell,
    staff.
    """

    screen = value("attract")
    language = value("zh_CN")  # or "en"
    textSize = value("normal")  # or "elder"
    contrast = value("light")  # or "dark", "high"
    reducedMotion = value(False)
    voice = value(True)
    clock = value("")
    personKnown = value(False)
    stepIndex = value(0)  # from 1; 0 shows no steps
    stepCount = value(0)
    stepName = value("")  # a text id or a text
    toast: dict[str, Any] = value({})  # {"kind": "ok"|"warn", "textId": ...}
    trouble = value("")  # a text id; "" when all is well
    idleSeconds = value(0)  # counts down; 0 hides the question
    idleTotal = value(30)
    demonstration = value(False)
    canGoBack = value(False)

    languageChosen = Signal(str)
    voiceChosen = Signal(bool)
    textSizeChosen = Signal(str)
    contrastChosen = Signal(str)
    motionChosen = Signal(bool)  # True: less motion
    staffCalled = Signal()
    leaveRequested = Signal()
    back = Signal()
    touched = Signal()  # any input, at most twice a second
    stay = Signal()
