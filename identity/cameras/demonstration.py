"""A public-domain portrait moved before a virtual lens, for a terminal without a camera."""

import importlib.util
import math
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
from numpy.typing import NDArray

from identity.cameras.camera import Pace, Shot, no_camera
from identity.faces.vision import opencv
from identity.pictures import Image

FPS = 15.0
WIDTH, HEIGHT = 640, 480

_PORTRAIT = ("skimage", "data", "astronaut.png")
_FACE = (222.0, 112.0)  # the middle of the face in the portrait, pixels
_SCALE = 1.75
_NOISE = 2.5  # grey levels
_NOISES = 8


class DemonstrationCamera:
    """Never ends, and says that it is no camera. The same pictures each time."""

    demonstration = True
    responds = False

    def __init__(self) -> None:
        self._portrait = portrait()
        shape = (HEIGHT, WIDTH, 3)
        rng = np.random.default_rng(1)
        self._noise: list[NDArray[Any]] = [
            rng.normal(0, _NOISE, shape).astype(np.int16) for _ in range(_NOISES)
        ]
        self._pace = Pace(FPS)
        self._shown = 0

    def read(self, stop: Event) -> Shot | None:
        """The next picture, when its time has come."""
        at_s = self._pace.wait(stop)
        if at_s is None:
            return None
        self._shown += 1
        return Shot(self._seen(at_s), at_s)

    def close(self) -> None:
        """Nothing to let go of."""

    def _seen(self, t: float) -> Image:
        """The portrait as the lens sees it: a head that never stands quite still."""
        cv2 = opencv()
        scale = _SCALE * (1 + 0.03 * math.sin(0.9 * t))
        view = cv2.getRotationMatrix2D(_FACE, 1.2 * math.sin(0.7 * t), scale)
        view[0, 2] += WIDTH / 2 - _FACE[0] + 9 * math.sin(1.1 * t)
        view[1, 2] += HEIGHT * 0.46 - _FACE[1] + 6 * math.sin(1.7 * t)
        lens = cv2.warpAffine(
            self._portrait,
            view,
            (WIDTH, HEIGHT),
            flags=cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        )
        noisy = lens.astype(np.int16) + self._noise[self._shown % _NOISES]
        image: Image = np.clip(noisy, 0, 255).astype(np.uint8)
        return image


def portrait() -> Image:
    """NASA's public-domain portrait of an astronaut, 512 x 512."""
    package, *inside = _PORTRAIT
    # read as a file: importing the package takes most of a second
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise no_camera("the demonstration camera needs the Python package scikit-image")
    file = Path(spec.origin).parent.joinpath(*inside)
    image: Image | None = opencv().imread(str(file), opencv().IMREAD_COLOR)
    if image is None:
        raise no_camera(f"the demonstration camera's portrait {file} does not open")
    return image
