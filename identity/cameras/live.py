"""Webcams and network cameras: a thread opens and reads, so that nobody waits for a driver."""

import os
import sys
import threading
import time
from threading import Event
from typing import Any

from identity.cameras.camera import Shot, no_camera
from identity.cameras.virtual import virtual_camera
from identity.faces.vision import opencv
from identity.pictures import Image

OPEN_S = 12.0
"""Seconds in which a camera must deliver its first picture."""

SILENT_S = 3.0
"""Seconds without a new picture after which a camera has failed."""

USUAL = (640, 480)
"""Pixels that a webcam is asked for: enough for a face, and quick."""

_NETWORK_MS = 10_000
_CLOSE_S = 3.0
_CHECK_S = 0.02


class LiveCamera:
    """Always gives the newest picture; those that nobody took in time are dropped."""

    demonstration = False
    responds = True

    def __init__(
        self, device: int | str, name: str, stop: Event, size: tuple[int, int] = USUAL
    ) -> None:
        """device: a number or an address; name: what messages call it, without any password;
        size: the pixels that a webcam is asked for.

        Waits for the first picture, at most OPEN_S, and no longer than until `stop` is set.
        """
        self._device, self._name, self._size = device, name, size
        self._news = threading.Condition()
        self._image: Image | None = None
        self._failure = ""
        self._closing = Event()
        self._first_at = 0.0
        self._refuse_virtual()
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()
        try:
            self._await(stop, OPEN_S, keep=True)
        except BaseException:
            self.close()
            raise

    def read(self, stop: Event) -> Shot | None:
        """The newest picture that was not read yet."""
        image = self._await(stop, SILENT_S)
        if image is None:
            return None
        now = time.monotonic()
        self._first_at = self._first_at or now
        return Shot(image, now - self._first_at)

    def close(self) -> None:
        """Let go of the device. A driver that hangs is left to its thread."""
        self._closing.set()
        self._thread.join(_CLOSE_S)

    def _await(self, stop: Event, patience_s: float, keep: bool = False) -> Image | None:
        deadline = time.monotonic() + patience_s
        with self._news:
            while self._image is None and not self._failure:
                if stop.is_set():
                    return None
                if time.monotonic() > deadline:
                    raise no_camera(f"{self._name} gave no picture for {patience_s:.0f} seconds")
                self._news.wait(_CHECK_S)
            if self._image is None:
                raise no_camera(self._failure)
            image = self._image
            if not keep:
                self._image = None
            return image

    def _run(self) -> None:
        """The thread: open, read until closed or failed, release."""
        if self._absent():
            self._fail(self._why_not())
            return
        capture = self._open()
        try:
            failure = "" if capture.isOpened() else self._why_not()
            while not failure and not self._closing.is_set():
                good, image = capture.read()
                if good:
                    self._publish(image)
                else:
                    failure = f"{self._name} stopped giving pictures; is it still connected?"
            self._fail(failure)
        finally:
            capture.release()

    def _open(self) -> Any:
        cv2 = opencv()
        if isinstance(self._device, int):
            capture = cv2.VideoCapture(self._device)
            if self._size != USUAL:  # raw pictures of this size would come too slowly over USB
                capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
            capture.set(cv2.CAP_PROP_FRAME_WIDTH, self._size[0])
            capture.set(cv2.CAP_PROP_FRAME_HEIGHT, self._size[1])
            capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
            return capture
        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, _NETWORK_MS]
        limits += [cv2.CAP_PROP_READ_TIMEOUT_MSEC, _NETWORK_MS]
        return cv2.VideoCapture(self._device, cv2.CAP_FFMPEG, limits)

    def _refuse_virtual(self) -> None:
        program = virtual_camera(self._device) if isinstance(self._device, int) else None
        if program is not None:
            raise no_camera(
                f"{self._name} is no camera but a program ({program}); remove it, or name the "
                "terminal's own camera in the settings"
            )

    def _absent(self) -> bool:
        """Known without asking the drivers, which would take their time and write to stderr."""
        linux = sys.platform == "linux"
        return linux and isinstance(self._device, int) and not os.path.exists(self._file)

    @property
    def _file(self) -> str:
        return f"/dev/video{self._device}"

    def _why_not(self) -> str:
        if not isinstance(self._device, int):
            return f"{self._name} cannot be reached; check its address and the network"
        if self._absent():
            return f"{self._name} is not connected ({self._file} does not exist)"
        if not os.access(self._file, os.R_OK | os.W_OK):
            return f"{self._name}: no permission; add this user to the group `video`"
        return f"{self._name} does not open; does another program use it?"

    def _publish(self, image: Image) -> None:
        with self._news:
            if self._image is not None:
                self._image.fill(0)
            self._image = image
            self._news.notify_all()

    def _fail(self, failure: str) -> None:
        with self._news:
            self._failure = failure or f"{self._name} was closed"
            if self._closing.is_set() and self._image is not None:
                self._image.fill(0)
                self._image = None
            self._news.notify_all()
