"""One capture in the identity process, as the face and enrolment screens show it."""

from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject

from foundation.messages import Message
from kiosk.app.room import RequestRoom
from kiosk.screens.window import Screens


class Guided(Protocol):
    """What both screens have in common."""

    stage: str
    guidance: str
    progress: float
    demonstrationCamera: bool


class Capture(QObject):
    """At most one at a time. Answers of a capture that was stopped are dropped."""

    def __init__(self, room: RequestRoom, screens: Screens) -> None:
        super().__init__(room)
        self._room = room
        self._screens = screens
        self._running = 0
        self._shown: Guided | None = None
        self._told: Callable[[Message], None] = lambda _: None
        room.started.connect(lambda: screens.identity_frames.attach(room.frames))
        room.fell.connect(lambda: screens.identity_frames.attach(None))
        room.told.connect(self._heard)

    def start(
        self,
        request: str,
        shown: Guided,
        then: Callable[[dict[str, Any]], None],
        otherwise: Callable[[dict[str, str]], None],
        told: Callable[[Message], None] = lambda _: None,
        **fields: object,
    ) -> None:
        """Open the camera for `request`; guidance goes to `shown`. Ends in `then(result)` or
        `otherwise(error)`, unless it is stopped; `told` hears every event but pictures."""
        self.stop()
        self._running += 1
        number = self._running
        self._shown, self._told = shown, told
        shown.stage, shown.guidance, shown.progress = "opening", "", 0.0

        def finished(result: object) -> None:
            if number == self._running and self._shown is shown:
                self._shown = None
                then(cast(dict[str, Any], result))

        def refused(error: dict[str, str]) -> None:
            if number == self._running and self._shown is shown:
                self._shown = None
                otherwise(error)

        self._room.request(request, finished, refused, **fields)

    def stop(self) -> None:
        """Close the camera now; nothing more is heard of this capture."""
        if self._shown is not None:
            self._shown = None
            self._room.request("cancel", lambda _: None, lambda _: None)

    def _heard(self, message: Message) -> None:
        if message["event"] == "frame":
            self._screens.identity_frames.refresh()
            return
        if self._shown is None:
            return
        if message["event"] == "camera" and message["state"] == "open":
            self._shown.stage = "guiding"
            self._shown.demonstrationCamera = message["demonstration"]
        elif message["event"] == "guidance":
            self._shown.guidance = message["cause"]
            self._shown.progress = message["progress"]
        self._told(message)
