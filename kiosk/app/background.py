"""Work that would hold up the screen: done on another thread, answered on this one."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Background(QObject):
    """One worker thread, one task after the other; the window is told on its own thread."""

    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="background")
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` elsewhere, then `then(result)` or `failed(error)` here.

        Without `failed` its error is raised here: a fault nobody expects.
        """
        future = self._pool.submit(work)
        future.add_done_callback(lambda done: self._finished.emit(done, then, failed))

    def close(self) -> None:
        """Let all work that was asked for finish; nobody is told any more."""
        self._finished.disconnect(self._deliver)
        self._pool.shutdown(wait=True)

    def _deliver(
        self,
        done: "Future[Any]",
        then: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
    ) -> None:
        error = done.exception()
        if error is None:
            then(done.result())
        elif isinstance(error, Exception) and failed is not None:
            failed(error)
        else:
            raise error
