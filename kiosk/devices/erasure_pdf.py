"""The receipt of an erasure as a PDF: what was destroyed, when, and how to check it."""

from pathlib import Path

from kiosk.devices.sheet import Sheet, write_pdf
from kiosk.services.receipts.proof import Proof

_LANGUAGES = ("zh_CN", "en")


def write_erasure_pdf(proof: Proof, path: Path) -> None:
    """Write it. Needs a QGuiApplication. Raises OSError when it cannot be written."""
    write_pdf(path, proof.label, lambda painter: Page(painter).draw(proof))


class Page(Sheet):
    """One receipt of an erasure."""

    def draw(self, proof: Proof) -> None:
        """All of it."""
        self.head("erasure_title")
        self.boxed("erasure_reference", proof.label, top=50)
        rows = (
            ("erasure_time", {language: proof.long_time(language) for language in _LANGUAGES}),
            ("erasure_what", {language: proof.what(language) for language in _LANGUAGES}),
        )
        self.facts(rows, top=84)
        self.proof(proof.signed, "erasure_verify")
        self.foot("erasure_privacy")
