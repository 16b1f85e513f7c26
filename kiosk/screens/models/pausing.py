"""Answers that are kept for later: the code that opens them, and the way back."""

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class PausedModel(Model):
    """What was kept. `printed` is "", printing, printed, kept (as a file) or failed."""

    service = value("")
    code = value("")  # ABCD-EFGH
    qr: list[str] = value([])
    until = value("")
    withoutFiles = value(False)  # what was attached is not kept
    printed = value("")
    printFailure = value("")  # a text id

    print = Signal()
    goOn = Signal()


class ResumeModel(Model):
    """The code of answers that were kept. `error` is a text id; `limit` goes into its text."""

    service = value("")
    error = value("")
    limit = value("")
    waiting = value(False)

    submit = Signal(str)
