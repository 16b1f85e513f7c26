"""What the camera sees, for the window: small, BGRX, not mirrored, in shared memory."""

import numpy as np

from foundation.frames import FrameRing
from identity.faces.vision import opencv
from identity.pictures import Image

Size = tuple[int, int]

VIEW: Size = (640, 480)
"""Pixels of a preview that is only to be looked at."""


class Preview:
    """Writes into the ring; without one it does nothing."""

    def __init__(self, ring: FrameRing | None) -> None:
        self._ring = ring

    def show(self, image: Image, largest: Size = VIEW) -> int | None:
        """Publish one picture, whole, as large as `largest` and the ring allow; returns its
        number."""
        if self._ring is None:
            return None
        cv2 = opencv()
        height, width = image.shape[:2]
        most = min(self._ring.max_width, largest[0]), min(self._ring.max_height, largest[1])
        scale = min(most[0] / width, most[1] / height, 1.0)
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        small = image if scale == 1.0 else cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        slot = np.frombuffer(self._ring.begin(*size), np.uint8).reshape(size[1], size[0], 4)
        cv2.cvtColor(small, cv2.COLOR_BGR2BGRA, dst=slot)
        if small is not image:
            small.fill(0)
        return self._ring.commit()

    def wipe(self) -> None:
        """Nothing of anybody stays in the ring."""
        if self._ring is not None:
            self._ring.wipe()
