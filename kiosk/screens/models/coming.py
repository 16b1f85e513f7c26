"""Documents to take along, and coming to a counter: appointments and queue tickets."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class DocumentsModel(Model):
    """A document is {"id", "title", "level", "state": valid, expired or revoked, "validity",
    "facts": [{"label", "value"}], "genuine"}; `shown` is the one whose code is on the screen."""

    loaded = value(False)
    failed = value(False)
    documents: list[dict[str, Any]] = value([])
    shown = value("")  # id, "": none
    qr: list[str] = value([])
    printed = value("")  # "", printing, printed, kept, failed
    printFailure = value("")

    show = Signal(str)
    print = Signal(str)


class ComingModel(Model):
    """An appointment is {"id", "label", "value"}, a ticket {"id", "number", "label", "value"}, a
    department {"id", "number", "colour", "name"}, a day {"day", "label", "chosen"}."""

    loaded = value(False)
    failed = value(False)
    appointments: list[dict[str, Any]] = value([])
    tickets: list[dict[str, Any]] = value([])
    departments: list[dict[str, Any]] = value([])
    chosen = value("")  # department, "": none yet
    chosenName = value("")
    moving = value("")  # the appointment that is being moved, "": a new one
    days: list[dict[str, Any]] = value([])
    times: list[str] = value([])
    notice = value("")  # what came of it, a text
    refused = value(False)  # and it was no success

    choose = Signal(str)
    day = Signal(str)
    book = Signal(str)  # time
    move = Signal(str)
    cancel = Signal(str)
    draw = Signal()
    giveBack = Signal(str)
