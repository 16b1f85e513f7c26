"""Pictures that no camera takes: copies of each other, or faster than any sensor (numpy only)."""

import zlib
from collections import deque

import numpy as np

from identity.pictures import Image

ALIKE = 0.98
"""Share of sampled pixels that are exactly equal in two copies. Webcam pictures of people have 0.01
to 0.13 of them equal to the one before (docs/decisions/0012)."""

_STEP = 7
_LAST = 30
_MOST_COPIES = 6
"""Of the last 30 pictures; a driver that lost time may hand one out twice."""

_MOST_RETURNS = 3
"""A picture that is bit for bit one seen before, but not the last: only a loop shows it again."""

_MOST_STOPS = 3
"""Pictures that are not later than the one before."""

_FASTEST_FPS = 150.0


class FrameCheck:
    """Feed it every picture of a camera that should be live."""

    def __init__(self) -> None:
        self._sample: Image | None = None
        self._seen: set[int] = set()
        self._copies: deque[bool] = deque(maxlen=_LAST)
        self._times: deque[float] = deque(maxlen=_LAST)
        self._returns = 0
        self._stops = 0

    def see(self, at_s: float, image: Image) -> str | None:
        """Take one picture; why it cannot come from a camera, once that is clear."""
        sample = image[::_STEP, ::_STEP].copy()
        last = self._sample
        same_shape = last is not None and last.shape == sample.shape
        copy = bool(same_shape and np.mean(np.all(sample == last, axis=2)) >= ALIKE)
        self._copies.append(copy)
        self._keep(sample)
        digest = zlib.crc32(sample.tobytes())
        self._returns += digest in self._seen and not copy
        self._seen.add(digest)
        self._stops += bool(self._times) and at_s <= self._times[-1]
        self._times.append(at_s)
        return self._verdict()

    def wipe(self) -> None:
        """Forget the last picture."""
        if self._sample is not None:
            self._sample.fill(0)
        self._sample = None

    def _keep(self, sample: Image) -> None:
        self.wipe()
        self._sample = sample

    def _verdict(self) -> str | None:
        if sum(self._copies) > _MOST_COPIES:
            return "the camera gives the same picture again and again"
        if self._returns >= _MOST_RETURNS:
            return "the camera gives pictures a second time, as a recording in a loop does"
        if self._stops >= _MOST_STOPS:
            return "the camera's time does not advance"
        span = self._times[-1] - self._times[0]
        if len(self._times) == _LAST and span < (_LAST - 1) / _FASTEST_FPS:
            return "pictures come faster than a camera takes them"
        return None
