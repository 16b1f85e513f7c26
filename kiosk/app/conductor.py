"""Holds the visit: events in, the next visit shown, effects carried out."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.journey import events as ev
from kiosk.journey.machine import step
from kiosk.journey.visit import Visit

log = logging.getLogger(__name__)


class Conductor(QObject):
    """The one place where a visit changes. `moved(before, now)` follows every change, before the
    effects, so that the screen turns first and the work begins behind it."""

    moved = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.visit = Visit()
        self._handlers: dict[type, Callable[[Any], None]] = {}

    def on(self, effect: type, handler: Callable[[Any], None]) -> None:
        """Carry out this kind of effect by `handler`; each kind has exactly one."""
        if effect in self._handlers:
            raise ValueError(f"{effect.__name__} already has a handler")
        self._handlers[effect] = handler

    def send(self, event: ev.Event) -> None:
        """Something happened."""
        before = self.visit
        self.visit, effects = step(before, event)
        if self.visit != before:
            log.info("%s: %s -> %s", type(event).__name__, before.state, self.visit.state)
            self.moved.emit(before, self.visit)
        for effect in effects:
            self._handlers[type(effect)](effect)
