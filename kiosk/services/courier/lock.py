"""Only one courier works on an outbox; another waits for its place and passes calls on to it."""

import fcntl
import hashlib
import logging
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

log = logging.getLogger(__name__)


class Place:
    """The courier's place at one outbox. The kernel frees it when its holder dies."""

    def __init__(self, folder: Path) -> None:
        self._file: IO[bytes] = (folder / "courier.lock").open("wb")
        # Not a path, which may be too long for a socket; the kernel forgets it with its holder.
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
        self._bell = f"\0atrium-courier-{name}"
        self._listening: socket.socket | None = None

    def take(self) -> bool:
        """Whether it is ours now."""
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def listen(self, rung: Callable[[], None]) -> None:
        """Call `rung` whenever another courier passes a call on; needs the place. Without a bell
        calls are late, but all is delivered."""
        bell = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            bell.bind(self._bell)
        except OSError as taken:
            bell.close()
            log.warning("other couriers' calls are not heard: %s", taken)
            return
        self._listening = bell
        threading.Thread(target=_hear, args=(bell, rung), daemon=True).start()

    def ring(self) -> None:
        """Wake whoever has the place."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as call, suppress(OSError):
            call.setblocking(False)  # nobody may be listening yet, and then nobody sleeps either
            call.sendto(b"!", self._bell)

    def leave(self) -> None:
        """Let somebody else have it."""
        if self._listening is not None:
            self._listening.shutdown(socket.SHUT_RDWR)
            self._listening.close()
        self._file.close()


def _hear(bell: socket.socket, rung: Callable[[], None]) -> None:
    with suppress(OSError):  # closed
        while bell.recv(16):
            rung()
