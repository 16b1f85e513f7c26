"""Icons for QML: image://icon/NAME/RRGGBB draws a stroke icon in one colour."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from foundation.paths import asset

_STROKE = 1.75


class IconProvider(QQuickImageProvider):
    """Draws assets/icons/NAME.svg; strokes are heavier in small icons and finer in large ones."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Called by Qt with "NAME/RRGGBB"."""
        name, colour = id.split("/")
        side = requestedSize if requestedSize.isValid() else QSize(96, 96)
        image = QImage(side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = QSvgRenderer(
            QByteArray(_coloured(name, colour, side.width()).encode())
        )
        drawing.render(painter, QRectF(0, 0, side.width(), side.height()))
        painter.end()
        return image


def _coloured(name: str, colour: str, pixels: int) -> str:
    stroke = _STROKE * (44 / max(16.0, pixels / 2)) ** 0.45
    drawing = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", f"#{colour}")
    return drawing.replace(f'stroke-width="{_STROKE}"', f'stroke-width="{stroke:.2f}"')
