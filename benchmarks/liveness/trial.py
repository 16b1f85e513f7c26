"""One verification, by the real process's own code, of an actor before a simulated camera."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.liveness.camera import Ears
from foundation.messages import Message
from foundation.secrets import open_vault
from identity.cameras.camera import Camera
from identity.decisions.attempts import Attempts
from identity.decisions.decision import Decision
from identity.gallery.keys import KeyRing
from identity.gallery.store import Gallery
from identity.liveness.passive import PassivePair
from identity.pictures import Vector
from identity.process.job import Job
from identity.process.kit import Kit
from identity.process.preview import Preview
from identity.process.verify import verify

SUBJECT = "simulated"


class _WithoutPair(Kit):
    """A kit whose pair is missing, whatever is installed."""

    @property
    def pair(self) -> PassivePair:
        """Not available."""
        pair = PassivePair()
        pair.missing = "this trial goes without it"
        return pair


class Terminal:
    """A gallery and the networks of one identity process."""

    def __init__(self, folder: Path, models: Path | None = None, passive: bool = False) -> None:
        """passive: use the liveness pair, from `models` first; else do as if there were none."""
        self.kit = Kit("sface", models) if passive else _WithoutPair("sface", None)
        self._gallery = Gallery(
            folder / "gallery.sqlite", KeyRing(lambda: open_vault(folder / "vault"))
        )

    def enrol(self, vectors: list[Vector]) -> None:
        """Know this face, and only this one."""
        self._gallery.enrol(SUBJECT, self.kit.info.models[-1], vectors)
        self._gallery.keep_attempts(SUBJECT, Attempts())

    def failed(self, times: int) -> None:
        """Let so many tries have failed, just now."""
        self._gallery.keep_attempts(SUBJECT, Attempts(times, time.time()))

    def verify(
        self, camera: Camera, liveness: str = "automatic", **fields: Any
    ) -> tuple[Decision, list[Message]]:
        """The decision, and every event on the way to it."""
        ears = Ears(camera)
        request = {"id": 1, "request": "verify", "subject": SUBJECT, "camera": "0"}
        job = Job(ears, {**request, "liveness": liveness, "timeout_s": 600, **fields})
        with _camera(camera):
            decision = verify(job, self.kit, self._gallery, Preview(None))
        self._gallery.keep_attempts(SUBJECT, Attempts())
        return decision, ears.messages

    def close(self) -> None:
        """Close the gallery."""
        self._gallery.close()


@contextmanager
def _camera(camera: Camera) -> Iterator[None]:
    with patch("identity.process.lease.open_camera", lambda *_: camera):
        yield
