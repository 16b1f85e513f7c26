"""A department that answers after the person has left: it reaches nobody else."""

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from tests.journeys.conftest import Terminal
from tests.journeys.test_step_up import sign_in_by_face
from tests.peers.gate import Gate
from tests.peers.web import serving

Start = Callable[..., Terminal]


@pytest.fixture
def gate(start: Start, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Terminal, Gate]]:
    """Somebody came with their face, which no department is asked about, before a gate."""
    monkeypatch.setattr("kiosk.services.asking.PATIENCE_S", 60.0)
    terminal = start()
    sign_in_by_face(terminal)
    with serving(Gate(terminal.app.backend_url)) as gate:
        assert isinstance(gate, Gate)
        terminal.app.backend_url = gate.url
        yield terminal, gate
        gate.open()
        terminal.stop()


def test_what_the_registers_say_is_neither_read_for_nor_agreed_by_the_next(
    gate: tuple[Terminal, Gate],
) -> None:
    terminal, before = gate
    walker, screens = terminal.walker, terminal.screens
    before.held = "/consents"
    walker.press("services.service.residence_permit")
    walker.press("service.start")
    walker.until(lambda: before.waiting == 1, "a question to the registers")
    _leave_to_the_next(terminal)
    walker.press("services.service.residence_permit")
    walker.screen("service")
    before.open()
    _until_all_is_told(terminal)
    assert screens.session.screen == "service" and not screens.service.reading
    assert not screens.session.toast
    walker.press("service.start")
    walker.screen("question")
    assert screens.question.fields[0]["source"].startswith("From the Residence register")
    with sqlite3.connect(terminal.home / "data" / "backend.sqlite") as file:
        assert file.execute("SELECT count(*) FROM consents").fetchone() == (2,), "one each"
    file.close()


def test_a_list_is_shown_to_whoever_asked_for_it(gate: tuple[Terminal, Gate]) -> None:
    terminal, before = gate
    walker, documents = terminal.walker, terminal.screens.documents
    before.held = "/documents"
    _open_documents(terminal)
    walker.until(lambda: before.waiting == 1, "the first one's question")
    _leave_to_the_next(terminal)
    _open_documents(terminal)
    before.let_through()
    walker.until(lambda: before.waiting == 1, "the second one's question")
    QCoreApplication.processEvents()  # the first one's answer came before that question went
    assert not documents.loaded
    before.let_through()
    walker.until(lambda: bool(documents.loaded), "the second one's answer")


def _open_documents(terminal: Terminal) -> None:
    terminal.walker.press("services.cases")
    terminal.walker.press("cases.documents")
    terminal.walker.screen("documents")


def _leave_to_the_next(terminal: Terminal) -> None:
    """Nothing on the way to the list of services waits for the department."""
    walker = terminal.walker
    walker.press("dock.leave")
    walker.press("attract.begin")
    walker.press("language.continue")
    walker.press("consent.useFace")
    walker.press("who.demo_card")
    walker.screen("hall")
    walker.press("hall.list")


def _until_all_is_told(terminal: Terminal) -> None:
    """Background work is done, and told, one after the other."""
    told: list[bool] = []
    terminal.app.background.run(lambda: True, told.append)
    terminal.walker.until(lambda: bool(told), "the end of all that was asked")
