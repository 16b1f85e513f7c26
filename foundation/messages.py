"""One JSON object a line over a Unix stream socket: how Atrium's processes talk."""

import json
import select
import socket
import threading
import time
from typing import Any

Message = dict[str, Any]

MAX_LINE = 4 * 1024 * 1024
"""Bytes; a longer line can only come from a broken peer."""


class ChannelClosed(Exception):
    """The other process is gone, or sent what is not a message."""


class Channel:
    """Both ends use the same class. `send` is safe from any thread; reading is for one thread."""

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._socket.setblocking(True)
        self._send_lock = threading.Lock()
        self._buffer = bytearray()

    @classmethod
    def pair(cls) -> tuple["Channel", "Channel"]:
        """Two connected channels; one is handed to a child."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        return cls(ours), cls(theirs)

    @classmethod
    def from_descriptor(cls, descriptor: int) -> "Channel":
        """The child's end of a pair that its parent passed down."""
        return cls(socket.socket(fileno=descriptor))

    def fileno(self) -> int:
        """The descriptor, for an event loop to watch; -1 when closed."""
        return self._socket.fileno()

    def send(self, message: Message) -> None:
        """Send one message. Raises ChannelClosed when nobody is there to read it."""
        text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
        line = text.encode("utf-8", "surrogatepass") + b"\n"  # a file's name need not be UTF-8
        with self._send_lock:
            try:
                self._socket.sendall(line)
            except OSError as gone:
                raise ChannelClosed("the other process is gone") from gone

    def receive(self, timeout_s: float | None = None) -> Message | None:
        """The next message, or None when `timeout_s` passes without one."""
        deadline = None if timeout_s is None else time.monotonic() + timeout_s
        while True:
            message = self._next_buffered()
            if message is not None:
                return message
            wait = None if deadline is None else max(0.0, deadline - time.monotonic())
            if not self._wait_readable(wait):
                return None
            self._read_some()

    def pending(self) -> list[Message]:
        """Every message that has arrived, without waiting."""
        messages: list[Message] = []
        while self._wait_readable(0):
            try:
                self._read_some()
            except ChannelClosed:
                if not self._buffer.count(b"\n"):
                    raise
                break
        while (message := self._next_buffered()) is not None:
            messages.append(message)
        return messages

    def close(self) -> None:
        """Close this end; the peer's next read raises ChannelClosed."""
        self._socket.close()

    def _wait_readable(self, wait: float | None) -> bool:
        if self._socket.fileno() < 0:
            raise ChannelClosed("this channel is closed")
        poller = select.poll()
        poller.register(self._socket, select.POLLIN)
        return bool(poller.poll(None if wait is None else wait * 1000))

    def _read_some(self) -> None:
        try:
            data = self._socket.recv(65536)
        except OSError as gone:
            raise ChannelClosed("the other process is gone") from gone
        if not data:
            raise ChannelClosed("the other process is gone")
        self._buffer += data
        if len(self._buffer) > MAX_LINE and b"\n" not in self._buffer:
            raise ChannelClosed("the other process sent a line that never ends")

    def _next_buffered(self) -> Message | None:
        end = self._buffer.find(b"\n")
        if end < 0:
            return None
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 1]
        try:
            message = json.loads(line)
        except ValueError as broken:
            raise ChannelClosed("the other process sent what is not JSON") from broken
        if not isinstance(message, dict):
            raise ChannelClosed("the other process sent JSON that is not an object")
        return message
