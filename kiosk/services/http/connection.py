"""Connections below requests: what was sent for sure, and a limit of time and size for answers."""

import http.client
import io
import ssl
import time
from functools import partial
from socket import socket
from typing import Any, cast
from urllib.parse import urlsplit

from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest, Response
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

from kiosk.services.http.answer import LARGEST_ANSWER, NoAnswer

_LARGEST_HEAD = 64 * 1024
_LARGEST_FRAMING = 64 * 1024
"""What chunks may cost beyond the body itself."""


class _Bounded(io.RawIOBase):
    """The bytes of one answer: none after `until`, and no more than `left`. Without it a peer
    that sends a byte every few seconds would hold the courier for ever."""

    def __init__(self, raw: io.RawIOBase, wire: socket, until: float) -> None:
        self._raw = raw
        self._wire = wire
        self._until = until
        self.left = _LARGEST_HEAD

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        seconds = self._until - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("the answer took too long")
        if self.left <= 0:
            raise NoAnswer("too_large", sent=True)
        self._wire.settimeout(seconds)
        count = cast("int | None", self._raw.readinto(buffer))
        self.left -= count or 0
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _BoundedResponse(http.client.HTTPResponse):
    def __init__(self, sock: socket, method: str | None = None, *, until: float) -> None:
        super().__init__(sock, method=method)
        self._bounded = _Bounded(self.fp.detach(), sock, until)
        self.fp = io.BufferedReader(self._bounded)

    def begin(self) -> None:
        super().begin()
        self._bounded.left = LARGEST_ANSWER + _LARGEST_FRAMING


class _Careful:
    """Says when surely nothing was sent, and gives the whole answer no longer than `timeout`.
    A request leaves in one piece: head and body sent apart wake both sides twice."""

    timeout: Any
    response_class: Any
    _held: list[bytes] | None = None

    def connect(self) -> None:
        try:
            super().connect()  # type: ignore[misc]
        except (HTTPError, OSError) as failed:
            raise NoAnswer(_why(failed), sent=False) from failed

    def request(self, *args: Any, **more: Any) -> None:
        held = self._held = []
        try:
            super().request(*args, **more)  # type: ignore[misc]
        finally:
            self._held = None
        self.send(b"".join(held))

    def send(self, data: Any) -> None:
        if self._held is None:
            super().send(data)  # type: ignore[misc]
        else:
            self._held.append(data)

    def getresponse(self) -> Any:
        until = time.monotonic() + self.timeout
        self.response_class = partial(_BoundedResponse, until=until)
        return super().getresponse()  # type: ignore[misc]


class _Plain(_Careful, HTTPConnection):
    pass


class _Secure(_Careful, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class CarefulAdapter(HTTPAdapter):
    """Takes TLS from `context` alone: what requests would add (its own authorities beside those
    that are pinned) stays out."""

    def __init__(self, context: ssl.SSLContext | None) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        super().init_poolmanager(*args, **more)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}

    def get_connection_with_tls_context(
        self, request: PreparedRequest, verify: Any, proxies: Any = None, cert: Any = None
    ) -> Any:
        """No proxy is ever looked for."""
        parts = urlsplit(str(request.url))
        tls = {"ssl_context": self._context} if parts.scheme == "https" else {}
        return self.poolmanager.connection_from_host(parts.hostname, parts.port, parts.scheme, tls)

    def request_url(self, request: PreparedRequest, proxies: Any) -> str:
        """Never through a proxy."""
        return request.path_url

    def build_response(self, req: PreparedRequest, resp: Any) -> Response:
        """Only what `Peer` looks at: no cookies are kept and no encoding is guessed."""
        answer = Response()
        answer.status_code, answer.raw = resp.status, resp
        return answer

    def cert_verify(self, conn: Any, url: Any, verify: Any, cert: Any) -> None:
        """The context checks chain and name by itself."""


def _why(failed: Exception) -> str:
    reason: BaseException | None = failed
    while reason is not None:
        if isinstance(reason, ssl.SSLCertVerificationError):
            return "untrusted"
        if isinstance(reason, ssl.SSLError):
            return "no_secure_connection"
        reason = reason.__cause__ or reason.__context__
    return "unreachable"
