"""Work that would hold up the screen: done on another thread, answered on this one."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

log = logging.getLogger(__name__)

T = TypeVar("T")


class _Relay(QObject, Generic[T]):
    """Carries one finished future to the thread that made this object."""

    finished = Signal(object)


class Background(QObject):
    """One worker thread, one task after the other; the window is told on its own thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="background")
        self._relays: set[_Relay[object]] = set()

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work` elsewhere, then `then(result)` or `failed(error)` here."""
        relay: _Relay[object] = _Relay(self)
        self._relays.add(relay)

        def deliver(future: "Future[T]") -> None:
            self._relays.discard(relay)
            relay.deleteLater()
            error = future.exception()
            if error is None:
                then(future.result())
            elif isinstance(error, Exception):
                failed(error)
            else:
                raise error

        relay.finished.connect(deliver, Qt.ConnectionType.QueuedConnection)
        self._pool.submit(work).add_done_callback(relay.finished.emit)

    def close(self) -> None:
        """Let running work finish and start nothing more."""
        self._pool.shutdown(wait=True, cancel_futures=True)
