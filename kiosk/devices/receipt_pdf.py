"""The receipt as a PDF: one A5 page in both languages, drawn in millimetres."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from kiosk.devices.sheet import DOTS, LEFT, SOFT, Align, Sheet, dots, write_pdf
from kiosk.services.forms.display import say
from kiosk.services.receipts.slip import Slip

_LANGUAGES = ("zh_CN", "en")


def write_receipt_pdf(slip: Slip, path: Path) -> None:
    """Write the receipt. Needs a QGuiApplication. Raises OSError when it cannot be written."""
    write_pdf(path, slip.reference, lambda painter: Page(painter).draw(slip))


class Page(Sheet):
    """One receipt, from the emblem at the top to the key at the bottom."""

    def draw(self, slip: Slip) -> None:
        """All of it."""
        self.head("receipt_title")
        self._service(slip)
        self.boxed("receipt_reference", slip.reference, top=70)
        rows = (
            ("receipt_time", {language: slip.long_time(language) for language in _LANGUAGES}),
            ("receipt_answer", {language: slip.answer_by(language) for language in _LANGUAGES}),
        )
        self.facts(rows, top=99)
        if slip.signed:
            self.proof(slip.signed, "receipt_verify")
        else:
            self.notice("receipt_unsigned_title", "receipt_unsigned", top=133)
        self.foot("receipt_privacy")

    def _service(self, slip: Slip) -> None:
        sign = QRectF(LEFT, 40, 16, 16)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(slip.colour))
        self._painter.drawRoundedRect(dots(sign), 1.6 * DOTS, 1.6 * DOTS)
        size = 9 if slip.counter < 10 else 7.5
        self.text(
            sign.x(), sign.y(), 16, 16, str(slip.counter), size, QColor("white"),
            bold=True, align=Align.AlignHCenter,
        )  # fmt: skip
        self.text(35, 38.5, 99, 9.5, slip.service["zh_CN"], 6.6, bold=True)
        self.text(35, 47.6, 99, 6, slip.service["en"], 4, SOFT)
        for row, language in enumerate(("zh_CN", "en")):
            name = slip.department[language]
            where = say("receipt_counter", language, number=slip.counter, department=name)
            self.text(35, 54 + 5 * row, 99, 5, where, 3.4, SOFT)
