"""Telling the window what happens, without ever waiting for it."""

import queue
import threading
from contextlib import suppress

from foundation.messages import Channel, ChannelClosed, Message

_PATIENCE = 256
"""News kept for a window that is busy; more is dropped, for the outbox is the truth."""


class Teller:
    """Sends from a thread of its own: a window that stands still must not stop deliveries."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._news: queue.Queue[Message] = queue.Queue(_PATIENCE)
        threading.Thread(target=self._send_all, name="teller", daemon=True).start()

    def tell(self, message: Message) -> None:
        """Send this soon; drop it when the window has not listened for long."""
        with suppress(queue.Full):
            self._news.put_nowait(message)

    def _send_all(self) -> None:
        with suppress(ChannelClosed):  # the courier's own loop sees that too, and ends
            while True:
                self._channel.send(self._news.get())
