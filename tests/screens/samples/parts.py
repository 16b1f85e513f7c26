"""What several samples are made of."""

from collections.abc import Callable

from foundation.frames import FrameRing
from kiosk.screens.window import Screens

Fill = Callable[[Screens, bool], None]
"""Fills one screen, in Chinese or in English."""
Sample = tuple[str, Fill]
"""The screen's name, and what fills it."""

COUNTERS = [
    ("household", "#1D4F91", "户籍业务", "Household registration"),
    ("social", "#0F5C54", "社会保障", "Social security"),
    ("medical", "#8F3216", "医疗保障", "Medical insurance"),
    ("tax", "#5B3785", "税务服务", "Tax"),
    ("housing", "#7A4A00", "住房公积金", "Housing fund"),
    ("exit_entry", "#1E5E2E", "出入境", "Passports and travel"),
    ("business", "#2A3F86", "企业开办", "Starting a business"),
    ("marriage", "#8B1F4B", "婚姻登记", "Marriage registration"),
    ("disability", "#3D4A5C", "残疾人服务", "Disability services"),
    ("education", "#6B3A12", "教育服务", "Education"),
]


def steps(screens: Screens, at: int, name: str) -> None:
    """How far somebody has come."""
    of = screens.session
    of.stepIndex, of.stepCount, of.stepName = at, 6, name
    of.personKnown = at > 4


def picture(width: int = 640, height: int = 480) -> FrameRing:
    """A frame with a drawn head, so that mirror and oval can be judged."""
    import cv2
    import numpy as np

    ring = FrameRing.create(width, height)
    pixels = np.frombuffer(ring.begin(width, height), np.uint8).reshape(height, width, 4)
    pixels[:] = (176, 190, 196, 255)
    cv2.rectangle(pixels, (0, 0), (width // 5, height), (150, 165, 172, 255), -1)
    middle = (width // 2, height // 2)
    cv2.ellipse(pixels, (width // 2, height), (180, 130), 0, 180, 360, (90, 96, 30, 255), -1)
    cv2.ellipse(pixels, middle, (95, 130), 0, 0, 360, (134, 172, 214, 255), -1, cv2.LINE_AA)
    cv2.ellipse(
        pixels,
        (width // 2, height // 2 - 60),
        (100, 85),
        0,
        180,
        360,
        (30, 30, 34, 255),
        -1,
    )
    for side in (-36, 36):
        eye = (width // 2 + side, height // 2 - 8)
        cv2.circle(pixels, eye, 8, (30, 30, 30, 255), -1, cv2.LINE_AA)
    mouth = (width // 2, height // 2 + 60)
    cv2.ellipse(pixels, mouth, (30, 10), 0, 0, 180, (90, 90, 160, 255), 4, cv2.LINE_AA)
    ring.commit()
    return ring


def nothing(screens: Screens, zh: bool) -> None:
    """A screen that needs nothing of its own."""
