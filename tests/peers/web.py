"""A peer as an HTTP server that keeps what it is sent, and can fail in every way that is met."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request as it arrived; names of headers in lower case."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def form(self) -> list[tuple[str, str]]:
        """An urlencoded body."""
        return parse_qsl(self.body.decode(), keep_blank_values=True)


@dataclass(frozen=True)
class Reply:
    """status 0: none, the connection is cut. body: sent as it is."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    cut_at: int | None = None
    """Bytes of the body after which the connection is cut."""


def json_reply(status: int, told: Any, **headers: str) -> Reply:
    """JSON; names of headers with _ for -."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, json.dumps(told).encode(), headers=named)


Answering = Callable[[Asked], Reply]


class Web:
    """answer: what the peer does when it works. failing: for the next requests that change
    something, one each: gets the request and `answer`, which it may call before it fails."""

    def __init__(self, answer: Answering) -> None:
        self.url = ""
        self.answer = answer
        self.failing: list[Callable[[Asked, Answering], Reply]] = []
        self.asked: list[Asked] = []
        self._lock = threading.Lock()

    def reply(self, asked: Asked) -> Reply:
        """As it works, or as it fails this time."""
        with self._lock:
            self.asked.append(asked)
            fail = self.failing.pop(0) if self.failing and asked.method != "GET" else None
        return self.answer(asked) if fail is None else fail(asked, self.answer)


@contextmanager
def serving(web: Web) -> Iterator[Web]:
    """Serve until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self._serve()

        def do_POST(self) -> None:
            self._serve()

        def _serve(self) -> None:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            headers = {name.lower(): value for name, value in self.headers.items()}
            query = dict(parse_qsl(parts.query))
            reply = web.reply(Asked(self.command, parts.path, query, headers, body))
            if not reply.status:
                self._cut()
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.content_type:
                self.send_header("Content-Type", reply.content_type)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # it had not waited for that
                self.wfile.write(reply.body[: reply.cut_at])
            if reply.cut_at is not None:
                self.wfile.flush()
                self._cut()

        def _cut(self) -> None:
            with suppress(OSError):
                self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    web.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
