"""Photos, files and signatures: taken, judged and kept for the question that asks for them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from foundation.messages import Message
from kiosk.app.background import Background
from kiosk.app.capture import Capture
from kiosk.app.person import Person
from kiosk.screens.frames import picture_of
from kiosk.screens.window import Screens
from kiosk.services.files import AnyOf, Row, Stick, StickGone, size_words
from kiosk.services.files.kinds import any_of
from kiosk.services.files.signed import typed_svg
from kiosk.services.outbox import NotAdmitted
from kiosk.services.outbox.attachments import LARGEST, Attachments

COUNT_FROM = 3
"""Seconds between the press and the picture: both hands hold the paper again."""

JPEG, SVG = "image/jpeg", "image/svg+xml"
_QUALITIES = (90, 75, 55)
_THUMB = QSize(640, 480)

Attachment = dict[str, Any]
Kept = Callable[[Attachment], None]


@dataclass
class _Unseen:
    """What a capture guides; nobody is looked for in a picture of a paper."""

    stage: str = ""
    guidance: str = ""
    progress: float = 0.0
    demonstrationCamera: bool = False


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
        self._screens = screens
        self._model = screens.question
        self._capture = capture
        self._camera = camera
        self._attachments = attachments
        self._chores = chores
        self._person = person
        self._stick = Stick(Path(folder)) if folder else None
        self._asked: Asked | None = None
        self._turn = 0
        self._inside: tuple[str, ...] = ()
        self._top: tuple[str, ...] = ()
        self._rows: list[Row] = []
        self._taken = QImage()
        self._pictures: dict[str, QImage] = {}
        self._count = QTimer(self, interval=1000)
        self._count.timeout.connect(self._count_down)
        screens.taken_pictures.find = lambda _: self._taken
        screens.kept_pictures.find = lambda sha256: self._pictures.get(sha256, QImage())
        self._bind()

    @property
    def browsable(self) -> bool:
        """Whether the operator lets people bring a stick."""
        return self._stick is not None

    def shown(self, attachment: Mapping[str, Any]) -> dict[str, Any]:
        """An attachment as the question's model takes it."""
        return {
            "sha256": attachment["sha256"],
            "name": attachment["name"],
            "size": size_words(attachment["bytes"]),
            "shown": attachment["sha256"] in self._pictures,
        }

    def photograph(self, asked: Asked) -> None:
        """Open the camera for this question."""
        self._begin(asked)
        self._show(stage="opening")
        self._capture.start(
            "photograph",
            _Unseen(),
            lambda _: self.stop(),
            lambda _: self._fail("photo_no_camera"),
            self._camera_said,
            camera=self._camera,
        )

    def browse(self, asked: Asked) -> None:
        """Look at what is on the stick."""
        self._begin(asked)
        stick = self._stick
        if stick is None:
            self._fail("no_stick")
            return

        def look() -> tuple[tuple[str, ...], list[Row]]:
            start = stick.start()
            return start, stick.rows(start)

        def arrived(found: tuple[tuple[str, ...], list[Row]]) -> None:
            self._top = found[0]
            self._list(*found)

        self._show(stage="listing", rows=[], place="")
        self._run(look, arrived)

    def sign(self, raw: Mapping[str, str], then: Kept) -> bool:
        """Keep what was drawn or typed; False when there is nothing."""
        svg = raw.get("drawn") or typed_svg(raw.get("typed", ""))
        if not svg:
            return False
        content = svg.encode()
        self._turn += 1
        self._keep(content, "signature.svg", SVG, then, _drawn(content))
        return True

    def stop(self) -> None:
        """Close the camera and the list; what was not kept is gone."""
        self._turn += 1
        self._count.stop()
        self._capture.stop()
        self._asked = None
        self._taken = QImage()
        self._rows = []
        self._model.attaching = {}

    def forget(self) -> None:
        """Nothing of the person's stays in memory; the store wipes what it holds itself."""
        self.stop()
        self._pictures.clear()

    def _bind(self) -> None:
        model = self._model
        model.shoot.connect(self._shoot)
        model.again.connect(self._again)
        model.use.connect(self._use)
        model.stopAttaching.connect(self.stop)
        model.chooseRow.connect(self._choose)

    def _begin(self, asked: Asked) -> None:
        self.stop()
        self._asked = asked

    def _show(self, **now: Any) -> None:
        if self._asked is not None:
            self._model.attaching = {"field": self._asked.name, **now}

    def _fail(self, failure: str, limit: str = "") -> None:
        """Say why, and what else can be done; a list of files stays open."""
        asked, now = self._asked, dict(self._model.attaching)
        if asked is None:
            return
        if self._rows:
            self._show(**{**now, "stage": "listing", "failure": failure, "limit": limit})
            return
        self.stop()
        self._model.attaching = {
            "field": asked.name,
            "stage": "",
            "failure": failure,
            "limit": limit,
        }

    def _camera_said(self, message: Message) -> None:
        if message["event"] == "camera" and message["state"] == "open":
            self._show(stage="live", count=0)

    def _shoot(self) -> None:
        if self._model.attaching.get("stage") == "live" and not self._count.isActive():
            self._show(stage="live", count=COUNT_FROM)
            self._count.start()

    def _count_down(self) -> None:
        left = int(self._model.attaching.get("count", 0)) - 1
        if left > 0:
            self._show(stage="live", count=left)
            return
        self._count.stop()
        frame = self._screens.identity_frames.latest()
        if frame is None:
            self._fail("photo_no_camera")
            return
        self._taken = picture_of(frame).copy()
        self._capture.stop()
        self._turn += 1
        self._show(stage="taken", number=self._turn)

    def _again(self) -> None:
        if self._asked is not None:
            self.photograph(self._asked)

    def _use(self) -> None:
        asked, picture = self._asked, self._taken
        if asked is None or picture.isNull():
            return

        def then(content: bytes | None) -> None:
            if content is None:
                self._fail("photo_too_large", size_words(asked.taken.most))
                return
            name = f"photo-{len(self._pictures) + 1}.jpg"
            self._keep(content, name, JPEG, asked.then, _thumb(picture))

        self._run(lambda: _jpeg(picture, asked.taken.most), then)

    def _list(self, inside: tuple[str, ...], rows: list[Row]) -> None:
        asked = self._asked
        if asked is None:
            return
        self._inside, self._rows = inside, rows
        self._show(
            stage="listing",
            place=" / ".join(Row(name, True, 0).shown for name in inside),
            inside=len(inside) > len(self._top),
            rows=[_row(row, asked.taken) for row in rows],
        )

    def _choose(self, index: int) -> None:
        stick, asked = self._stick, self._asked
        if stick is None or asked is None:
            return
        row = self._rows[index] if index >= 0 else None
        if row is not None and not row.folder:
            self._pick(stick, row, asked)
            return
        inside = self._inside[:-1] if row is None else (*self._inside, row.name)
        self._run(lambda: stick.rows(inside), lambda rows: self._list(inside, rows))

    def _pick(self, stick: Stick, row: Row, asked: Asked) -> None:
        refusal = asked.taken.refuse_row(row.name, row.size)
        if refusal is not None:
            self._fail(refusal, _limit(refusal, asked.taken))
            return
        inside = self._inside
        self._show(**{**self._model.attaching, "stage": "reading", "failure": ""})

        def then(content: bytes) -> None:
            refusal = asked.taken.refuse(row.name, content)
            if refusal is not None:
                self._fail(refusal, _limit(refusal, asked.taken))
                return
            kind = asked.taken.media_type(row.name, content) or ""
            self._keep(content, row.shown, kind, asked.then)

        self._run(lambda: stick.read(inside, row.name, asked.taken.most), then)

    def _keep(
        self, content: bytes, name: str, kind: str, then: Kept, picture: QImage | None = None
    ) -> None:
        visit, store = self._person.visit, self._attachments

        def kept(attachment: Attachment) -> None:
            if picture is not None:
                self._pictures[attachment["sha256"]] = picture
            self.stop()
            then(attachment)

        def late() -> None:
            if visit != self._person.visit:  # they left while it was written
                self._chores.run(lambda: store.forget_visit(visit), lambda _: None)

        self._run(lambda: store.keep(visit, content, name, kind), kept, late)

    def _run(
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
                gone = "file_unreadable" if self._rows else "no_stick"
                self._fail(gone)
            else:
                self._fail("not_kept")

        self._chores.run(work, arrived, failed)


def _row(row: Row, taken: AnyOf) -> dict[str, Any]:
    if row.folder:
        return {"name": row.shown, "folder": True}
    refusal = taken.refuse_row(row.name, row.size)
    return {
        "name": row.shown,
        "folder": False,
        "size": size_words(row.size),
        "refused": refusal or "",
        "limit": _limit(refusal, taken) if refusal else "",
    }


def _limit(refusal: str, taken: AnyOf) -> str:
    return size_words(taken.most) if refusal == "file_too_large" else taken.words


def _jpeg(picture: QImage, most: int) -> bytes | None:
    """The picture as JPEG of at most `most` bytes; None where that would leave nothing to read."""
    for quality in _QUALITIES:
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        if not picture.save(buffer, "JPEG", quality):  # type: ignore[call-overload]
            raise OSError("a picture could not be written as JPEG")
        if held.size() <= most:
            return bytes(held.data())
    return None


def _thumb(picture: QImage) -> QImage:
    aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(_THUMB, aspect, smooth)


def _drawn(svg: bytes) -> QImage:
    """The picture of a signature that was made here."""
    drawing = QSvgRenderer(QByteArray(svg))
    image = QImage(drawing.defaultSize().scaled(_THUMB, Qt.AspectRatioMode.KeepAspectRatio), _ARGB)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


_ARGB = QImage.Format.Format_ARGB32_Premultiplied
