"""A camera in the same process, and a channel whose events the actor before it hears."""

from threading import Event

import numpy as np
from numpy.typing import NDArray

from benchmarks.liveness.actors import Actor
from foundation.messages import Channel, Message
from identity.cameras.camera import Camera, Shot
from identity.pictures import Image

FPS = 15.0
_NOISE = 3.0
_NOISES = 6


class SimulatedCamera:
    """Time passes only between its pictures: a second is FPS of them, however long they take."""

    demonstration = False
    responds = True

    def __init__(
        self, actor: Actor, background: Image, seed: int, noise: float = _NOISE, fps: float = FPS
    ) -> None:
        """noise: grey levels, standard deviation."""
        self._actor, self._background, self._fps = actor, background, fps
        rng = np.random.default_rng(seed)
        self._rng = rng
        self._noises: list[NDArray[np.int16]] = [
            rng.normal(0, noise, background.shape).astype(np.int16) for _ in range(_NOISES)
        ]
        self._taken = 0

    @property
    def at_s(self) -> float:
        """The time of the next picture."""
        return self._taken / self._fps

    def hear(self, message: Message) -> None:
        """An event of the identity process."""
        if message.get("event") == "challenge":
            self._actor.hear(message["kind"], self.at_s)

    def read(self, stop: Event) -> Shot | None:
        """The next picture, at once."""
        if stop.is_set():
            return None
        at_s = self.at_s
        self._taken += 1
        seen = self._actor.show(at_s, self._background).astype(np.int16)
        noise = np.roll(self._noises[self._taken % _NOISES], int(self._rng.integers(0, 640)), 1)
        image: Image = np.clip(seen + noise, 0, 255).astype(np.uint8)
        return Shot(image, at_s)

    def close(self) -> None:
        """Nothing to let go of."""


class Ears(Channel):
    """Stands in for the window: keeps every message, and lets a simulated camera hear it."""

    def __init__(self, camera: Camera) -> None:
        self.messages: list[Message] = []
        self._camera = camera

    def send(self, message: Message) -> None:
        """Take a message of the identity process."""
        self.messages.append(message)
        if isinstance(self._camera, SimulatedCamera):
            self._camera.hear(message)
