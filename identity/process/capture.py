"""One look through the camera at a person: faces found, good pictures told from the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from identity.cameras.camera import Shot
from identity.decisions.decision import Cause
from identity.decisions.tally import GOOD, Tally
from identity.errors import IdentityError
from identity.faces.face import Face
from identity.faces.measure import measure
from identity.liveness.injection import FrameCheck
from identity.pictures import Image
from identity.process.job import Job
from identity.process.kit import Kit
from identity.process.lease import Lease
from identity.process.preview import Preview
from identity.quality.components import Components
from identity.quality.gates import Gate

RIVAL = 0.5
"""A second face counts from this share of the first one's height; smaller ones stand behind."""


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


class Capture(Lease):
    """frames: how many pictures were looked at."""

    def __init__(self, job: Job, kit: Kit, preview: Preview, source: str, timeout_s: float) -> None:
        super().__init__(job, preview, source, timeout_s)
        self.tally = Tally()
        self.frames = 0
        self._kit = kit
        self._frame_check = FrameCheck()
        self._box: list[float] | None = None
        self._progress = 0.0

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            super().__exit__(kind, value, trace)
        finally:
            self._frame_check.wipe()

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
        for shot in self.shots():
            look = self._look(shot)
            self._refuse_injected(look)
            yield look

    def guide(self, cause: str, progress: float) -> None:
        """Tell the person what to do."""
        self._progress = round(progress, 3)
        self._job.tell("guidance", cause=cause, progress=self._progress, face=self._box)

    def tell(self, event: str, **fields: Any) -> None:
        """An event of the capture's own."""
        self._job.tell(event, **fields)

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
        self.show(shot.image)
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
