"""One request in work: its fields, whether it was cancelled, and its one answer."""

import logging
import threading
from typing import Any

from foundation.messages import Channel, ChannelClosed, Message
from identity.errors import IdentityError

log = logging.getLogger(__name__)


class Job:
    """Answered exactly once, by whoever is first; later answers and events are dropped.

    `stop` is set when it was cancelled, and once it is answered.
    """

    def __init__(self, channel: Channel, message: Message) -> None:
        self.fields = {k: v for k, v in message.items() if k not in ("id", "request")}
        self.request = str(message.get("request"))
        self.stop = threading.Event()
        self._id = message["id"]
        self._channel = channel
        self._answered = False
        self._lock = threading.Lock()

    def text(self, name: str, default: str | None = None) -> str:
        """A field that is a text; IdentityError `bad_request` when it is not."""
        value = self.fields.get(name, default)
        if not isinstance(value, str) or not 0 < len(value) <= 4096:
            raise IdentityError("bad_request", f"`{self.request}` needs the text `{name}`")
        return value

    def number(self, name: str, default: float, least: float, most: float) -> float:
        """A field that is a number within limits; IdentityError `bad_request` when it is not."""
        value = self.fields.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise IdentityError("bad_request", f"`{name}` is a number, not {value!r}")
        if not least <= value <= most:
            raise IdentityError("bad_request", f"`{name}` is from {least} to {most}, not {value}")
        return value

    def flag(self, name: str) -> bool:
        """A field that is true or, by default, false; IdentityError `bad_request` when neither."""
        value = self.fields.get(name, False)
        if not isinstance(value, bool):
            raise IdentityError("bad_request", f"`{name}` is true or false, not {value!r}")
        return value

    def answer(self, result: Any) -> None:
        """It worked."""
        self._send({"id": self._id, "result": result}, last=True)

    def refuse(self, cause: str, detail: str, subject: str | None = None) -> None:
        """It did not."""
        error = {"cause": cause, "detail": detail}
        if subject is not None:
            error["subject"] = subject
        self._send({"id": self._id, "error": error}, last=True)

    def tell(self, event: str, **fields: Any) -> None:
        """Something on the way; silent once the job is cancelled or answered."""
        if not self.stop.is_set():
            self._send({"event": event, **fields}, last=False)

    def tell_anyway(self, event: str, **fields: Any) -> None:
        """Something about the device itself, true and worth saying also after the answer."""
        self._put({"event": event, **fields})

    def _send(self, message: Message, last: bool) -> None:
        with self._lock:
            if self._answered:
                return
            self._answered = last
            if last:  # before the answer is read, so that the next request finds this one over
                self.stop.set()
            self._put(message)

    def _put(self, message: Message) -> None:
        try:
            self._channel.send(message)
        except ChannelClosed:  # nobody listens any more: nothing needs to go on
            self.stop.set()
