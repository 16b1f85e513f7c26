"""Pictures of what was attached: as they are kept, and as the screen shows them."""

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_QUALITIES = (90, 75, 55)
_THUMB = QSize(640, 480)
_ASPECT = Qt.AspectRatioMode.KeepAspectRatio


def jpeg(picture: QImage, most: int) -> bytes | None:
    """The picture as JPEG of at most `most` bytes; None where that would leave nothing to read."""
    for quality in _QUALITIES:
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        if not picture.save(buffer, "JPEG", quality):  # type: ignore[call-overload]
            raise OSError("a picture could not be written as JPEG")
        if held.size() <= most:
            return bytes(held.data())
    return None


def thumb(picture: QImage) -> QImage:
    """As large as a question shows it."""
    return picture.scaled(_THUMB, _ASPECT, Qt.TransformationMode.SmoothTransformation)


def drawn(svg: bytes) -> QImage:
    """The picture of a signature that was made here."""
    drawing = QSvgRenderer(QByteArray(svg))
    size = drawing.defaultSize().scaled(_THUMB, _ASPECT)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image
