"""What the person has applied for, and who read their data."""

from typing import Any

from PySide6.QtCore import Signal

from kiosk.screens.models.base import Model, value


class CasesModel(Model):
    """A case is {"reference", "number", "colour", "service", "when", "title", "next", "moves":
    [{"move", "label"}]}; a read is {"label", "value"}, both as texts."""

    loaded = value(False)  # the departments have answered
    failed = value(False)  # and could not
    cases: list[dict[str, Any]] = value([])
    reads: list[dict[str, Any]] = value([])

    move = Signal(str, str)  # reference, move
