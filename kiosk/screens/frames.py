"""A picture on screen that is painted straight from the memory another process fills."""

from typing import ClassVar, Protocol

from PySide6.QtCore import Property, QObject, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickPaintedItem

from foundation.frames import Frame


class Ring(Protocol):
    """Where the newest frame is: a `foundation.frames.FrameRing`."""

    def latest(self) -> Frame | None:
        """The newest frame, or None."""
        ...


class FrameSource(QObject):
    """One stream of frames by name; every item that shows it is repainted on `refresh`."""

    refreshed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ring: Ring | None = None

    def attach(self, ring: Ring | None) -> None:
        """Show this ring from now on; None shows nothing."""
        self._ring = ring
        self.refreshed.emit()

    @Slot()
    def refresh(self) -> None:
        """A new frame is there."""
        self.refreshed.emit()

    def latest(self) -> Frame | None:
        """The newest frame, or None."""
        return self._ring.latest() if self._ring else None


def picture_of(frame: Frame) -> QImage:
    """The frame's pixels, not copied: good until the next frame but one."""
    size = frame.width, frame.height
    return QImage(frame.pixels, *size, frame.width * 4, QImage.Format.Format_RGB32)


class FrameItem(QQuickPaintedItem):
    """Paints the newest frame of a source, filling the item; what overlaps is cut evenly.

    `source` is "identity" or "hall"; `mirrored` shows a person as in a mirror; `whole` cuts
    nothing and leaves margins.
    """

    sources: ClassVar[dict[str, FrameSource]] = {}

    sourceChanged = Signal()
    mirroredChanged = Signal()
    wholeChanged = Signal()
    paintedChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._name = ""
        self._mirrored = False
        self._whole = False
        self._painted = False
        self._from: FrameSource | None = None
        self.setOpaquePainting(True)
        self.setFillColor(QColor("#c9c4b8"))

    def paint(self, painter: QPainter) -> None:
        """Called by Qt; keeps no frame beyond the call."""
        frame = self._from.latest() if self._from else None
        area = self.boundingRect()
        if frame is None:
            painter.fillRect(area, self.fillColor())
            return
        image = picture_of(frame)
        if self._mirrored:
            painter.translate(area.width(), 0)
            painter.scale(-1, 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._whole:
            painter.drawImage(_fitting(area, frame.width, frame.height), image)
        else:
            painter.drawImage(area, image, _filling(area, frame.width, frame.height))
        if not self._painted:
            self._painted = True
            self.paintedChanged.emit()

    def _read_source(self) -> str:
        return self._name

    def _write_source(self, name: str) -> None:
        if name == self._name:
            return
        if self._from:
            self._from.refreshed.disconnect(self._again)
        self._name, self._from = name, self.sources.get(name)
        if self._from:
            self._from.refreshed.connect(self._again)
        self.sourceChanged.emit()
        self.update()

    def _read_mirrored(self) -> bool:
        return self._mirrored

    def _write_mirrored(self, on: bool) -> None:
        self._mirrored = on
        self.mirroredChanged.emit()
        self.update()

    def _read_whole(self) -> bool:
        return self._whole

    def _write_whole(self, on: bool) -> None:
        self._whole = on
        self.wholeChanged.emit()
        self.update()

    def _read_painted(self) -> bool:
        return self._painted

    @Slot()
    def _again(self) -> None:
        self.update()

    source = Property(str, _read_source, _write_source, notify=sourceChanged)
    mirrored = Property(bool, _read_mirrored, _write_mirrored, notify=mirroredChanged)
    whole = Property(bool, _read_whole, _write_whole, notify=wholeChanged)
    painted = Property(bool, _read_painted, notify=paintedChanged)


def _filling(area: QRectF, width: int, height: int) -> QRectF:
    """The middle of a picture that has the area's proportions."""
    scale = max(area.width() / width, area.height() / height)
    shown = QRectF(0, 0, area.width() / scale, area.height() / scale)
    shown.moveCenter(QRectF(0, 0, width, height).center())
    return shown


def _fitting(area: QRectF, width: int, height: int) -> QRectF:
    """Where a whole picture has room in the middle of the area."""
    scale = min(area.width() / width, area.height() / height)
    place = QRectF(0, 0, width * scale, height * scale)
    place.moveCenter(area.center())
    return place


QML_MODULE = "Atrium.Frames"
