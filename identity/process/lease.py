"""The camera for one use: opened, shown, closed, and the preview wiped, on every path."""

import time
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from identity.cameras.camera import Camera, Shot
from identity.cameras.source import open_camera
from identity.decisions.decision import Timing
from identity.pictures import Image
from identity.process.job import Job
from identity.process.preview import VIEW, Preview, Size


class Cancelled(Exception):
    """The use was cancelled."""


class Lease:
    """A context; leaving it closes the camera and wipes the preview.

    responds: what Camera says, once it is open. largest: pixels of a picture in the preview,
    and what a webcam is asked for.
    """

    def __init__(
        self, job: Job, preview: Preview, source: str, timeout_s: float, largest: Size = VIEW
    ) -> None:
        self.responds = False
        self._job, self._preview = job, preview
        self._source, self._timeout_s, self._largest = source, timeout_s, largest
        self._camera: Camera | None = None
        self._asked_at = time.monotonic()
        self._ready_at: float | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        camera, self._camera = self._camera, None
        try:
            if camera is not None:
                camera.close()
        finally:
            self._preview.wipe()
            shown = camera is not None and camera.demonstration
            self._job.tell_anyway("camera", state="closed", demonstration=shown)

    def shots(self) -> Iterator[Shot]:
        """Every picture until time is up or the recording ends, each wiped after its turn.

        Raises Cancelled, and IdentityError `no_camera`.
        """
        camera = self._camera or self._open()
        while not self._time_is_up():
            shot = camera.read(self._job.stop)
            self._stop_if_cancelled()
            if shot is None:
                return
            self._ready(camera)
            yield shot
            self._stop_if_cancelled()
            shot.image.fill(0)

    def show(self, image: Image) -> None:
        """Put a picture into the preview."""
        seq = self._preview.show(image, self._largest)
        if seq is not None:
            self._job.tell("frame", seq=seq)

    def allow(self, seconds: float) -> None:
        """Give this use that much more time."""
        self._timeout_s += seconds

    @property
    def timing(self) -> Timing:
        """How long it has taken so far."""
        if self._ready_at is None:
            return Timing()
        now = time.monotonic()
        opening, looking = self._ready_at - self._asked_at, now - self._ready_at
        return Timing(round(opening * 1000), round(looking * 1000))

    def _open(self) -> Camera:
        self._state("opening", demonstration=False)
        self._camera = open_camera(self._source, self._job.stop, self._largest)
        self.responds = self._camera.responds
        self._stop_if_cancelled()
        return self._camera

    def _ready(self, camera: Camera) -> None:
        if self._ready_at is None:
            self._ready_at = time.monotonic()
            self._state("open", camera.demonstration)

    def _time_is_up(self) -> bool:
        ready = self._ready_at
        return ready is not None and time.monotonic() - ready > self._timeout_s

    def _stop_if_cancelled(self) -> None:
        if self._job.stop.is_set():
            raise Cancelled

    def _state(self, state: str, demonstration: bool) -> None:
        self._job.tell("camera", state=state, demonstration=demonstration, responds=self.responds)
