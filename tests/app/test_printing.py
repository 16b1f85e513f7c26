"""A print and the screen that asked for it, which may have gone on by the time it is done."""

import threading
from collections.abc import Iterator, Sized
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app.background import Background
from kiosk.app.printing import show_print
from kiosk.devices.printer import Printed
from kiosk.screens.models import ReceiptModel


@pytest.fixture
def background(qt: QCoreApplication) -> Iterator[Background]:
    work = Background()
    yield work
    work.close()


@pytest.mark.parametrize(
    ("outcome", "shown"),
    [
        (Printed(Path("a.pdf")), ("printed", "")),
        (Printed(Path("a.pdf"), on_paper=False), ("kept", "")),
        (Printed(Path("a.pdf"), "printer_paper"), ("failed", "printer_paper")),
    ],
)
def test_what_came_of_it_is_shown(
    background: Background, outcome: Printed, shown: tuple[str, str]
) -> None:
    model, told = ReceiptModel(), list[Printed]()
    show_print(background, model, lambda: outcome, lambda: True, told.append)
    assert model.printed == "printing"
    _live_until(told)
    assert (model.printed, model.printFailure) == shown


def test_the_next_person_is_told_nothing_of_it(background: Background) -> None:
    model, printer, told = ReceiptModel(), threading.Event(), list[Printed]()
    asked = [True]

    def work() -> Printed:
        printer.wait()
        return Printed(Path("a.pdf"), "printer_paper")

    show_print(background, model, work, lambda: bool(asked), told.append)
    asked.clear()
    model.reset()
    printer.set()
    after: list[bool] = []
    background.run(lambda: True, after.append)
    _live_until(after)
    assert (model.printed, model.printFailure, told) == ("", "", [])


def _live_until(told: Sized) -> None:
    while not told:
        QCoreApplication.processEvents()
