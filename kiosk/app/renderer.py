"""What draws the hall: how its process starts, and trying drivers while nobody is there."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from foundation.children import command
from foundation.messages import Message
from kiosk.app.conductor import Conductor
from kiosk.journey.visit import State, Visit

_QUIET_MS = 30_000
"""Nobody has come for so long, before the drivers are tried."""
_MOST_MS = 180_000


class Renderer(QObject):
    """Watches the hall's process. `arguments` is asked at each of its starts; `found` says that the
    next start may draw by another driver."""

    found = Signal()

    def __init__(
        self,
        setting: str,
        size: tuple[int, int],
        departments: Callable[[], list[dict[str, Any]]],
        conductor: Conductor,
    ) -> None:
        """setting: auto, tiny or gl. size: the largest picture, in pixels."""
        super().__init__(conductor)
        self._conductor = conductor
        self._setting, self._size, self._departments = setting, size, departments
        self._drawing = ""
        self._gl_fell = False
        self._measured = True
        self._trial: QProcess | None = None
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._try_drivers)
        self._patience = QTimer(self, singleShot=True, interval=_MOST_MS)
        self._patience.timeout.connect(self.close)
        conductor.moved.connect(self._moved)

    @property
    def waiting(self) -> bool:
        """Whether the drivers will be tried if nobody comes."""
        return self._quiet.isActive()

    @property
    def trying(self) -> bool:
        """Whether the drivers are being tried."""
        return self._trial is not None

    def arguments(self) -> list[str]:
        """For the command line of the hall's process."""
        return ["--renderer", self._setting, *(["--fell"] if self._gl_fell else [])]

    def heard(self, message: Message) -> None:
        """A message of the hall's process."""
        if message.get("event") == "renderer":
            self._drawing = message["name"]
            self._measured = message["measured"] or self._setting != "auto"
            self._wait()

    def fell(self) -> None:
        """The hall's process has ended; what drew by OpenGL does so no more."""
        self._gl_fell = self._gl_fell or self._drawing == "gl"

    def close(self) -> None:
        """Try nothing any more."""
        self._quiet.stop()
        self._patience.stop()
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.blockSignals(True)
            trial.kill()
            trial.waitForFinished()
            trial.deleteLater()

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.state is State.ATTRACT:
            self._wait()
        elif before.state is State.ATTRACT:
            self.close()

    def _wait(self) -> None:
        nobody = self._conductor.visit.state is State.ATTRACT
        if nobody and not self._measured and self._trial is None:
            self._quiet.start()

    def _try_drivers(self) -> None:
        self._trial = QProcess(self)
        self._trial.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._trial.finished.connect(self._tried)
        program, *arguments = [*command("hall3d.trial"), "both"]
        self._trial.start(program, arguments)
        told = {"departments": self._departments(), "size": self._size}
        self._trial.write(json.dumps(told).encode())
        self._trial.closeWriteChannel()
        self._patience.start()

    def _tried(self, code: int) -> None:
        self._measured = True  # where it failed, the next start of the terminal tries again
        self.close()
        if code == 0:
            self.found.emit()
