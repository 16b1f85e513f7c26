"""Photos, files and signatures: taken, judged and kept for the question that asks for them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.app.attempt import SVG, Asked, Attempt, Kept
from kiosk.app.background import Background
from kiosk.app.browsing import Browsing
from kiosk.app.capture import Capture
from kiosk.app.person import Person
from kiosk.app.photographing import Photographing
from kiosk.app.pictures import drawn
from kiosk.screens.window import Screens
from kiosk.services.files import size_words
from kiosk.services.files.signed import typed_svg
from kiosk.services.outbox.attachments import Attachments


class AttachingController(QObject):
    """At most one question attaches at a time; `stop` leaves it without a trace."""

    def __init__(
        self,
        parent: QObject,
        screens: Screens,
        capture: Capture,
        camera: str,
        attachments: Attachments,
        chores: Background,
        person: Person,
        folder: str,
    ) -> None:
        """folder: where sticks appear; "" where none may be used."""
        super().__init__(parent)
        model = screens.question
        attempt = self._attempt = Attempt(self, model, attachments, chores, person)
        self._camera = Photographing(attempt, screens, capture, camera)
        self._stick = Browsing(attempt, model, folder)
        screens.kept_pictures.find = lambda sha256: attempt.pictures.get(sha256, QImage())
        model.stopAttaching.connect(self.stop)

    @property
    def browsable(self) -> bool:
        """Whether the operator lets people bring a stick."""
        return self._stick.possible

    def shown(self, attachment: Mapping[str, Any]) -> dict[str, Any]:
        """An attachment as the question's model takes it."""
        return {
            "sha256": attachment["sha256"],
            "name": attachment["name"],
            "size": size_words(attachment["bytes"]),
            "shown": attachment["sha256"] in self._attempt.pictures,
        }

    def photograph(self, asked: Asked) -> None:
        """Open the camera for this question."""
        self._camera.open(asked)

    def browse(self, asked: Asked) -> None:
        """Look at what is on the stick."""
        self._stick.open(asked)

    def sign(self, raw: Mapping[str, str], then: Kept) -> bool:
        """Keep what was drawn or typed; False when there is nothing."""
        svg = raw.get("drawn") or typed_svg(raw.get("typed", ""))
        if not svg:
            return False
        content = svg.encode()
        self._attempt.turn()
        self._attempt.keep(content, "signature.svg", SVG, then, drawn(content))
        return True

    def stop(self) -> None:
        """Close the camera and the list; what was not kept is gone."""
        self._attempt.stop()

    def forget(self) -> None:
        """Nothing of the person's stays in memory; the store wipes what it holds itself."""
        self.stop()
        self._attempt.pictures.clear()
