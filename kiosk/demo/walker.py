"""A hand that presses what a person would press, and eyes that keep what was shown."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from kiosk.screens.window import Screens

_PATIENCE_S = 40.0


class LostTheWay(Exception):
    """What should have been on the screen did not come."""


class Walker:
    """Works the window from inside its own event loop, by pressing at places on the screen."""

    def __init__(self, screens: Screens, out: Path) -> None:
        self._screens = screens
        self._out = out
        self._acted = time.monotonic()
        self._resting: QPointF | None = None
        self.shown: list[dict[str, Any]] = []

    def press(self, control: str) -> None:
        """Press one control in its middle, once it is there and the page stands still."""
        self._resting = None
        self.until(lambda: self._rests(control), f"the control {control}")
        self._acted = time.monotonic()
        self._screens.click(control)
        self.pause(30)

    def type(self, text: str) -> None:
        """Type into whatever has the focus, as a keyboard would."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(self._screens.window, key)
        self.pause(30)

    def there(self, control: str) -> bool:
        """Whether this control can be seen now."""
        return self._screens.find(control) is not None

    def screen(self, *names: str) -> str:
        """Wait for one of these screens to stand still; says which it is."""
        session = self._screens.session
        self.until(
            lambda: session.screen in names and self._screens.settled(),
            f"the screen {' or '.join(names)}",
        )
        return str(session.screen)

    def keep(self, name: str) -> None:
        """Write what is shown now as the next picture; `ms` counts from the last press."""
        ms = round((time.monotonic() - self._acted) * 1000)
        self.pause(60)
        picture = f"{len(self.shown) + 1:02d}-{name}.png"
        self._screens.grab(self._out / picture)
        self.shown.append({"name": name, "png": picture, "ms": ms})

    def until(self, done: Callable[[], bool], what: str, seconds: float = _PATIENCE_S) -> None:
        """Let the window live until `done`; raises LostTheWay when it never is."""
        deadline = time.monotonic() + seconds
        while not done():
            if time.monotonic() > deadline:
                screen = self._screens.session.screen
                raise LostTheWay(f"on the screen {screen}, {what} did not come in {seconds:.0f} s")
            self.pause(15)

    def pause(self, milliseconds: int) -> None:
        """Let the window live for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _rests(self, control: str) -> bool:
        """Whether it can be pressed, and is where it was a moment ago."""
        item = self._screens.find(control) if self._screens.settled() else None
        if item is None or not item.isEnabled():
            self._resting = None
            return False
        before, self._resting = self._resting, self._screens.centre(control)
        return before == self._resting
