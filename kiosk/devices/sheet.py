"""An A5 sheet in both languages, drawn in millimetres: head, proof and foot, and how to write."""

from collections.abc import Callable, Sequence
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
from kiosk.services.forms.messages import load_messages
from kiosk.services.receipts.qr import qr_rows

WIDTH, HEIGHT = 148.0, 210.0
LEFT, RIGHT = 14.0, 134.0
DOTS = 40  # a millimetre, so that font sizes, which are whole, are fine enough

INK, SOFT, PINE, BRASS = (QColor(c) for c in ("#14211F", "#3B4845", "#0B4F4A", "#B8862B"))
LINE = QColor("#D3CBBA")
_SANS, _SERIF = "Noto Sans CJK SC", "Noto Serif CJK SC"
Align = Qt.AlignmentFlag
Label = str | dict[str, str]


def write_pdf(path: Path, title: str, draw: Callable[[QPainter], None]) -> None:
    """Write one sheet. Needs a QGuiApplication. Raises OSError when it cannot be written."""
    writer = QPdfWriter(str(path))
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setPageSize(QPageSize(QSizeF(WIDTH, HEIGHT), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    writer.setResolution(round(DOTS * 25.4))
    writer.setTitle(title)
    writer.setCreator("Atrium")
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path} cannot be written")
    try:
        draw(painter)
    finally:
        painter.end()


class Sheet:
    """What every sheet has, on any painter whose unit is 1/40 mm."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def head(self, title_id: str) -> None:
        """The emblem, who issued it, and what it is."""
        self._arches(LEFT, 12, 15)
        self.text(34, 12.5, 60, 8, say("receipt_issuer", "zh_CN"), 5.4, bold=True)
        self.text(34, 20.5, 60, 6, say("receipt_issuer", "en"), 3.6, SOFT)
        title, name = say(title_id, "zh_CN"), say(title_id, "en")
        self.text(84, 11.5, 50, 9.5, title, 7, bold=True, serif=True, align=Align.AlignRight)
        self.text(84, 20.5, 50, 6, name, 3.6, SOFT, align=Align.AlignRight)
        self.rule(31, BRASS, 0.7)

    def facts(self, rows: Sequence[tuple[Label, dict[str, str]]], top: float) -> None:
        """(label, value in each language), one below the other from `top`; a label is a text id,
        or its words by language."""
        for place, (label, values) in enumerate(rows):
            y = top + 15 * place
            words = label if isinstance(label, dict) else load_messages()[label]
            self.text(LEFT, y, 40, 6, words["zh_CN"], 4, bold=True)
            self.text(LEFT, y + 5.8, 40, 5, words["en"], 3.3, SOFT)
            self.text(56, y, 78, 6, values["zh_CN"], 4)
            self.text(56, y + 5.8, 78, 5, values["en"], 3.3, SOFT)
            self.rule(y + 12.7, LINE, 0.25)

    def boxed(self, label_id: str, words: str, top: float) -> None:
        """A reference that is easy to find."""
        box = QRectF(LEFT, top, RIGHT - LEFT, 23)
        self._painter.setPen(QPen(PINE, 0.5 * DOTS))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(dots(box), 2 * DOTS, 2 * DOTS)
        label = f"{say(label_id, 'zh_CN')}  {say(label_id, 'en')}"
        self.text(20, top + 2.5, 108, 6, label, 3.4, SOFT)
        self.text(20, top + 8.5, 108, 12, words, 8.6, bold=True)

    def proof(self, text: str, how_id: str, title_id: str = "receipt_verify_title") -> None:
        """A text as a code, such as what was signed, and what it is good for."""
        self._qr(text, LEFT - 1, 131, 56)
        self.notice(title_id, how_id, top=133, left=76)

    def notice(self, title_id: str, text_id: str, top: float, left: float = LEFT) -> None:
        """A title and a paragraph below it, to the right margin."""
        for language, size, title_size in (("zh_CN", 3.6, 4.2), ("en", 3.0, 3.6)):
            self.text(left, top, RIGHT - left, 6, say(title_id, language), title_size, bold=True)
            top += 6.5
            text = say(text_id, language)
            top += self._paragraph(left, top, RIGHT - left, text, size) + 3.5

    def foot(self, text_id: str) -> None:
        """One line that says what is not on it."""
        self.rule(193, LINE, 0.25)
        for row, language in enumerate(("zh_CN", "en")):
            size = 3.2 if language == "zh_CN" else 2.9
            self.text(LEFT, 194.5 + 5 * row, 120, 5, say(text_id, language), size, SOFT)

    def _arches(self, x: float, y: float, size: float) -> None:
        """The emblem: three arches that recede."""
        for colour, inset in ((PINE, 0.0), (QColor("#F4F0E7"), 0.15), (PINE, 0.27)):
            side = inset * size
            span = size - 2 * side
            arch = QPainterPath(QPointF(x + side, y + size))
            arch.lineTo(x + side, y + side + span / 2)
            arch.arcTo(QRectF(x + side, y + side, span, span), 180, -180)
            arch.lineTo(x + side + span, y + size)
            arch.closeSubpath()
            self._painter.save()
            self._painter.scale(DOTS, DOTS)
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
                self._painter.fillRect(dots(dark), QColor("black"))
        self._painter.restore()

    def rule(self, y: float, colour: QColor, thick: float) -> None:
        """A line from margin to margin."""
        self._painter.fillRect(dots(QRectF(LEFT, y, RIGHT - LEFT, thick)), colour)

    def text(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        text: str,
        size: float,
        colour: QColor = INK,
        bold: bool = False,
        serif: bool = False,
        align: Qt.AlignmentFlag = Align.AlignLeft,
    ) -> None:
        """One line, made smaller until it fits: a long title is never cut."""
        box = dots(QRectF(x, y, width, height))
        font = _font(size, bold, serif)
        self._painter.setFont(font)
        while self._painter.fontMetrics().horizontalAdvance(text) > box.width():
            font.setPixelSize(font.pixelSize() - DOTS // 10)
            self._painter.setFont(font)
        self._painter.setPen(colour)
        self._painter.drawText(box, align | Align.AlignVCenter, text)

    def _paragraph(self, x: float, y: float, width: float, text: str, size: float) -> float:
        """Wrapped lines; returns their height in mm."""
        self._painter.setFont(_font(size, bold=False, serif=False))
        self._painter.setPen(SOFT)
        wrapped = Qt.TextFlag.TextWordWrap
        used = self._painter.drawText(
            dots(QRectF(x, y, width, 60)), int(Align.AlignLeft | Align.AlignTop) | wrapped, text
        )
        return used.height() / DOTS


def dots(box: QRectF) -> QRectF:
    return QRectF(*(side * DOTS for side in (box.x(), box.y(), box.width(), box.height())))


def _font(size: float, bold: bool, serif: bool) -> QFont:
    """size: mm from the top of a line's letters to its foot, leading apart."""
    font = QFont(_SERIF if serif else _SANS)
    font.setPixelSize(round(size * DOTS))
    font.setBold(bold)
    # The local forms of these faces' digits draw alike, but the paper could not be read aloud
    # or copied: Qt finds no characters for them.
    font.setFeature(QFont.Tag("locl"), 0)
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
