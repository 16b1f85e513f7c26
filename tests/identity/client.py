"""The window's side of the identity process, for tests."""

from pathlib import Path
from typing import Any

from foundation.children import Child
from foundation.messages import Message

PATIENCE_S = 40.0


class Client:
    """Asks one thing at a time and keeps the events that came on the way."""

    def __init__(self, child: Child) -> None:
        self.child = child
        self.events: list[Message] = []
        self._number = 0
        self._code: int | None = None

    def stop(self) -> int:
        """End the process; returns its exit code, also when asked again."""
        if self._code is None:
            self._code = self.child.stop()
        return self._code

    def send(self, request: str, **fields: Any) -> int:
        """Ask, without waiting; returns the request's number."""
        self._number += 1
        self.child.channel.send({"id": self._number, "request": request, **fields})
        return self._number

    def answer(self, number: int) -> Message:
        """The whole answer to a request."""
        while True:
            message = self.child.channel.receive(PATIENCE_S)
            assert message is not None, "the identity process is silent"
            if message.get("id") == number:
                return message
            if "event" in message:
                self.events.append(message)

    def ask(self, request: str, **fields: Any) -> Any:
        """The result of a request that must work."""
        answer = self.answer(self.send(request, **fields))
        assert "result" in answer, answer
        return answer["result"]

    def refused(self, request: str, **fields: Any) -> Message:
        """The error of a request that must not work."""
        answer = self.answer(self.send(request, **fields))
        assert "error" in answer, answer
        return dict(answer["error"])

    def until(self, event: str, **fields: Any) -> Message:
        """Wait for an event with these fields."""
        while True:
            message = self.child.channel.receive(PATIENCE_S)
            assert message is not None, f"no {event} came"
            self.events.append(message)
            if message.get("event") == event and fields.items() <= message.items():
                return message

    def told(self, event: str, field: str) -> list[Any]:
        """One field of every event of a kind so far."""
        return [message[field] for message in self.events if message["event"] == event]


def numbered(folder: Path, number: int) -> Path:
    """Where a recording keeps its picture with this number."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{number}.png"
