"""Gamepads: noticed when they come and go; in the hall they walk, elsewhere they go from control
to control and press."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QFileSystemWatcher,
    QObject,
    QSocketNotifier,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent

from kiosk.app.hall import HallController
from kiosk.devices.gamepad.evdev import FOLDER, Device, EvdevPad, NoGamepad, files
from kiosk.devices.gamepad.pad import Pad, Wish
from kiosk.screens.window import Screens

log = logging.getLogger(__name__)
_AGAIN_MS = (0, 500, 2000)
"""When to look after something was plugged in: who may read it is settled a moment later."""
_KEYS = {
    Wish.GO: Qt.Key.Key_Return,
    Wish.BACK: Qt.Key.Key_Escape,
    Wish.NEXT: Qt.Key.Key_Tab,
    Wish.BEFORE: Qt.Key.Key_Backtab,
}


@dataclass
class _Held:
    """A gamepad that is plugged in."""

    device: Device
    pad: Pad
    notifier: QSocketNotifier


class Gamepads(QObject):
    """All gamepads work at once. Needs no thread: the event loop wakes when one says something."""

    def __init__(
        self,
        screens: Screens,
        hall: HallController,
        folder: Path = FOLDER,
        listed: Callable[[], set[Path]] = files,
        opened: Callable[[Path], Device] = EvdevPad,
    ) -> None:
        """folder: where files come and go; listed and opened: how they are found and read."""
        super().__init__(screens)
        self._screens, self._hall = screens, hall
        self._listed, self._opened = listed, opened
        self._held: dict[Path, _Held] = {}
        self._others: set[Path] = set()
        self._steered = (0.0, 0.0)
        self._watch = QFileSystemWatcher(self)
        if folder.is_dir():
            self._watch.addPath(str(folder))
        self._watch.directoryChanged.connect(self._changed)
        self._again = [QTimer(self, singleShot=True, interval=wait) for wait in _AGAIN_MS]
        for timer in self._again:
            timer.timeout.connect(self._look)
        self._look()

    @property
    def count(self) -> int:
        """How many are plugged in."""
        return len(self._held)

    def close(self) -> None:
        """Let go of all."""
        for timer in self._again:
            timer.stop()
        for path in list(self._held):
            self._drop(path)

    def _changed(self) -> None:
        for timer in self._again:
            timer.start()

    def _look(self) -> None:
        """Take up what is new, and forget what is gone."""
        there = self._listed()
        self._others &= there
        for path in set(self._held) - there:
            self._drop(path)
        for path in sorted(there - set(self._held) - self._others):
            self._take(path)

    def _take(self, path: Path) -> None:
        try:
            device = self._opened(path)
        except NoGamepad:
            self._others.add(path)
            return
        except OSError as refused:
            log.debug("%s may not be read: %s", path, refused)
            return
        notifier = QSocketNotifier(device.fileno(), QSocketNotifier.Type.Read, self)
        self._held[path] = _Held(device, Pad(device.ranges), notifier)
        notifier.activated.connect(lambda *_: self._read(path))
        log.info("a gamepad is here: %s", path.name)

    def _read(self, path: Path) -> None:
        held = self._held.get(path)
        if held is None:
            return
        try:
            events = held.device.read()
        except OSError as gone:
            log.info("a gamepad is gone: %s", gone)
            self._drop(path)
            return
        wishes = held.pad.feed(events)
        self._steer()
        for wish in wishes:
            self._do(wish)

    def _drop(self, path: Path) -> None:
        held = self._held.pop(path)
        held.notifier.setEnabled(False)
        held.notifier.deleteLater()
        held.device.close()
        self._steer()

    def _steer(self) -> None:
        """The pad that is pulled farthest steers; on another screen than the hall's none does."""
        asked = [held.pad.steered for held in self._held.values()]
        if self._screens.session.screen != "hall":
            asked = []
        steered = max(asked, key=lambda one: abs(one[0]) + abs(one[1]), default=(0.0, 0.0))
        if steered == self._steered:
            return
        self._steered = steered
        self._screens.session.touched.emit()
        self._hall.steer(*steered)

    def _do(self, wish: Wish) -> None:
        self._screens.session.touched.emit()
        if self._screens.session.screen != "hall":
            self._press(_KEYS[wish])
        elif wish is Wish.GO:
            self._hall.use_what_is_ahead()
        elif wish is Wish.BACK:
            self._hall.go_to("entrance")
        else:
            self._hall.select_next(-1 if wish is Wish.BEFORE else 1)

    def _press(self, key: Qt.Key) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(self._screens.window, event)
