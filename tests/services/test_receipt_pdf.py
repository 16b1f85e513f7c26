"""The receipt on paper: what a person can read on it, and what a camera can."""

import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from backend.receipts.keys import ReceiptKey
from backend.receipts.signing import Claims, sign
from kiosk.services.catalogue import Catalogue
from kiosk.services.receipts import acknowledge, slip_of, verify

KEY = ReceiptKey(bytes(range(32)))
CLAIMS = Claims(
    case="01a209c4-57ac-7976-9e94-09622353c31d",
    reference="HZ 2026 1123 0042 7",
    key="01a209c4-5481-7c69-b08e-db27d17a9a1c",
    service="medical_elsewhere",
    department="medical",
    body_sha256="v3z1fu1S42FucUk5v4GNkc7KQZzkboQnuuB7fgc0qYo",
    received_at="2026-11-23T18:56:32Z",
    previous="v3z1fu1S42FucUk5v4GNkc7KQZzkboQnuuB7fgc0qYo",
)


@pytest.fixture
def paper(tmp_path: Path, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from kiosk.devices.receipt_pdf import write_receipt_pdf

    application = QGuiApplication.instance() or QGuiApplication([])
    signed = sign(CLAIMS, KEY)
    receipt = verify(signed, {"keys": [KEY.public]}).receipt
    service = catalogue.service(CLAIMS.service)
    department = catalogue.department(service.department)
    path = tmp_path / "receipt.pdf"
    write_receipt_pdf(slip_of(service, department, receipt, signed), path)
    assert application is not None
    with pytest.raises(OSError, match="cannot be written"):
        write_receipt_pdf(
            slip_of(service, department, receipt, signed), tmp_path / "no" / "receipt.pdf"
        )
    return path


def test_it_is_one_a5_page_with_the_reference_as_its_title(paper: Path) -> None:
    reader = PdfReader(paper)
    (page,) = reader.pages
    millimetres = [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]]
    assert millimetres == [148, 210]
    assert reader.metadata is not None and reader.metadata.title == CLAIMS.reference


def test_its_numbers_can_be_copied_and_read_aloud(paper: Path) -> None:
    (page,) = PdfReader(paper).pages
    words = page.extract_text().split()
    reference = CLAIMS.reference.split()
    assert any(words[at : at + len(reference)] == reference for at in range(len(words)))


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
def test_a_camera_reads_the_signed_receipt_from_it(paper: Path) -> None:
    subprocess.run(
        ["pdftoppm", "-r", "150", "-png", "-singlefile", str(paper), str(paper.with_suffix(""))],
        check=True,
    )
    with Image.open(paper.with_suffix(".png")) as picture:
        (found,) = zxingcpp.read_barcodes(picture)
    verdict = verify(found.text, {"keys": [KEY.public]})
    assert verdict.receipt is not None and verdict.receipt.reference == CLAIMS.reference


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler-utils is not installed")
def test_a_number_without_a_signature_has_no_code(
    tmp_path: Path, catalogue: Catalogue, paper: Path
) -> None:
    from kiosk.devices.receipt_pdf import write_receipt_pdf

    word = acknowledge("81c4445c-bff6-11ed", "PENDING", b"{}")
    service = catalogue.service(CLAIMS.service)
    slip = slip_of(service, catalogue.department(service.department), word, "")
    number = tmp_path / "number.pdf"
    write_receipt_pdf(slip, number)
    metadata = PdfReader(number).metadata
    assert metadata is not None and metadata.title == word.reference and slip.time
    subprocess.run(["pdftoppm", "-r", "150", "-png", number, tmp_path / "number"], check=True)
    assert zxingcpp.read_barcodes(Image.open(tmp_path / "number-1.png")) == []
