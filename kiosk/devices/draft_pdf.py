"""The code of kept answers as a PDF: what it opens, until when, and how."""

from pathlib import Path

from kiosk.devices.sheet import Sheet, write_pdf
from kiosk.services.drafts.slip import DraftSlip
from kiosk.services.forms.display import long_date

_LANGUAGES = ("zh_CN", "en")


def write_draft_pdf(slip: DraftSlip, path: Path) -> None:
    """Write it. Needs a QGuiApplication. Raises OSError when it cannot be written."""
    write_pdf(path, slip.code, lambda painter: Page(painter).draw(slip))


class Page(Sheet):
    """One code."""

    def draw(self, slip: DraftSlip) -> None:
        """All of it."""
        self.head("draft_title")
        self.boxed("draft_code", slip.code, top=50)
        rows = (
            ("draft_service", slip.service),
            ("draft_until", {one: long_date(slip.until, one) for one in _LANGUAGES}),
        )
        self.facts(rows, top=84)
        self.proof(slip.code.replace("-", ""), "draft_how", "draft_how_title")
        self.foot("draft_privacy")
