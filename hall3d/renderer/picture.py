"""Decides how finely the next frame is drawn: small while moving, whole and smooth at rest."""

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from panda3d.core import NodePath

from foundation.frames import FrameRing
from foundation.messages import Message
from hall3d.plan import Pose
from hall3d.renderer.screen import Screen
from hall3d.renderer.still import still

_BUDGET = 0.0155
"""Seconds that a frame may take while moving, so that 60 fit into a second."""
_SMALLEST, _STEP = 0.4, 0.05
_FINENESS = 2


class Picture:
    """The window's picture of a scene.

    `interrupted` says whether something has arrived that is more urgent than a smooth still.
    """

    def __init__(
        self,
        scene: NodePath,
        size: tuple[int, int],
        ring: FrameRing,
        tell: Callable[[Message], None],
        interrupted: Callable[[], bool],
    ) -> None:
        share = min(1.0, ring.max_width / size[0], ring.max_height / size[1])
        self.size = (_whole_tiles(size[0] * share), _whole_tiles(size[1] * share))
        self._screen = Screen(scene, *self.size)
        self._ring = ring
        self._tell = tell
        self._interrupted = interrupted
        self._scale = 0.6
        self._drawn = 0
        self._began = 0.0

    @property
    def finished(self) -> bool:
        """Whether the newest frame is as good as it gets."""
        return self._drawn >= _FINENESS

    def stale(self) -> None:
        """The scene or the visitor has changed."""
        self._drawn = 0

    def show(self, pose: Pose, moving: bool) -> None:
        """Publish the next frame: one while moving, at rest the whole and then the smooth one."""
        self._screen.look(pose)
        if moving:
            self._show_moving()
        elif self._drawn == 0:
            self._publish(self._screen.render())
            self._drawn = 1
        elif self._drawn < _FINENESS:
            smooth = still(self._screen, _FINENESS, self._interrupted)
            if smooth is not None:
                self._publish(smooth)
                self._drawn = _FINENESS

    def close(self) -> None:
        """Give the picture's memory back."""
        self._screen.close()

    def _show_moving(self) -> None:
        began = time.perf_counter()
        self._publish(self._screen.render(self._scale))
        took = time.perf_counter() - began
        self._adapt(took)
        pause = _BUDGET - (time.perf_counter() - self._began)
        if 0 < pause < _BUDGET:
            time.sleep(pause)
        self._began = time.perf_counter()

    def _adapt(self, took: float) -> None:
        """Draw smaller when a frame takes too long, larger when there is time to spare."""
        if took > _BUDGET:
            self._scale = max(_SMALLEST, self._scale - _STEP)
        elif took < 0.7 * _BUDGET:
            self._scale = min(1.0, self._scale + _STEP)

    def _publish(self, pixels: NDArray[np.uint8]) -> None:
        height, width, _ = pixels.shape
        slot = np.frombuffer(self._ring.begin(width, height), np.uint8)
        np.copyto(slot.reshape(height, width, 4), pixels)
        self._tell({"event": "frame", "seq": self._ring.commit()})


def _whole_tiles(length: float) -> int:
    """Pixels, of which a still takes the same number from each of its tiles."""
    return max(_FINENESS, int(length) // _FINENESS * _FINENESS)
