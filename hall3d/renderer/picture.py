"""Decides how finely the next frame is drawn: small while moving, whole and smooth at rest."""

import math
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from panda3d.core import NodePath

from foundation.frames import FrameRing
from foundation.messages import Message
from hall3d.plan import Pose
from hall3d.renderer.drivers import TINY, Driver
from hall3d.renderer.screen import Screen
from hall3d.renderer.still import FINENESS, still

_APART = 1 / 60
"""Seconds between two frames while moving."""
_BUDGETS = ((1280 * 720, 0.0105), (1920 * 1080, 0.0155))
"""Seconds of the processor that a frame may cost while moving, by the picture's pixels."""
_FADE, _LIGHT = 22, np.uint16(236)
"""Frames in which the picture comes out of a light, and how bright that is."""
_FEWEST, _SMALLEST, _FINER, _COARSER = 640 * 360, 0.4, 1.03, 0.93
"""Pixels that are drawn at least, and the smallest share of width and height; how fast it grows and
shrinks."""


class Picture:
    """The window's picture of a scene.

    `scale` is the share of width and height that is drawn while moving; `interrupted` says whether
    something has arrived that is more urgent than a smooth still.
    """

    def __init__(
        self,
        scene: NodePath,
        size: tuple[int, int],
        ring: FrameRing,
        tell: Callable[[Message], None],
        interrupted: Callable[[], bool],
        driver: Driver = TINY,
    ) -> None:
        share = min(1.0, ring.max_width / size[0], ring.max_height / size[1])
        self.size = (_whole_tiles(size[0] * share), _whole_tiles(size[1] * share))
        self._screen = Screen(scene, *self.size, driver)
        self._smallest = min(1.0, max(_SMALLEST, math.sqrt(_FEWEST / math.prod(self.size))))
        # emptying and copying a whole picture would cost a fifth of a frame at 1920 x 1080
        width, height = (round(side * self._smallest) for side in self.size)
        self._small = Screen(scene, width, height, driver)
        self._ring = ring
        self._tell = tell
        self._interrupted = interrupted
        pixels, seconds = zip(*_BUDGETS, strict=True)
        self._budget = float(np.interp(self.size[0] * self.size[1], pixels, seconds))
        self._clock = time.perf_counter if driver.on_gpu else time.thread_time
        self._first, self.scale = (
            (1.0, 1.0) if driver.on_gpu else (self._smallest, max(0.6, self._smallest))
        )
        self._drawn = 0
        self._began = 0.0
        self._light = 0
        self._used: float | None = None

    @property
    def drawn_by(self) -> str:
        """What draws, in its maker's words."""
        return self._screen.drawn_by

    @property
    def finished(self) -> bool:
        """Whether the newest frame is as good as it gets."""
        return self._drawn >= FINENESS

    def stale(self) -> None:
        """The scene or the visitor has changed."""
        self._drawn = 0

    def show(self, pose: Pose, moving: bool, acting: bool = False) -> None:
        """Publish the next frame. While the visitor moves it is drawn as finely as time allows;
        while only others do (`acting`), whole; at rest whole and then smooth."""
        if moving:
            self._show_moving(pose)
            return
        self._screen.look(pose)
        self._used = None
        if self._drawn == 0 or acting:
            self._publish(self._screen.render())
            self._drawn = 1
        elif self._drawn < FINENESS:
            smooth = still(self._screen, self._interrupted)
            if smooth is not None:
                self._publish(smooth)
                self._drawn = FINENESS

    def brighten(self) -> None:
        """The next frames come out of a light: the visitor is somewhere else all at once."""
        self._light = _FADE

    def close(self) -> None:
        """Give the picture's memory back."""
        self._screen.close()
        self._small.close()

    def _show_moving(self, pose: Pose) -> None:
        scale = self._first if self._used is None else self.scale
        screen = self._small if scale <= self._smallest else self._screen
        screen.look(pose)
        self._publish(screen.render(scale * self.size[0] / screen.width))
        if self._used is not None:
            self._adapt(self._clock() - self._used)
        pause = _APART - (time.perf_counter() - self._began)
        if 0 < pause < _APART:
            time.sleep(pause)
        self._began, self._used = time.perf_counter(), self._clock()

    def _adapt(self, used: float) -> None:
        """Draw smaller when a frame costs the processor too much, larger when there is something
        to spare. Without a GPU the processor's own clock counts: others' work blurs no picture."""
        if used > self._budget:
            self.scale = max(self._smallest, self.scale * _COARSER)
        elif used < 0.85 * self._budget:
            self.scale = min(1.0, self.scale * _FINER)

    def _publish(self, pixels: NDArray[np.uint8]) -> None:
        height, width, _ = pixels.shape
        slot = np.frombuffer(self._ring.begin(width, height), np.uint8)
        np.copyto(slot.reshape(height, width, 4), self._lit(pixels))
        self._tell({"event": "frame", "seq": self._ring.commit()})

    def _lit(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The pixels as they come out of the light, if they do just now."""
        if not self._light:
            return pixels
        share = 256 * self._light // _FADE
        self._light -= 1
        return ((pixels.astype(np.uint16) * (256 - share) + _LIGHT * share) >> 8).astype(np.uint8)


def _whole_tiles(length: float) -> int:
    """Pixels, of which a still takes the same number from each of its tiles."""
    return max(FINENESS, int(length) // FINENESS * FINENESS)
