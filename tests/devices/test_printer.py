"""The printer: paper when the device says so, and a cause when it does not."""

import stat
from pathlib import Path

import pytest

from kiosk.devices.printer import (
    FAILED,
    JAM,
    OFF,
    PAPER,
    CupsPrinter,
    NoPrinter,
    PdfFolder,
    Printed,
)


def program(path: Path, text: str) -> str:
    path.write_text("#!/bin/sh\n" + text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "receipt.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


def printer(tmp_path: Path, reasons: str) -> CupsPrinter:
    """A queue whose job leaves after the second look, unless `reasons` stop it."""
    looks = tmp_path / "looks"
    leaves = f'echo x >> {looks}; [ $(wc -l < {looks}) -gt 2 ] || echo "slip-7 somebody 1024"'
    stuck = 'echo "slip-7 somebody 1024"'
    queue = stuck if reasons else leaves
    lp = program(tmp_path / "lp", 'echo "request id is slip-7 (1 file(s))"\n')
    lpstat = program(
        tmp_path / "lpstat", f'case "$1" in -o) {queue};; *) echo "Alerts: {reasons}";; esac\n'
    )
    return CupsPrinter("slip", lp, lpstat)


def test_printed_means_that_the_job_has_left_the_queue(tmp_path: Path, pdf: Path) -> None:
    assert printer(tmp_path, "").print(pdf) == Printed(pdf)
    assert (tmp_path / "looks").read_text().count("x") == 3


@pytest.mark.parametrize(
    ("reasons", "failure"),
    [("media-empty-error", PAPER), ("media-jam-error", JAM), ("offline-report", OFF)],
)
def test_each_cause_has_its_own_message(
    tmp_path: Path, pdf: Path, reasons: str, failure: str
) -> None:
    assert printer(tmp_path, reasons).print(pdf).failure == failure


def test_a_refused_job_is_no_success(tmp_path: Path, pdf: Path) -> None:
    lp = program(tmp_path / "lp", 'echo "lp: destination unknown" >&2; exit 1\n')
    assert CupsPrinter("slip", lp, "false").print(pdf).failure == OFF
    assert FAILED != OFF


def test_without_a_printer_the_paper_is_a_file(tmp_path: Path, pdf: Path) -> None:
    kept = PdfFolder(tmp_path / "queue").print(pdf)
    assert kept.file.read_bytes() == pdf.read_bytes()
    assert not kept.failure
    assert not kept.on_paper, "a file is no paper, and the screen must not say so"


def test_where_nothing_can_be_printed_that_is_said(pdf: Path) -> None:
    assert NoPrinter().print(pdf).failure == OFF
