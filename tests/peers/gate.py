"""A gate before a real department: what is asked there waits until it is let through."""

import threading
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from tests.peers.web import Asked, Reply, Web


class Gate(Web):
    """Serve it with `serving`. held: a path whose requests wait, each for its own turn; "" none."""

    def __init__(self, department: str) -> None:
        super().__init__(self._pass_on)
        self.held = ""
        self._to = urlsplit(department)
        self._waiting: list[threading.Event] = []

    @property
    def waiting(self) -> int:
        """How many requests stand before it now."""
        return len(self._waiting)

    def let_through(self) -> None:
        """The one that has waited longest."""
        self._waiting.pop(0).set()

    def open(self) -> None:
        """All that wait, and all that come."""
        self.held = ""
        while self._waiting:
            self.let_through()

    def _pass_on(self, asked: Asked) -> Reply:
        if self.held and asked.path.endswith(self.held):
            turn = threading.Event()
            self._waiting.append(turn)
            turn.wait()
        query = f"?{urlencode(asked.query)}" if asked.query else ""
        line = HTTPConnection(str(self._to.hostname), self._to.port or 80)
        try:
            line.request(asked.method, asked.path + query, asked.body or None, asked.headers)
            answer = line.getresponse()
            kind = answer.getheader("Content-Type", "")
            return Reply(answer.status, answer.read(), kind)
        finally:
            line.close()
