"""A peer that answers with whatever bytes a test says, one connection at a time, TLS or not."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

_TLS_HELLO = b"\x16\x03"
"""What a client that means TLS says to a peer without: answered at once, as servers do."""

Pieces = Iterable[bytes]
"""Sent one after the other; a generator may wait between them, or stop to break off."""


@dataclass
class Wire:
    """url: where it is; asked: the head of each request that arrived whole."""

    url: str = ""
    reply: Callable[[], Pieces] = field(default=lambda: [b""])
    asked: list[str] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@contextmanager
def wire(tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Wire]:
    """Serve until the block ends."""
    here = Wire()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        scheme = "https" if tls else "http"
        here.url = f"{scheme}://{host}:{listening.getsockname()[1]}"
        thread = threading.Thread(target=_serve, args=(listening, tls, here), name="wire")
        thread.start()
        try:
            yield here
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def _serve(listening: socket.socket, tls: ssl.SSLContext | None, here: Wire) -> None:
    while True:
        try:
            plain, _ = listening.accept()
        except OSError:  # the block has ended
            return
        # A client that refuses our certificate, or has had enough, is what some tests want.
        with suppress(OSError), plain:
            plain.settimeout(10)
            if tls is None:
                _talk(plain, here)
            else:
                with tls.wrap_socket(plain, server_side=True) as secure:
                    _talk(secure, here)


def _talk(connection: socket.socket, here: Wire) -> None:
    request = b""
    while b"\r\n\r\n" not in request and not request.startswith(_TLS_HELLO):
        piece = connection.recv(65536)
        if not piece:
            return
        request += piece
    head, _, body = request.partition(b"\r\n\r\n")
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n")
                   if line.lower().startswith(b"content-length:")), 0)  # fmt: skip
    while len(body) < length:
        body += connection.recv(65536)
    here.asked.append(head.decode("latin-1"))
    here.bodies.append(body)
    for piece in here.reply():
        connection.sendall(piece)


def http_answer(status: str, body: bytes, **headers: str) -> bytes:
    """One whole answer; names of headers with _ for -."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
