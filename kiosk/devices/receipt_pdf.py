"""The receipt as a PDF: one A5 page in both languages, drawn in millimetres."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)

from kiosk.services.forms.display import say
from kiosk.services.receipts.qr import qr_rows
from kiosk.services.receipts.slip import Slip

WIDTH, HEIGHT = 148.0, 210.0
_LEFT, _RIGHT = 14.0, 134.0
_DOTS = 40  # a millimetre, so that font sizes, which are whole, are fine enough

_INK, _SOFT, _PINE, _BRASS = (QColor(c) for c in ("#14211F", "#3B4845", "#0B4F4A", "#B8862B"))
_LINE = QColor("#D3CBBA")
_SANS, _SERIF = "Noto Sans CJK SC", "Noto Serif CJK SC"
_Flag = Qt.AlignmentFlag


def write_receipt_pdf(slip: Slip, path: Path) -> None:
    """Write the receipt. Needs a QGuiApplication. Raises OSError when it cannot be written."""
    writer = QPdfWriter(str(path))
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setPageSize(QPageSize(QSizeF(WIDTH, HEIGHT), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    writer.setResolution(round(_DOTS * 25.4))
    writer.setTitle(slip.reference)
    writer.setCreator("Atrium")
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path} cannot be written")
    try:
        Page(painter).draw(slip)
    finally:
        painter.end()


class Page:
    """One receipt on any painter whose unit is 1/40 mm."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, slip: Slip) -> None:
        """From the emblem at the top to the key at the bottom."""
        self._head()
        self._service(slip)
        self._reference(slip)
        self._facts(slip)
        self._proof(slip)
        self._foot(slip)

    def _head(self) -> None:
        self._arches(_LEFT, 12, 15)
        self._text(34, 12.5, 60, 8, say("receipt_issuer", "zh_CN"), 5.4, bold=True)
        self._text(34, 20.5, 60, 6, say("receipt_issuer", "en"), 3.6, _SOFT)
        title, name = say("receipt_title", "zh_CN"), say("receipt_title", "en")
        self._text(84, 11.5, 50, 9.5, title, 7, bold=True, serif=True, align=_Flag.AlignRight)
        self._text(84, 20.5, 50, 6, name, 3.6, _SOFT, align=_Flag.AlignRight)
        self._rule(31, _BRASS, 0.7)

    def _service(self, slip: Slip) -> None:
        sign = QRectF(_LEFT, 40, 16, 16)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(slip.colour))
        self._painter.drawRoundedRect(_dots(sign), 1.6 * _DOTS, 1.6 * _DOTS)
        size = 9 if slip.counter < 10 else 7.5
        self._text(
            sign.x(), sign.y(), 16, 16, str(slip.counter), size, QColor("white"),
            bold=True, align=_Flag.AlignHCenter,
        )  # fmt: skip
        self._text(35, 38.5, 99, 9.5, slip.service["zh_CN"], 6.6, bold=True)
        self._text(35, 47.6, 99, 6, slip.service["en"], 4, _SOFT)
        for row, language in enumerate(("zh_CN", "en")):
            name = slip.department[language]
            where = say("receipt_counter", language, number=slip.counter, department=name)
            self._text(35, 54 + 5 * row, 99, 5, where, 3.4, _SOFT)

    def _reference(self, slip: Slip) -> None:
        box = QRectF(_LEFT, 70, _RIGHT - _LEFT, 23)
        self._painter.setPen(QPen(_PINE, 0.5 * _DOTS))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(_dots(box), 2 * _DOTS, 2 * _DOTS)
        label = f"{say('receipt_reference', 'zh_CN')}  {say('receipt_reference', 'en')}"
        self._text(20, 72.5, 108, 6, label, 3.4, _SOFT)
        self._text(20, 78.5, 108, 12, slip.reference, 8.6, bold=True)

    def _facts(self, slip: Slip) -> None:
        rows = (
            ("receipt_time", [slip.long_time(language) for language in ("zh_CN", "en")]),
            ("receipt_answer", [slip.answer_by(language) for language in ("zh_CN", "en")]),
        )
        for place, (label, values) in enumerate(rows):
            top = 99 + 15 * place
            self._text(_LEFT, top, 40, 6, say(label, "zh_CN"), 4, bold=True)
            self._text(_LEFT, top + 5.8, 40, 5, say(label, "en"), 3.3, _SOFT)
            self._text(56, top, 78, 6, values[0], 4)
            self._text(56, top + 5.8, 78, 5, values[1], 3.3, _SOFT)
            self._rule(top + 12.7, _LINE, 0.25)

    def _proof(self, slip: Slip) -> None:
        self._qr(slip.signed, _LEFT - 1, 131, 56)
        words, width = 76.0, _RIGHT - 76
        top = 133.0
        for language, size, title_size in (("zh_CN", 3.6, 4.2), ("en", 3.0, 3.6)):
            title = say("receipt_verify_title", language)
            self._text(words, top, width, 6, title, title_size, bold=True)
            top += 6.5
            text = say("receipt_verify", language)
            top += self._paragraph(words, top, width, text, size) + 3.5

    def _foot(self, slip: Slip) -> None:
        self._rule(193, _LINE, 0.25)
        for row, language in enumerate(("zh_CN", "en")):
            size = 3.2 if language == "zh_CN" else 2.9
            self._text(
                _LEFT, 194.5 + 5 * row, 120, 5, say("receipt_privacy", language), size, _SOFT
            )

    def _arches(self, x: float, y: float, size: float) -> None:
        """The emblem: three arches that recede."""
        for colour, inset in ((_PINE, 0.0), (QColor("#F4F0E7"), 0.15), (_PINE, 0.27)):
            side = inset * size
            span = size - 2 * side
            arch = QPainterPath(QPointF(x + side, y + size))
            arch.lineTo(x + side, y + side + span / 2)
            arch.arcTo(QRectF(x + side, y + side, span, span), 180, -180)
            arch.lineTo(x + side + span, y + size)
            arch.closeSubpath()
            self._painter.save()
            self._painter.scale(_DOTS, _DOTS)
            self._painter.fillPath(arch, colour)
            self._painter.restore()

    def _qr(self, signed: str, x: float, y: float, size: float) -> None:
        """Whole modules without antialiasing, so that no hairline parts them."""
        rows = qr_rows(signed)
        module = size / len(rows)
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for down, row in enumerate(rows):
            for start, length in _runs(row):
                dark = QRectF(x + start * module, y + down * module, length * module, module)
                self._painter.fillRect(_dots(dark), QColor("black"))
        self._painter.restore()

    def _rule(self, y: float, colour: QColor, thick: float) -> None:
        self._painter.fillRect(_dots(QRectF(_LEFT, y, _RIGHT - _LEFT, thick)), colour)

    def _text(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        text: str,
        size: float,
        colour: QColor = _INK,
        bold: bool = False,
        serif: bool = False,
        align: Qt.AlignmentFlag = _Flag.AlignLeft,
    ) -> None:
        """One line, made smaller until it fits: a long title is never cut."""
        box = _dots(QRectF(x, y, width, height))
        font = _font(size, bold, serif)
        self._painter.setFont(font)
        while self._painter.fontMetrics().horizontalAdvance(text) > box.width():
            font.setPixelSize(font.pixelSize() - _DOTS // 10)
            self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(box, align | _Flag.AlignVCenter, text)

    def _paragraph(self, x: float, y: float, width: float, text: str, size: float) -> float:
        """Wrapped lines; returns their height in mm."""
        self._painter.setFont(_font(size, bold=False, serif=False))
        self._painter.setPen(_SOFT)
        wrapped = Qt.TextFlag.TextWordWrap
        used = self._painter.drawText(
            _dots(QRectF(x, y, width, 60)), int(_Flag.AlignLeft | _Flag.AlignTop) | wrapped, text
        )
        return used.height() / _DOTS


def _dots(box: QRectF) -> QRectF:
    return QRectF(*(side * _DOTS for side in (box.x(), box.y(), box.width(), box.height())))


def _font(size: float, bold: bool, serif: bool) -> QFont:
    """size: mm from the top of a line's letters to its foot, leading apart."""
    font = QFont(_SERIF if serif else _SANS)
    font.setPixelSize(round(size * _DOTS))
    font.setBold(bold)
    return font


def _runs(row: str) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    runs = []
    at = row.find("1")
    while at >= 0:
        end = row.find("0", at)
        end = len(row) if end < 0 else end
        runs.append((at, end - at))
        at = row.find("1", end)
    return runs
