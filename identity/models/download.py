"""A model from where it was published: over https only, no larger than it is, in a bounded time."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import requests
from requests.auth import AuthBase
from urllib3.exceptions import HTTPError

from identity.errors import IdentityError
from identity.models.listing import Listed, Upstream

_CHUNK = 64 * 1024
_REDIRECTIONS = (301, 302, 303, 307, 308)


@dataclass(frozen=True)
class Limits:
    """How a download must behave. connect_s, silent_s: seconds without an answer; total_s: for all
    of it, redirections included."""

    schemes: tuple[str, ...] = ("https",)
    redirections: int = 5
    connect_s: float = 10.0
    silent_s: float = 20.0
    total_s: float = 300.0


class NoLogin(AuthBase):
    """Sends no name and password, whatever a .netrc file holds for the host."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


def download(upstream: Upstream, limits: Limits = Limits()) -> bytes:
    """The published bytes, at most `upstream.size` of them; whoever asked checks the SHA-256.

    Certificates are always checked. Raises IdentityError `models_missing`, which says why.
    """
    deadline = time.monotonic() + limits.total_s
    with requests.Session() as session:
        session.auth = NoLogin()
        session.headers["Accept-Encoding"] = "identity"
        try:
            with _answer(session, upstream.url, limits, deadline) as answer:
                return _body(answer, upstream, deadline)
        except (requests.RequestException, HTTPError, OSError) as failed:
            why = f"{_host(upstream.url)} cannot be reached: {type(failed).__name__}"
            raise _failed(f"{why}; check the network, or bring the file with --from") from failed


def from_upstream(entry: Listed) -> Iterator[tuple[str, bytes]]:
    """An offer, as `install` takes them."""
    if entry.upstream is None:
        raise _failed("it has no address to download it from; install its Python package")
    yield entry.upstream.url, download(entry.upstream)


def _answer(
    session: requests.Session, url: str, limits: Limits, deadline: float
) -> requests.Response:
    """Follow redirections, each to an address that is allowed."""
    for _ in range(limits.redirections + 1):
        if urlsplit(url).scheme not in limits.schemes:
            raise _failed(f"{_host(url)} is not asked, because its address is not https")
        _in_time(deadline)
        waits = (limits.connect_s, limits.silent_s)
        answer = session.get(url, stream=True, allow_redirects=False, timeout=waits)
        if answer.status_code in _REDIRECTIONS and "Location" in answer.headers:
            answer.close()
            url = urljoin(url, answer.headers["Location"])
            continue
        if answer.status_code != 200:
            answer.close()
            why = f"{_host(url)} answered {answer.status_code}"
            raise _failed(f"{why}; try later, or bring the file with --from")
        return answer
    raise _failed(f"{_host(url)} sends from one address to the next without end")


def _body(answer: requests.Response, upstream: Upstream, deadline: float) -> bytes:
    """Read piece by piece, as they come, so that a slow peer cannot stretch the time."""
    data = bytearray()
    while piece := answer.raw.read1(_CHUNK):
        data += piece
        if len(data) > upstream.size:
            raise _failed(f"{upstream.name} is larger than the {upstream.size} bytes published")
        _in_time(deadline)
    if len(data) < upstream.size:
        raise _failed(f"{upstream.name} was cut short: {len(data)} of {upstream.size} bytes came")
    return bytes(data)


def _in_time(deadline: float) -> None:
    if time.monotonic() > deadline:
        raise _failed("the download took too long; try later, or bring the file with --from")


def _host(url: str) -> str:
    return urlsplit(url).hostname or "the address"


def _failed(detail: str) -> IdentityError:
    return IdentityError("models_missing", detail)
