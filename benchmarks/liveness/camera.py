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
_GAMMA = 2.2
_DELAY_S = 0.15

AROUND = 0.1
"""How much weaker the screen's light is on what is behind."""


class SimulatedCamera:
    """Time passes only between its pictures: a second is FPS of them, however long they take."""

    demonstration = False
    responds = True

    def __init__(
        self,
        actor: Actor,
        background: Image,
        seed: int,
        noise: float = _NOISE,
        reflects: float = 0.2,
        fps: float = FPS,
    ) -> None:
        """noise: grey levels, standard deviation; reflects: the terminal's light over the room's,
        on what stands before the camera."""
        self._reflects = reflects
        self._shown: list[tuple[float, NDArray[np.float64]]] = []
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
        elif message.get("event") == "light" and message["colour"] is not None:
            hexes = (message["colour"][n : n + 2] for n in (1, 3, 5))
            shown = np.array([int(part, 16) for part in hexes]) / 255
            self._shown.append((self.at_s + _DELAY_S, shown))

    def read(self, stop: Event) -> Shot | None:
        """The next picture, at once."""
        if stop.is_set():
            return None
        at_s = self.at_s
        self._taken += 1
        seen = self._lighted(self._actor.show(at_s, self._background), at_s).astype(np.int16)
        noise = np.roll(self._noises[self._taken % _NOISES], int(self._rng.integers(0, 640)), 1)
        image: Image = np.clip(seen + noise, 0, 255).astype(np.uint8)
        return Shot(image, at_s)

    def close(self) -> None:
        """Nothing to let go of."""

    def _lighted(self, picture: Image, at_s: float) -> Image:
        """With the screen's last colour on it; what differs from the background stands before."""
        shown = [colour for since, colour in self._shown if since <= at_s]
        if not shown:
            return picture
        before = (picture != self._background).any(axis=2)[..., None]
        face, wall = (lit(shown[-1], k * self._reflects)[::-1] for k in (1.0, AROUND))
        lighted: Image = np.clip(picture * np.where(before, face, wall), 0, 255).astype(np.uint8)
        return lighted


def lit(shown: NDArray[np.float64], strength: float) -> NDArray[np.float64]:
    """What grey levels are multiplied by when light of this colour (red, green, blue, 0..1) is
    added to the room's."""
    factor: NDArray[np.float64] = (1 + strength * shown**_GAMMA) ** (1 / _GAMMA)
    return factor


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
