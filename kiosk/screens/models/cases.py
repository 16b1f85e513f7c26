"""What the person has applied for, one application in full, and who read their data."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class CasesModel(Model):
    """A case is {"reference", "number", "colour", "service", "when", "title", "next", "news",
    "here"}: texts; `news` says what the department wrote, `here` whether more can be told."""

    loaded = value(False)  # the departments have answered
    failed = value(False)  # and could not
    cases: list[dict[str, Any]] = value([])

    open = Signal(str)  # reference
    showData = Signal()
    showDocuments = Signal()
    showComing = Signal()


class CaseModel(Model):
    """A step is {"title", "when"}, a message {"mine", "text", "when"}, a move {"move", "label"}, a
    document {"title", "when"}."""

    loaded = value(False)
    failed = value(False)
    busy = value(False)  # something was sent and is not answered yet
    reference = value("")
    number = value(0)
    colour = value("")
    service = value("")
    when = value("")
    title = value("")
    next = value("")
    due = value("")
    asked = value(False)  # the department waits for an answer
    steps: list[dict[str, Any]] = value([])
    said: list[dict[str, Any]] = value([])
    documents: list[dict[str, Any]] = value([])
    moves: list[dict[str, Any]] = value([])
    rateable = value(False)
    rated = value("")  # what came of rating it now
    words = value("")  # what is being written
    hint = value("")  # why it was not sent, a text

    move = Signal(str)
    edited = Signal(str)
    write = Signal()
    rate = Signal(int)


class DataModel(Model):
    """A read is {"label", "value", "shown"}, a consent {"id", "label", "value", "stands"}."""

    loaded = value(False)
    failed = value(False)
    reads: list[dict[str, Any]] = value([])
    consents: list[dict[str, Any]] = value([])

    withdraw = Signal(str)  # a consent
    correct = Signal()  # a register is wrong
