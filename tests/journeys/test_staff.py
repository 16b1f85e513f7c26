"""The staff desk at work: real window, real identity process, its demonstration camera."""

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from foundation.secrets import open_vault
from kiosk.citizens import CitizenNumber
from kiosk.services.receipts import load_keys, verify
from kiosk.services.receipts.keys import terminal_keys_file
from kiosk.staff.pin import StaffPin
from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]

OTHER = "999999198505051247"
"""A valid number that is not the demonstration citizen's."""


def sign_in(terminal: Terminal) -> None:
    """From the first screen to the desk."""
    pin = StaffPin(open_vault()).reset()
    terminal.walker.until(lambda: bool(terminal.screens.attract.ready), "a terminal that is ready")
    terminal.screens.attract.staffGesture.emit()
    for digit in pin:
        terminal.walker.press(f"keypad.{digit}")
    terminal.walker.press("staff.signIn")


def enrol(terminal: Terminal, number: str) -> None:
    """Enrol whoever stands before the camera, and come to an end of it."""
    walker, model = terminal.walker, terminal.screens.staff
    walker.press("staff.page.enrol")
    walker.press("staff.enrol.number")
    walker.type(number)
    walker.press("staff.enrol.consent")
    walker.press("staff.enrol.camera")
    walker.until(lambda: model.enrol["stage"] in ("done", "failed"), "an enrolment")


def references(terminal: Terminal) -> set[str]:
    """Who is enrolled, as the identity process says."""
    told: list[list[dict[str, str]]] = []
    terminal.app.identity.request("subjects", told.append, lambda _: None)  # type: ignore[arg-type]
    terminal.walker.until(lambda: bool(told), "a list")
    return {row["subject"] for row in told[0]}


def test_a_face_that_is_enrolled_already_is_decided_by_staff(start: Start) -> None:
    terminal = start()
    sign_in(terminal)
    citizen = terminal.app.person.subject_of
    enrol(terminal, "999999199001011238")
    assert terminal.screens.staff.enrol["stage"] == "done"
    terminal.walker.press("page.back")
    enrol(terminal, OTHER)
    assert terminal.screens.staff.enrol["guidance"] == "duplicate"
    (first,) = references(terminal)
    assert terminal.screens.staff.enrol["other"] == first[:8]
    terminal.walker.press("staff.enrol.anyway")
    terminal.walker.until(lambda: terminal.screens.staff.enrol["stage"] == "done", "an enrolment")
    assert citizen(CitizenNumber.parse(OTHER)) in references(terminal)
    trail = (terminal.home / "data" / "staff-audit.jsonl").read_text(encoding="utf-8")
    assert "enrol despite a likeness" in trail and OTHER not in trail


def test_who_is_erased_gets_a_receipt_that_checks_and_stays_nowhere(
    start: Start, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    terminal = start(print_folder=str(tmp_path / "printed"))
    walker, model = terminal.walker, terminal.screens.staff
    sign_in(terminal)
    enrol(terminal, OTHER)
    walker.press("page.back")
    walker.press("staff.page.erase")
    (subject,) = references(terminal)
    walker.press(f"staff.erase.{subject}")
    walker.press(f"staff.erase.{subject}")
    walker.until(lambda: "qr" in model.erasure, "a receipt")
    walker.pause(100)
    signed = scanned(terminal)
    verdict = verify(signed, load_keys(terminal_keys_file()))
    assert verdict.erasure is not None and verdict.erasure.sub == subject
    assert model.erasure["label"] == subject[:8] and references(terminal) == set()
    walker.press("staff.erasure.print")
    walker.until(lambda: model.erasure["printed"] == "kept", "a PDF")
    (paper,) = (tmp_path / "printed").glob("*.pdf")
    title = PdfReader(paper).metadata
    assert title is not None and title.title == subject[:8]
    walker.press("staff.erasure.done")
    walker.until(lambda: model.erasure == {}, "the list")
    walker.until(lambda: not list((terminal.home / "data").glob("paper/*")), "no file of it")
    kept = [p for p in terminal.home.rglob("*") if p.is_file()]
    assert kept and not any(signed.encode() in path.read_bytes() for path in kept)
    assert signed not in caplog.text


def scanned(terminal: Terminal) -> str:
    """What a phone reads from the code on the screen."""
    picture = terminal.home / "screen.png"
    terminal.screens.grab(picture)
    (code,) = zxingcpp.read_barcodes(Image.open(picture))
    picture.unlink()
    return str(code.text)
