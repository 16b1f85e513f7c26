"""A document that a department issued as a PDF: what it says, until when, and how to check it."""

from pathlib import Path

from kiosk.devices.sheet import SOFT, Label, Sheet, write_pdf
from kiosk.services.certificates import Certificate
from kiosk.services.forms.display import say

_LANGUAGES = ("zh_CN", "en")


def write_certificate_pdf(certificate: Certificate, path: Path) -> None:
    """Write it. Needs a QGuiApplication. Raises OSError when it cannot be written."""
    title = certificate.title["en"]
    write_pdf(path, title, lambda painter: Page(painter).draw(certificate))


class Page(Sheet):
    """One document."""

    def draw(self, certificate: Certificate) -> None:
        """All of it."""
        self.head("certificate_title")
        self.text(14, 36, 120, 10, certificate.title["zh_CN"], 7.4, bold=True, serif=True)
        self.text(14, 46, 120, 6, certificate.title["en"], 4.2, SOFT)
        for row, language in enumerate(_LANGUAGES):
            issuer = say(
                "receipt_counter",
                language,
                number=certificate.counter,
                department=certificate.department[language],
            )
            self.text(14, 54 + 5 * row, 120, 5, issuer, 3.4, SOFT)
        rows: list[tuple[Label, dict[str, str]]] = [
            (name, dict.fromkeys(_LANGUAGES, value)) for name, value in certificate.facts
        ]
        rows.append(("certificate_issued", {one: certificate.issued(one) for one in _LANGUAGES}))
        rows.append(("certificate_valid", {one: certificate.valid(one) for one in _LANGUAGES}))
        self.facts(rows, top=70)
        self.proof(certificate.signed, "certificate_verify", "certificate_verify_title")
        self.foot("certificate_privacy")
