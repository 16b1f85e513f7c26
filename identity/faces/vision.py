"""OpenCV as this room uses it: imported late, on one thread, silent about what does not matter."""

from functools import cache
from typing import Any


@cache
def opencv() -> Any:
    """The cv2 module. Its import takes a fifth of a second, so nothing imports it at start."""
    import cv2

    cv2.setNumThreads(1)
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)
    return cv2
