"""One window for the tests of a file; every test fails when QML has something to say."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from kiosk.screens.window import Screens


@pytest.fixture(scope="module")
def window(qt: QCoreApplication) -> Iterator[Screens]:
    """The real window, as large as a portrait kiosk.

    It is gone before another file's terminal opens one: Qt's keyboard on screen serves one window
    a process, and ends the process when an older one takes its keyboard away.
    """
    screens = Screens()
    screens.show(size=(1080, 1920))
    yield screens
    screens.close()


@pytest.fixture
def screens(window: Screens) -> Iterator[Screens]:
    """The window as a new visit finds it; what QML warned of is an error."""
    window.warnings.clear()
    window.reset()
    window.session.reducedMotion = True
    yield window
    assert window.warnings == []
