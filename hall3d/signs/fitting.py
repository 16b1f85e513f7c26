"""Painting text so that it always fits: shrunk until it does, never cut."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from foundation.paths import asset

SANS = ["Noto Sans CJK SC", "Noto Sans SC", "sans-serif"]
SERIF = ["Noto Serif CJK SC", "Noto Serif SC", "serif"]
Picture = NDArray[np.uint8]
Size = tuple[float, float]
Align = Literal["start", "end", "centre"]
_LEAST = 8.0


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
    """A picture being painted in millimetres, so that no caller counts pixels.

    `pixels`: width and height of the picture; `size`: of the sheet it will cover. `mirrored` swaps
    left and right of everything that is placed: a sign whose language runs right to left.
    """

    def __init__(
        self,
        pixels: tuple[int, int],
        size: tuple[float, float],
        ground: str,
        mirrored: bool = False,
    ) -> None:
        self.width, self.height = size
        self._mirrored = mirrored
        self.image = QImage(*pixels, QImage.Format.Format_RGB32)
        self.image.fill(QColor(f"#{ground}"))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.painter.scale(pixels[0] / self.width, pixels[1] / self.height)

    def fill(
        self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0.0
    ) -> None:
        """A filled rectangle, with rounded corners where a radius is given."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(f"#{colour}"))
        self.painter.drawRoundedRect(self._area(x, y, width, height), radius, radius)

    @contextmanager
    def unmirrored(
        self, area: tuple[float, float, float, float]
    ) -> Iterator[tuple[float, float, float, float]]:
        """What is painted meanwhile keeps its left and right, as a map must; the area (x, y, width,
        height) where it then is."""
        x, y, width, height = area
        before, self._mirrored = self._mirrored, False
        yield (self.width - x - width if before else x), y, width, height
        self._mirrored = before

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle about a point."""
        self.fill(x - radius, y - radius, 2 * radius, 2 * radius, colour, radius)

    def icon(self, name: str, x: float, y: float, side: float, colour: str) -> None:
        """assets/icons/NAME.svg in a square."""
        drawing = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
        coloured = drawing.replace("currentColor", f"#{colour}").encode()
        QSvgRenderer(coloured).render(self.painter, self._area(x, y, side, side))

    def text(
        self,
        words: str,
        area: tuple[float, float, float, float],
        largest: float,
        colour: str,
        bold: bool = True,
        align: Align = "start",
        families: list[str] = SANS,
    ) -> float:
        """Words in one line inside area (x, y, width, height), centred in height, at most
        `largest` tall. Returns the size used."""
        x, y, width, height = area
        size = fitted_size(words, width, height, largest, bold, families)
        self._write(words, self._area(x, y, width, height), size, colour, bold, align, families)
        return size

    def paragraph(
        self,
        words: str,
        area: tuple[float, float, float, float],
        largest: float,
        colour: str,
        bold: bool = False,
    ) -> float:
        """Words in as many lines as they need, from the top of area; returns the size used."""
        x, y, width, height = area
        size = largest
        while size > _LEAST and _wrapped(words, width, size, bold) > height:
            size *= 0.95
        place = self._area(x, y, width, height)
        flags = self._side("start") | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        self.painter.setFont(_font(SANS, size, bold))
        self.painter.setPen(QColor(f"#{colour}"))
        self.painter.drawText(place, int(flags), words)
        return size

    def finish(self) -> Picture:
        """The picture as height x width x 3 bytes, blue first, top row first."""
        self.painter.end()
        width, height = self.image.width(), self.image.height()
        pixels = np.frombuffer(self.image.constBits(), np.uint8)
        rows = pixels.reshape(height, self.image.bytesPerLine())[:, : width * 4]
        return np.ascontiguousarray(rows.reshape(height, width, 4)[..., :3])

    def _area(self, x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(self.width - x - width if self._mirrored else x, y, width, height)

    def _side(self, align: Align) -> Qt.AlignmentFlag:
        """Qt must not guess the side from the words: both languages of a sign start together."""
        if align == "centre":
            return Qt.AlignmentFlag.AlignHCenter
        right = (align == "end") != self._mirrored
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _write(
        self,
        words: str,
        area: QRectF,
        size: float,
        colour: str,
        bold: bool,
        align: Align,
        families: list[str],
    ) -> None:
        self.painter.setFont(_font(families, size, bold))
        self.painter.setPen(QColor(f"#{colour}"))
        flags = self._side(align) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        self.painter.drawText(area, int(flags), words)


def _wrapped(words: str, width: float, size: float, bold: bool) -> float:
    """How tall words stand when they are broken into lines of a width."""
    metrics = QFontMetricsF(_font(SANS, size, bold))
    room = QRectF(0, 0, width, 1e6)
    taken = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words)
    return taken.height() if taken.width() <= width + 0.5 else 1e6


def fitted_size(
    words: str, width: float, height: float, largest: float, bold: bool, families: list[str]
) -> float:
    """The largest size at which the words, centred as a line, fit into width x height."""
    metrics = QFontMetricsF(_font(families, largest, bold))
    ink = metrics.tightBoundingRect(words)
    middle = (metrics.ascent() - metrics.descent()) / 2
    tall = 2 * max(-ink.top() - middle, ink.bottom() + middle, 1e-6)
    wide = max(ink.width(), metrics.horizontalAdvance(words), 1e-6)
    size = largest * min(1.0, width / wide, height / tall)
    while size > _LEAST:
        metrics = QFontMetricsF(_font(families, size, bold))
        if metrics.horizontalAdvance(words) <= width:
            return size
        size -= 0.5
    return max(size, _LEAST)


def _font(families: list[str], size: float, bold: bool) -> QFont:
    font = QFont(families)
    font.setPixelSize(max(1, int(size)))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
