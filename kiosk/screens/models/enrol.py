"""A newcomer becomes the demonstration citizen: what it means, the capture, what comes next."""

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class EnrolModel(Model):
    """Stages: consent, opening, guiding, done, failed."""

    stage = value("consent")
    guidance = value("")  # a cause id
    progress = value(0.0)  # 0..1
    demonstrationCamera = value(False)
    failure = value("")  # a cause id

    agree = Signal()
    finish = Signal()
