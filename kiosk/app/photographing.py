"""A photo of a paper: what the camera sees, a countdown, the picture taken, and used or not."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from foundation.messages import Message
from kiosk.app.attempt import JPEG, Asked, Attempt
from kiosk.app.capture import Capture
from kiosk.app.pictures import jpeg, thumb
from kiosk.screens.frames import picture_of
from kiosk.screens.window import Screens
from kiosk.services.files import size_words

COUNT_FROM = 3
"""Seconds between the press and the picture: both hands hold the paper again."""


@dataclass
class _Unseen:
    """What a capture guides; nobody is looked for in a picture of a paper."""

    stage: str = ""
    guidance: str = ""
    progress: float = 0.0
    demonstrationCamera: bool = False


class Photographing(QObject):
    """The camera is open only while this question looks through it."""

    def __init__(self, attempt: Attempt, screens: Screens, capture: Capture, camera: str) -> None:
        super().__init__(attempt)
        self._attempt = attempt
        self._screens = screens
        self._capture = capture
        self._camera = camera
        self._taken = QImage()
        self._count = QTimer(self, interval=1000)
        self._count.timeout.connect(self._count_down)
        screens.taken_pictures.find = lambda _: self._taken
        attempt.stopped.connect(self._stop)
        model = screens.question
        model.shoot.connect(self._shoot)
        model.again.connect(self._again)
        model.use.connect(self._use)

    def open(self, asked: Asked) -> None:
        """Show what the camera sees."""
        self._attempt.begin(asked)
        self._attempt.show(stage="opening")
        self._capture.start(
            "photograph",
            _Unseen(),
            lambda _: self._attempt.stop(),
            lambda _: self._attempt.fail("photo_no_camera"),
            self._camera_said,
            camera=self._camera,
        )

    def _stop(self) -> None:
        self._count.stop()
        self._capture.stop()
        self._taken = QImage()

    def _camera_said(self, message: Message) -> None:
        if message["event"] == "camera" and message["state"] == "open":
            self._attempt.show(stage="live", count=0)

    def _shoot(self) -> None:
        if self._attempt.now.get("stage") == "live" and not self._count.isActive():
            self._attempt.show(stage="live", count=COUNT_FROM)
            self._count.start()

    def _count_down(self) -> None:
        left = int(self._attempt.now.get("count", 0)) - 1
        if left > 0:
            self._attempt.show(stage="live", count=left)
            return
        self._count.stop()
        frame = self._screens.identity_frames.latest()
        if frame is None:
            self._attempt.fail("photo_no_camera")
            return
        self._taken = picture_of(frame).copy()
        self._capture.stop()
        self._attempt.show(stage="taken", number=self._attempt.turn())

    def _again(self) -> None:
        if self._attempt.asked is not None:
            self.open(self._attempt.asked)

    def _use(self) -> None:
        attempt, asked, picture = self._attempt, self._attempt.asked, self._taken
        if asked is None or picture.isNull():
            return

        def then(content: bytes | None) -> None:
            if content is None:
                attempt.fail("photo_too_large", size_words(asked.taken.most))
                return
            name = f"photo-{len(attempt.pictures) + 1}.jpg"
            attempt.keep(content, name, JPEG, asked.then, thumb(picture))

        attempt.run(lambda: jpeg(picture, asked.taken.most), then)
