"""One child process as the window sees it: started, heard, and started again when it falls."""

import logging
import subprocess
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from foundation.children import Child, spawn
from foundation.frames import FrameRing
from foundation.messages import ChannelClosed, Message

log = logging.getLogger(__name__)

_HEALTHY_MS = 20_000
_BACKOFF_MS = (0, 500, 1000, 2000, 5000, 10_000)


class Room(QObject):
    """A supervised child. All of its life happens on the thread that owns it (the UI thread),
    which also is what PR_SET_PDEATHSIG needs: a child dies with the thread that started it."""

    started = Signal()
    fell = Signal()
    message = Signal(dict)

    def __init__(
        self,
        module: str,
        arguments: Callable[[], list[str]] = list,
        frames: tuple[int, int] | None = None,
        env: Mapping[str, str] | None = None,
        parent: QObject | None = None,
        lasting: bool = False,
    ) -> None:
        """arguments: asked again at each start. frames: the largest picture it will make. lasting:
        its newest picture can still be seen after it fell, until the next child makes one."""
        super().__init__(parent)
        self.module = module
        self._arguments = arguments
        self._frames: tuple[int, int] | FrameRing | None = frames
        self._lasting = lasting
        self._env = env
        self._child: Child | None = None
        self._notifier: QSocketNotifier | None = None
        self._falls = 0
        self._restart = QTimer(self, singleShot=True)
        self._restart.timeout.connect(self.start)
        self._healthy = QTimer(self, singleShot=True, interval=_HEALTHY_MS)
        self._healthy.timeout.connect(self._forgive)

    @property
    def frames(self) -> FrameRing | None:
        """The pictures of the running child, or where they last those of the one before."""
        if self._child is not None:
            return self._child.frames
        return self._frames if isinstance(self._frames, FrameRing) else None

    @property
    def falls(self) -> int:
        """How often it fell since it last ran for a while."""
        return self._falls

    @property
    def pid(self) -> int | None:
        """The running child's process number."""
        return self._child.process.pid if self._child else None

    def start(self) -> None:
        """Start the child; `started` follows at once."""
        self._child = spawn(self.module, *self._arguments(), frames=self._frames, env=self._env)
        self._notifier = QSocketNotifier(
            self._child.channel.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._read)
        self._healthy.start()
        self.started.emit()

    def send(self, message: Message) -> bool:
        """Send one message; False when the child is down just now."""
        if self._child is None:
            return False
        try:
            self._child.channel.send(message)
        except ChannelClosed:
            self._lost()
            return False
        return True

    def restart(self) -> None:
        """Start the child anew, in place of the one that runs."""
        self.stop()
        self.start()

    def stop(self) -> None:
        """End the child for good."""
        self._restart.stop()
        self._healthy.stop()
        self._drop()
        if isinstance(self._frames, FrameRing):
            ring, self._frames = self._frames, (self._frames.max_width, self._frames.max_height)
            ring.close()

    def _read(self) -> None:
        if self._child is None:
            return
        try:
            messages = self._child.channel.pending()
        except ChannelClosed:
            self._lost()
            return
        for message in messages:
            self.message.emit(message)

    def _lost(self) -> None:
        log.info("%s fell; starting it again", self.module)
        self._drop()
        self._healthy.stop()
        wait = _BACKOFF_MS[min(self._falls, len(_BACKOFF_MS) - 1)]
        self._falls += 1
        self._restart.start(wait)
        self.fell.emit()

    def _forgive(self) -> None:
        self._falls = 0

    def _drop(self) -> None:
        child, self._child = self._child, None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if child is None:
            return
        if self._lasting and child.frames is not None:
            self._frames, child.frames = child.frames, None
        try:
            code = child.stop()
        except subprocess.SubprocessError:
            log.exception("%s could not be stopped", self.module)
            return
        log.info("%s ended with %s", self.module, code)


class RequestRoom(Room):
    """A room that answers: each request gets exactly one answer, also when the child falls."""

    told = Signal(dict)

    def __init__(
        self,
        module: str,
        arguments: Callable[[], list[str]] = list,
        frames: tuple[int, int] | None = None,
        env: Mapping[str, str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(module, arguments, frames, env, parent)
        self._next = 1
        self._waiting: dict[int, tuple[Answer, Refusal]] = {}
        self.message.connect(self._sort)
        self.fell.connect(self._fail_all)

    def request(self, name: str, then: "Answer", otherwise: "Refusal", **fields: object) -> int:
        """Ask the child. Later, on this thread, either `then(result)` or `otherwise(error)`,
        where error is {"cause", "detail"}; a fallen child answers with cause `restarted`."""
        number, self._next = self._next, self._next + 1
        self._waiting[number] = (then, otherwise)
        if not self.send({"id": number, "request": name, **fields}):
            self._refuse(number)
        return number

    def _sort(self, message: Message) -> None:
        if "event" in message:
            self.told.emit(message)
            return
        waiting = self._waiting.pop(message.get("id", 0), None)
        if waiting is None:
            log.warning("%s answered a question that nobody asked", self.module)
            return
        then, otherwise = waiting
        if "error" in message:
            otherwise(message["error"])
        else:
            then(message.get("result"))

    def _fail_all(self) -> None:
        for number in list(self._waiting):
            self._refuse(number)

    def _refuse(self, number: int) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            waiting[1]({"cause": "restarted", "detail": f"{self.module} is starting again"})


Answer = Callable[[object], None]
Refusal = Callable[[dict[str, str]], None]
