"""One use of the camera: opened, shown, looked at, closed and wiped on every path."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from identity.cameras.camera import Camera, Shot
from identity.cameras.source import open_camera
from identity.decisions.decision import Cause, Timing
from identity.decisions.tally import GOOD, Tally
from identity.errors import IdentityError
from identity.faces.face import Face
from identity.faces.measure import measure
from identity.liveness.injection import FrameCheck
from identity.pictures import Image
from identity.process.job import Job
from identity.process.kit import Kit
from identity.process.preview import Preview
from identity.quality.components import Components
from identity.quality.gates import Gate

RIVAL = 0.5
"""A second face counts from this share of the first one's height; smaller ones stand behind."""


class Cancelled(Exception):
    """The capture was cancelled."""


@dataclass(frozen=True)
class Look:
    """A picture and the faces in it, the largest first. The image is wiped after its turn."""

    image: Image
    at_s: float
    faces: list[Face]

    @property
    def several(self) -> bool:
        """Whether a second face is as near as the first."""
        faces = self.faces
        return len(faces) > 1 and faces[1].box[3] > RIVAL * faces[0].box[3]

    @property
    def face(self) -> Face | None:
        """The one face; None where there is none or more than one."""
        return self.faces[0] if self.faces and not self.several else None


@dataclass(frozen=True)
class Sight:
    """A good picture: one face, within the gate."""

    image: Image
    at_s: float
    face: Face
    quality: Components


class Capture:
    """A context; leaving it closes the camera and wipes the preview.

    frames: how many pictures were looked at; responds: what Camera says, once it is open.
    """

    def __init__(self, job: Job, kit: Kit, preview: Preview, source: str, timeout_s: float) -> None:
        self.tally = Tally()
        self.frames = 0
        self.responds = False
        self._job, self._kit, self._preview = job, kit, preview
        self._source, self._timeout_s = source, timeout_s
        self._camera: Camera | None = None
        self._asked_at = time.monotonic()
        self._ready_at: float | None = None
        self._frame_check = FrameCheck()
        self._box: list[float] | None = None
        self._progress = 0.0

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
            self._frame_check.wipe()
            self._preview.wipe()
            shown = camera is not None and camera.demonstration
            self._job.tell_anyway("camera", state="closed", demonstration=shown)

    def sights(self, gate: Gate) -> Iterator[Sight]:
        """Good pictures until time is up or the recording ends; the others become guidance.

        Raises Cancelled, and IdentityError `no_camera`, or `spoof_suspected` for pictures that no
        camera takes.
        """
        for look in self.looks():
            sight = self._sight(look, gate)
            if sight is not None:
                yield sight

    def looks(self) -> Iterator[Look]:
        """Every picture, good or not, from where the one before stopped; else as `sights`."""
        camera = self._camera or self._open()
        while not self._time_is_up():
            shot = camera.read(self._job.stop)
            self._stop_if_cancelled()
            if shot is None:
                return
            self._ready(camera)
            look = self._look(shot)
            self._refuse_injected(look)
            yield look
            self._stop_if_cancelled()
            shot.image.fill(0)

    def allow(self, seconds: float) -> None:
        """Give the capture this much more time."""
        self._timeout_s += seconds

    def guide(self, cause: str, progress: float) -> None:
        """Tell the person what to do."""
        self._progress = round(progress, 3)
        self._job.tell("guidance", cause=cause, progress=self._progress, face=self._box)

    def tell(self, event: str, **fields: Any) -> None:
        """An event of the capture's own."""
        self._job.tell(event, **fields)

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
        self._camera = open_camera(self._source, self._job.stop)
        self.responds = self._camera.responds
        self._stop_if_cancelled()
        return self._camera

    def _refuse_injected(self, look: Look) -> None:
        """Recordings are chosen by the operator, and exempt: everything in them is a copy. So are
        pictures of nobody, which a covered lens gives again and again."""
        if not self.responds or not look.faces:
            return
        why = self._frame_check.see(look.at_s, look.image)
        if why is not None:
            look.image.fill(0)
            raise IdentityError(Cause.SPOOF_SUSPECTED, why)

    def _look(self, shot: Shot) -> Look:
        """Show a picture and find its faces."""
        self.frames += 1
        seq = self._preview.show(shot.image)
        if seq is not None:
            self._job.tell("frame", seq=seq)
        faces = self._kit.detector.find(shot.image)
        self._box = faces[0].within(*shot.image.shape[1::-1]) if faces else None
        return Look(shot.image, shot.at_s, faces)

    def _sight(self, look: Look, gate: Gate) -> Sight | None:
        """A picture's one good face; else say what is wrong."""
        if look.face is None:
            self._wrong("several_faces" if look.several else "no_face")
            return None
        quality = measure(look.image, look.face)
        advice = gate.advice(quality)
        if advice is not None:
            self._wrong(advice)
            return None
        self.tally.add(GOOD)
        return Sight(look.image, look.at_s, look.face, quality)

    def _wrong(self, cause: str) -> None:
        self.tally.add(cause)
        self.guide(cause, self._progress)

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
