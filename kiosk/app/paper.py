"""The receipt on paper: drawn, printed, and its file gone when the person is."""

import shutil
from collections.abc import Callable
from pathlib import Path

from foundation.paths import data_dir
from kiosk.devices.certificate_pdf import write_certificate_pdf
from kiosk.devices.draft_pdf import write_draft_pdf
from kiosk.devices.erasure_pdf import write_erasure_pdf
from kiosk.devices.printer import Printed, default_printer
from kiosk.devices.receipt_pdf import write_receipt_pdf
from kiosk.services.certificates import Certificate
from kiosk.services.drafts.slip import DraftSlip
from kiosk.services.receipts.proof import Proof
from kiosk.services.receipts.slip import Slip


class Paper:
    """Prints from a private folder that is emptied after each visit. Use it off the UI thread."""

    def __init__(self, folder: str) -> None:
        """folder: where PDF files are kept where there is no printer; "" nowhere."""
        self._private = data_dir() / "paper"
        self._queue = Path(folder).expanduser() if folder else None
        self.forget()

    def print(self, slip: Slip) -> Printed:
        """Draw and print; the outcome is the device's own word."""
        name = slip.reference.replace(" ", "")
        return self._print(name, lambda path: write_receipt_pdf(slip, path))

    def print_erasure(self, proof: Proof) -> Printed:
        """The same for the receipt of an erasure."""
        return self._print(f"erased-{proof.label}", lambda path: write_erasure_pdf(proof, path))

    def print_draft(self, slip: DraftSlip) -> Printed:
        """The same for the code of kept answers."""
        return self._print(f"kept-{slip.code}", lambda path: write_draft_pdf(slip, path))

    def print_certificate(self, certificate: Certificate) -> Printed:
        """The same for a document that a department issued."""
        return self._print(
            f"document-{certificate.id}", lambda path: write_certificate_pdf(certificate, path)
        )

    def forget(self) -> None:
        """Delete what was drawn."""
        shutil.rmtree(self._private, ignore_errors=True)

    def _print(self, name: str, draw: Callable[[Path], None]) -> Printed:
        self._private.mkdir(mode=0o700, exist_ok=True)
        drawn = self._private / f"{name}.pdf"
        draw(drawn)
        return default_printer(self._queue).print(drawn)
