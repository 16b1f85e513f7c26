"""A document on paper: in both languages, and its code says what the department signed."""

import unicodedata
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtPdf import QPdfDocument

from kiosk.devices.certificate_pdf import write_certificate_pdf
from kiosk.services.catalogue import Catalogue
from kiosk.services.certificates import Certificate, certificate_of
from kiosk.services.follow_up import DocumentRow

ROW = DocumentRow(
    id="d1",
    kind="business_licence",
    department="business",
    level="A",
    facts={"trade_name": "示例小吃店", "address": "示例市 示例路 1 号", "unknown": "x"},
    issued_on="2026-11-25",
    valid_until="2027-11-25",
    signed="a" * 500,
    state="valid",
)


def certificate(catalogue: Catalogue) -> Certificate:
    kind = catalogue.document_kinds[ROW.kind]
    return certificate_of(ROW, kind, catalogue.department(ROW.department))


def test_it_says_what_it_is_until_when_and_by_whom(
    qt: QCoreApplication, catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "document.pdf"
    write_certificate_pdf(certificate(catalogue), path)
    read = QPdfDocument()
    assert read.load(str(path)) == QPdfDocument.Error.None_
    assert read.pageCount() == 1
    text = unicodedata.normalize("NFKC", read.getAllText(0).text())  # radicals as characters
    for words in (
        "Business licence",
        "营业执照",
        "示例小吃店",
        "Issued",
        "有效期至2027年11月25日",
    ):
        assert words in text
    assert "unknown" not in text, "a fact that its kind does not know has no words"
    assert not read.render(0, QSize(400, 566)).isNull()
    read.close()
