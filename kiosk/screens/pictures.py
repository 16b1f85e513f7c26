"""Pictures for QML: image://icon/NAME/RRGGBB is a stroke icon, image://qr/ROWS a QR code,
image://kept/SHA256 and image://taken/NUMBER what this terminal made itself."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from foundation.paths import asset

_STROKE = 1.75
_INK = QColor("#14211F")


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
        drawing = QSvgRenderer(QByteArray(_coloured(name, colour, side.width()).encode()))
        drawing.render(painter, QRectF(0, 0, side.width(), side.height()))
        painter.end()
        return image


class QrProvider(QQuickImageProvider):
    """Draws rows of 0 and 1, joined by dots, on whole pixels so that cameras read them."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Called by Qt with "0110.1001.…"."""
        rows = id.split(".")
        side = max(requestedSize.width(), len(rows))
        module = side // len(rows)
        edge = (side - module * len(rows)) // 2
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        for y, row in enumerate(rows):
            for x, bit in enumerate(row):
                if bit == "1":
                    painter.fillRect(edge + x * module, edge + y * module, module, module, _INK)
        painter.end()
        return image


class OwnProvider(QQuickImageProvider):
    """Shows pictures by a key, as whoever holds them gives them out; a blank one where none is."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self.find: Callable[[str], QImage] = lambda _: QImage()

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Called by Qt with the key."""
        image = self.find(id)
        if image.isNull():
            image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(Qt.GlobalColor.transparent)
        if requestedSize.width() > 0 and requestedSize.height() > 0:
            aspect = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(requestedSize, aspect, smooth)
        return image


def _coloured(name: str, colour: str, pixels: int) -> str:
    stroke = _STROKE * (44 / max(16.0, pixels / 2)) ** 0.45
    drawing = asset("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", f"#{colour}")
    return drawing.replace(f'stroke-width="{_STROKE}"', f'stroke-width="{stroke:.2f}"')
