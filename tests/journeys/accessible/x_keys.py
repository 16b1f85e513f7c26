"""A visit by real key events: the X server's test extension presses, the window hears it from X.

`python -m tests.journeys.accessible.x_keys`, with ATRIUM_HOME as the terminal's home; starts a
display of its own and ends with 0 when the receipt came.
"""

import ctypes
import os
import sys
from pathlib import Path

os.environ.pop("QT_QPA_PLATFORM", None)

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kiosk.demo.display import some_display
from tests.journeys.accessible.keyboard import Keys, visit
from tests.journeys.conftest import Terminal

NAMES = {Qt.Key.Key_Tab: b"Tab", Qt.Key.Key_Return: b"Return", Qt.Key.Key_Right: b"Right"}


class XKeys(Keys):
    """Keys as a keyboard on the X server presses them; the server decides who hears them."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(terminal)
        self._x11, self._xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._xtst.XTestFakeKeyEvent.argtypes = [
            *(ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        ]
        self._display = self._x11.XOpenDisplay(None)

    def hold(self, key: Qt.Key) -> None:
        self._press(key, True)

    def let_go(self, key: Qt.Key) -> None:
        self._press(key, False)

    def _press(self, key: Qt.Key, down: bool) -> None:
        name = NAMES.get(key) or chr(key.value).lower().encode()
        code = self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(name))
        self._xtst.XTestFakeKeyEvent(self._display, code, down, 0)
        self._x11.XSync(self._display, False)


def main() -> int:
    """One visit."""
    from kiosk.app.application import Application
    from kiosk.app.milestones import Milestones
    from kiosk.app.opening import open_window
    from kiosk.demo.walker import Walker
    from kiosk.settings import Settings

    settings = Settings(camera="demonstration", language="en")
    milestones = Milestones()
    home = Path(os.environ["ATRIUM_HOME"])
    with some_display(1280, 720):
        screens = open_window(settings, milestones, (1280, 720))
        with Application(settings, screens, milestones) as app:
            terminal = Terminal(app, Walker(screens, home), home)
            screens.window.requestActivate()
            terminal.walker.until(screens.window.isActive, "the keyboard's focus")
            visit(XKeys(terminal))
            print(QGuiApplication.platformName(), screens.receipt.stage, screens.warnings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
