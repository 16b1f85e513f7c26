"""One peer as the terminal reaches it, from any thread."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from http.client import HTTPException
from ipaddress import ip_address
from ssl import SSLContext
from urllib.parse import urlsplit

import requests
from requests import PreparedRequest
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.response import HTTPResponse

from kiosk.services.http.answer import LARGEST_ANSWER, Answer, NoAnswer, answer_of
from kiosk.services.http.connection import CarefulAdapter
from kiosk.services.http.trust import Trust

CONNECT_S = 3.05
READ_S = 10.0
_JSON = {"Content-Type": "application/json"}
_ALWAYS = {
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "User-Agent": "Atrium",
}


class Asking(ABC):
    """Whatever a peer can be asked through."""

    @abstractmethod
    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One request, tried once. path: begins with "/". Raises NoAnswer."""

    def get(self, path: str) -> Answer:
        """Raises NoAnswer."""
        return self.ask("GET", path)

    def post(self, path: str, body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
        """Send JSON. Raises NoAnswer."""
        return self.ask("POST", path, body, {**_JSON, **(headers or {})})


class Peer(Asking):
    """Asks a peer: no proxy, no netrc, no cookie, no redirect; plain HTTP only on this machine.

    url: asked at each call, since an embedded back-end has another port after each start.
    headers: sent with every request. read_s: how long a whole answer may take.
    """

    def __init__(
        self,
        url: Callable[[], str],
        headers: Mapping[str, str] | None = None,
        read_s: float = READ_S,
        trust: Trust | None = None,
    ) -> None:
        self._url = url
        self._headers = headers or {}
        self._read_s = read_s
        self._trust = trust or Trust()
        self._of_thread = threading.local()

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        address = self._url()
        _check(address)
        request = PreparedRequest()
        try:
            request.prepare_method(method)
            request.url = _written(address.rstrip("/") + path)
            request.prepare_headers({**_ALWAYS, **self._headers, **(headers or {})})
            request.prepare_body(body, None)
            way = self._way(secure=address.startswith("https:"))
            with way.send(request, stream=True, timeout=(CONNECT_S, self._read_s)) as answer:
                return answer_of(answer.status_code, _all(answer.raw), answer.raw.headers)
        except (requests.Timeout, ReadTimeoutError) as slow:
            raise NoAnswer("timeout", sent=True) from slow
        except (requests.RequestException, HTTPError, HTTPException, OSError) as broken:
            raise NoAnswer("broken_off", sent=True) from broken

    def close(self) -> None:
        """Let go of this thread's connections."""
        for way in self._ways().values():
            way.close()

    def _way(self, secure: bool) -> CarefulAdapter:
        """Connections of this thread: requests promises no more than that. No session is around
        them, for all that it would add is unwanted: cookies, redirects, proxies, passwords."""
        ways = self._ways()
        if secure not in ways:
            ways[secure] = CarefulAdapter(self._context if secure else None)
        return ways[secure]

    def _ways(self) -> dict[bool, CarefulAdapter]:
        """Plain and secure ones, as far as this thread has used them."""
        ways: dict[bool, CarefulAdapter] = self._of_thread.__dict__.setdefault("ways", {})
        return ways

    @cached_property
    def _context(self) -> SSLContext:
        return self._trust.context()


class Terminal(Peer):
    """One Atrium back-end; the terminal shows its token."""

    def __init__(
        self,
        url: Callable[[], str],
        token: str,
        read_s: float = READ_S,
        trust: Trust | None = None,
    ) -> None:
        super().__init__(url, {"Authorization": f"Bearer {token}"}, read_s, trust)


def _all(raw: HTTPResponse) -> bytes:
    """The body as it came; asking until nothing is left also finds one that was cut short."""
    content = b""
    while piece := raw.read(LARGEST_ANSWER + 1, decode_content=False):
        content += piece
        if len(content) > LARGEST_ANSWER:
            raise NoAnswer("too_large", sent=True)
    return content


@lru_cache(maxsize=64)
def _written(url: str) -> str | None:
    """An address as it is sent: most requests go where the one before went."""
    request = PreparedRequest()
    request.prepare_url(url, None)
    return request.url


@lru_cache(maxsize=64)
def _check(address: str) -> None:
    """Raises NoAnswer unless nobody on the way can read or change what is said."""
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.port != 0 else None
    except ValueError:
        raise NoAnswer("no_address", sent=False) from None
    if parts.scheme not in ("http", "https") or not host:
        raise NoAnswer("no_address", sent=False)
    if parts.scheme == "http" and not _on_this_machine(host):
        raise NoAnswer("insecure_address", sent=False)


def _on_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
