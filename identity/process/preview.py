"""What the camera sees, for the window: small, BGRX, not mirrored, in shared memory."""

import numpy as np

from foundation.frames import FrameRing
from identity.faces.vision import opencv
from identity.pictures import Image


class Preview:
    """Writes into the ring; without one it does nothing."""

    def __init__(self, ring: FrameRing | None) -> None:
        self._ring = ring

    def show(self, image: Image) -> int | None:
        """Publish one picture, whole, as large as the ring allows; returns its number."""
        if self._ring is None:
            return None
        cv2 = opencv()
        height, width = image.shape[:2]
        scale = min(self._ring.max_width / width, self._ring.max_height / height, 1.0)
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
