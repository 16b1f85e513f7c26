"""A place to sign: what a finger or a mouse draws, as strokes, painted and written as SVG."""

from collections.abc import Sequence

from PySide6.QtCore import Property, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtQuick import QQuickPaintedItem

INK = "#14211F"

_LONGEST = 20_000
"""Points of one signature: some minutes of drawing without a pause."""

_APART = 2.0
"""Pixels; nearer points say nothing new."""

Stroke = list[QPointF]


class SignaturePad(QQuickPaintedItem):
    """One finger or mouse at a time. `inked` comes when a stroke ends, and with undo and clear."""

    penChanged = Signal()
    inked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._strokes: list[Stroke] = []
        self._pen = 4.0
        self._points = 0
        self.setAntialiasing(True)
        self.setAcceptedMouseButtons(Qt.MouseButton.LeftButton)

    def paint(self, painter: QPainter) -> None:
        """Called by Qt."""
        pen = QPen(QColor(INK), self._pen)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self._strokes:
            painter.drawPath(_path(stroke))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins; the page below does not scroll meanwhile."""
        self.setKeepMouseGrab(True)
        self.forceActiveFocus(Qt.FocusReason.MouseFocusReason)
        if self._points < _LONGEST:
            self._strokes.append([event.position()])
            self._points += 1
        self.update()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on, within the pad."""
        if not self._strokes or self._points >= _LONGEST:
            return
        at, stroke = self._within(event.position()), self._strokes[-1]
        if (at - stroke[-1]).manhattanLength() >= _APART:
            stroke.append(at)
            self._points += 1
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke is over."""
        self.setKeepMouseGrab(False)
        self.inked.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last stroke back."""
        if self._strokes:
            self._points -= len(self._strokes.pop())
            self._changed()

    @Slot()
    def clear(self) -> None:
        """Start anew."""
        if self._strokes:
            self._strokes, self._points = [], 0
            self._changed()

    def _changed(self) -> None:
        self.update()
        self.inked.emit()

    def _within(self, at: QPointF) -> QPointF:
        x = min(max(at.x(), 0.0), self.width())
        return QPointF(x, min(max(at.y(), 0.0), self.height()))

    def _read_pen(self) -> float:
        return self._pen

    def _write_pen(self, width: float) -> None:
        self._pen = width
        self.penChanged.emit()
        self.update()

    def _read_empty(self) -> bool:
        return not self._strokes

    def _read_svg(self) -> str:
        if not self._strokes:
            return ""
        return strokes_svg(self._strokes, self.width(), self.height(), self._pen)

    pen = Property(float, _read_pen, _write_pen, notify=penChanged)
    empty = Property(bool, _read_empty, notify=inked)
    svg = Property(str, _read_svg, notify=inked)


def strokes_svg(strokes: Sequence[Stroke], width: float, height: float, pen: float) -> str:
    """What was drawn as an SVG picture: one path a stroke, whole pixels."""
    lines = "".join(f'<path d="{_data(stroke)}"/>' for stroke in strokes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {round(width)} {round(height)}">'
        f'<g fill="none" stroke="{INK}" stroke-width="{pen:.1f}" stroke-linecap="round" '
        f'stroke-linejoin="round">{lines}</g></svg>'
    )


def _data(stroke: Stroke) -> str:
    points = [f"{round(at.x())} {round(at.y())}" for at in stroke]
    return "M" + "L".join([*points, *points[-1:]] if len(points) == 1 else points)


def _path(stroke: Stroke) -> QPainterPath:
    path = QPainterPath(stroke[0])
    for at in stroke[1:] or [stroke[0] + QPointF(0.1, 0)]:
        path.lineTo(at)
    return path
