"""One form window for the tests of a file, and what the person brings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app.formwindow import FormWindow
from kiosk.demo.walker import Walker
from kiosk.screens.window import Screens
from kiosk.services.forms import Form, read_form
from kiosk.settings import Settings
from tests.app.hand import FORM, PDF, Begin, Hand


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is on the person's USB stick."""
    folder = tmp_path_factory.mktemp("stick")
    (folder / "Papers").mkdir()
    (folder / "agreement.pdf").write_bytes(PDF)
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "film.mov").write_bytes(bytes(10))
    (folder / "large.pdf").write_bytes(b"%PDF-" + bytes(300_000))
    (folder / "liar.pdf").write_bytes(b"MZ\x90\x00")
    (folder / "Papers" / "page.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"picture" * 9)
    return folder


@pytest.fixture(scope="module")
def window(qt: QCoreApplication, stick: Path) -> Iterator[FormWindow]:
    """One window for all of these tests, with its one thread for chores running."""
    screens = Screens()
    settings = Settings(camera="demonstration", language="en", files_folder=str(stick))
    with FormWindow(screens, settings) as opened:
        ready: list[bool] = []
        opened.chores.run(lambda: True, ready.append, lambda _: None)
        while not ready:
            QCoreApplication.processEvents()
        yield opened
    screens.close()


@pytest.fixture(params=[(1080, 1920), (1280, 720)], ids=["portrait", "landscape"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return tuple(request.param)


@pytest.fixture
def begin(window: FormWindow, home: Path, tmp_path: Path) -> Iterator[Begin]:
    """Opens a form, by itself that of every kind of question, in a window of this size."""
    window.screens.warnings.clear()

    def opened(size: tuple[int, int] = (1280, 720), form: Form | None = None) -> Hand:
        window.screens.show(size=size)
        window.screens.session.reducedMotion = True
        window.speak("en")
        draft = window.open(form or read_form(FORM), "A report")
        window.settle()
        return Hand(window, Walker(window.screens, tmp_path), draft)

    yield opened
    window.questions.forget()
    window.identity.stop()
    assert window.screens.warnings == []
