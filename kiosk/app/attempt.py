"""One attempt to attach something: how it stands on the screen, and what comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.app.background import Background
from kiosk.app.person import Person
from kiosk.screens.models import QuestionModel
from kiosk.services.files import AnyOf, StickGone
from kiosk.services.files.kinds import any_of
from kiosk.services.outbox import NotAdmitted
from kiosk.services.outbox.attachments import LARGEST, Attachments

JPEG, SVG = "image/jpeg", "image/svg+xml"

Attachment = dict[str, Any]
Kept = Callable[[Attachment], None]


@dataclass(frozen=True)
class Asked:
    """One question that takes attachments, and what becomes of one."""

    name: str
    taken: AnyOf
    then: Kept


def takes(field: Mapping[str, Any]) -> AnyOf:
    """What a question of this model takes."""
    kinds = [JPEG] if field["kind"] == "photo" else field["accept"]
    return any_of(kinds, field["max_bytes"] or None, LARGEST)


class Attempt(QObject):
    """At most one question attaches at a time; `stop` leaves it without a trace.

    pictures: of what this person attached, by SHA-256; in memory only.
    """

    stopped = Signal()

    def __init__(
        self,
        parent: QObject,
        model: QuestionModel,
        attachments: Attachments,
        chores: Background,
        person: Person,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._attachments = attachments
        self._chores = chores
        self._person = person
        self._turn = 0
        self.asked: Asked | None = None
        self.pictures: dict[str, QImage] = {}

    @property
    def now(self) -> dict[str, Any]:
        """What is shown of it."""
        return dict(self._model.attaching)

    def begin(self, asked: Asked) -> None:
        """Attach to this question, and to no other."""
        self.stop()
        self.asked = asked

    def show(self, **now: Any) -> None:
        """How it stands."""
        if self.asked is not None:
            self._model.attaching = {"field": self.asked.name, **now}

    def fail(self, failure: str, limit: str = "") -> None:
        """Say why, and what else can be done; a list of files stays open."""
        asked, now = self.asked, self.now
        if asked is None:
            return
        if now.get("rows"):
            self.show(**{**now, "stage": "listing", "failure": failure, "limit": limit})
            return
        self.stop()
        self._model.attaching = {
            "field": asked.name,
            "stage": "",
            "failure": failure,
            "limit": limit,
        }

    def stop(self) -> None:
        """What was not kept is gone."""
        self._turn += 1
        self.asked = None
        self._model.attaching = {}
        self.stopped.emit()

    def turn(self) -> int:
        """Go on to something new: what was begun before counts no more. A number of its own."""
        self._turn += 1
        return self._turn

    def keep(
        self, content: bytes, name: str, kind: str, then: Kept, picture: QImage | None = None
    ) -> None:
        """Store it, and end the attempt with what the answer holds of it."""
        visit, store = self._person.visit, self._attachments

        def kept(attachment: Attachment) -> None:
            if picture is not None:
                self.pictures[attachment["sha256"]] = picture
            self.stop()
            then(attachment)

        def late() -> None:
            if visit != self._person.visit:  # they left while it was written
                self._chores.run(lambda: store.forget_visit(visit), lambda _: None)

        self.run(lambda: store.keep(visit, content, name, kind), kept, late)

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        late: Callable[[], None] = lambda: None,
    ) -> None:
        """Work elsewhere; what comes back after the person turned away goes to `late`."""
        turn = self._turn

        def arrived(result: Any) -> None:
            if turn == self._turn:
                then(result)
            else:
                late()

        def failed(error: Exception) -> None:
            if not isinstance(error, StickGone | NotAdmitted | OSError):
                raise error
            if turn != self._turn:
                return
            if isinstance(error, StickGone):
                self.fail("file_unreadable" if self.now.get("rows") else "no_stick")
            else:
                self.fail("not_kept")

        self._chores.run(work, arrived, failed)
