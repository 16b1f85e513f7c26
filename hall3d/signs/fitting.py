"""Painting text so that it always fits: shrunk until it does, never cut."""

import os
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

SANS = ["Noto Sans CJK SC", "Noto Sans SC", "sans-serif"]
SERIF = ["Noto Serif CJK SC", "Noto Serif SC", "serif"]
Picture = NDArray[np.uint8]
_LEAST_PIXELS = 8.0


def start_qt() -> QGuiApplication:
    """The application object that fonts need, without a display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _first_application()


@cache
def _first_application() -> QGuiApplication:
    """Kept for good: Qt does not survive a second application object."""
    return QGuiApplication(["hall3d"])


class Canvas:
    """A picture being painted; sizes in pixels."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        self.image.fill(QColor(f"#{ground}"))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self.painter.fillRect(QRectF(x, y, width, height), QColor(f"#{colour}"))

    def text(
        self,
        words: str,
        area: tuple[float, float, float, float],
        largest: float,
        colour: str,
        bold: bool = True,
        align: str = "left",
        families: list[str] = SANS,
    ) -> float:
        """Words in one line inside area (x, y, width, height), centred in height, at most
        `largest` pixels tall. Returns the size used."""
        x, y, width, height = area
        size = fitted_size(words, width, height, largest, bold, families)
        self.painter.setFont(_font(families, size, bold))
        self.painter.setPen(QColor(f"#{colour}"))
        sides = {
            "left": Qt.AlignmentFlag.AlignLeft,
            "right": Qt.AlignmentFlag.AlignRight,
            "centre": Qt.AlignmentFlag.AlignHCenter,
        }
        flags = sides[align] | Qt.AlignmentFlag.AlignVCenter
        self.painter.drawText(QRectF(x, y, width, height), flags, words)
        return size

    def finish(self) -> Picture:
        """The picture as height x width x 3 bytes, blue first, top row first."""
        self.painter.end()
        width, height = self.image.width(), self.image.height()
        pixels = np.frombuffer(self.image.constBits(), np.uint8)
        rows = pixels.reshape(height, self.image.bytesPerLine())[:, : width * 4]
        return np.ascontiguousarray(rows.reshape(height, width, 4)[..., :3])


def fitted_size(
    words: str, width: float, height: float, largest: float, bold: bool, families: list[str]
) -> float:
    """The largest size, in pixels, at which the words fit into width x height."""
    ink = QFontMetricsF(_font(families, largest, bold)).tightBoundingRect(words)
    advance = QFontMetricsF(_font(families, largest, bold)).horizontalAdvance(words)
    wide = max(ink.width(), advance)
    size = largest * min(1.0, width / max(wide, 1e-6), height / max(ink.height() * 1.08, 1e-6))
    while size > _LEAST_PIXELS:
        metrics = QFontMetricsF(_font(families, size, bold))
        if metrics.horizontalAdvance(words) <= width:
            return size
        size -= 0.5
    return max(size, _LEAST_PIXELS)


def _font(families: list[str], size: float, bold: bool) -> QFont:
    font = QFont(families)
    font.setPixelSize(max(1, int(size)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
