"""What counts as an answer: whole, small, in time, and the peer's own."""

import gzip
import itertools
import time
import zlib
from collections.abc import Iterator
from email.utils import formatdate

import pytest

from kiosk.services.http import LARGEST_ANSWER, NoAnswer, Peer
from kiosk.services.http.answer import retry_after
from tests.peers.wire import Pieces, Wire, http_answer, wire


@pytest.fixture
def peer() -> Iterator[Wire]:
    with wire() as here:
        yield here


def ask(peer: Wire, pieces: Pieces, read_s: float = 5.0) -> bytes:
    peer.reply = lambda: pieces
    asking = Peer(lambda: peer.url, read_s=read_s)
    try:
        return asking.post("/", b"{}").body
    finally:
        asking.close()


def why_not(peer: Wire, pieces: Pieces, read_s: float = 5.0) -> str:
    with pytest.raises(NoAnswer) as none:
        ask(peer, pieces, read_s)
    assert none.value.sent, "the peer may have got it"
    return none.value.cause


def drip(every_s: float, piece: bytes) -> Iterator[bytes]:
    while True:
        yield piece
        time.sleep(every_s)


def silence(seconds: float) -> Iterator[bytes]:
    time.sleep(seconds)
    yield b""


def test_an_answer(peer: Wire) -> None:
    assert ask(peer, [http_answer("200 OK", b'{"a": 1}')]) == b'{"a": 1}'
    asked = peer.asked[0].lower()
    assert "accept-encoding: identity" in asked and "cookie" not in asked


@pytest.mark.parametrize(
    ("pieces", "cause"),
    [
        ([http_answer("302 Found", b"", Location="https://elsewhere.test/")], "redirected"),
        ([http_answer("307 Temporary Redirect", b"", Location="/login")], "redirected"),
        ([http_answer("304 Not Modified", b"")], "redirected"),
        ([http_answer("200 OK", b"<h1>Welcome</h1>", Content_Type="text/html")], "web_page"),
        ([http_answer("502 Bad Gateway", b"", Content_Type="Text/HTML")], "web_page"),
        ([http_answer("511 Network Authentication Required", b"")], "captive_portal"),
        ([b""], "broken_off"),
        ([b"HTTP/1.1 2"], "broken_off"),
        ([b"SSH-2.0-OpenSSH_9.2\r\n"], "broken_off"),
        ([b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345"], "broken_off"),
        ([b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n123"], "broken_off"),
        ([b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnone\r\n"], "broken_off"),
        ([http_answer("200 OK", bytes(LARGEST_ANSWER + 1))], "too_large"),
        ([b"HTTP/1.1 200 OK\r\n", b"X-Long: " + b"a" * 60_000 + b"\r\n"] * 2, "too_large"),
        (itertools.repeat(b"HTTP/1.1 100 Continue\r\n\r\n" * 100), "too_large"),
        ([http_answer("200 OK", b"{}", Content_Encoding="br")], "unreadable_encoding"),
        ([http_answer("200 OK", b"{}", Content_Encoding="gzip")], "unreadable_encoding"),
        ([http_answer("200 OK", gzip.compress(b"{}")[:-1], Content_Encoding="gzip")], "broken_off"),
    ],
)  # fmt: skip
def test_what_is_no_answer(peer: Wire, pieces: Pieces, cause: str) -> None:
    assert why_not(peer, pieces) == cause
    assert len(peer.asked) == 1, "it is tried once, and no redirect is followed"


def test_a_small_body_that_would_become_a_huge_one(peer: Wire) -> None:
    bomb = gzip.compress(bytes(64 * LARGEST_ANSWER))
    assert len(bomb) < LARGEST_ANSWER
    assert why_not(peer, [http_answer("200 OK", bomb, Content_Encoding="gzip")]) == "too_large"


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_a_body_compressed_unasked_is_read(peer: Wire, pack: "type[bytes]") -> None:
    encoding = "gzip" if pack is gzip.compress else "deflate"
    packed = pack(b'{"a": 1}')
    assert ask(peer, [http_answer("200 OK", packed, Content_Encoding=encoding)]) == b'{"a": 1}'


def test_a_chunked_body_is_read(peer: Wire) -> None:
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
    assert ask(peer, [chunked]) == b"{}"


@pytest.mark.parametrize(
    "pieces",
    [
        itertools.chain([b"HTTP/1.1 200 OK\r\nX: "], drip(0.02, b"a")),
        itertools.chain([b"HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n"], drip(0.02, b"a")),
        drip(0.02, b"HTTP/1.1 100 Continue\r\n\r\n"),
        itertools.chain([b"HTTP/1.1 200 OK\r\n"], silence(1)),
    ],
    ids=["head", "body", "continue", "silence"],
)
def test_an_answer_that_drips_ends_in_time(peer: Wire, pieces: Pieces) -> None:
    assert why_not(peer, pieces, read_s=0.3) == "timeout"


@pytest.mark.parametrize(
    ("wish", "seconds"),
    [("120", 120.0), (" 0 ", 0.0), ("", None), ("soon", None), ("-3", None), ("१२", None)],
)
def test_retry_after_in_seconds(wish: str, seconds: float | None) -> None:
    assert retry_after(wish) == seconds


def test_retry_after_as_a_date() -> None:
    said_at = formatdate(1_000_000, usegmt=True)
    assert retry_after(formatdate(1_000_090, usegmt=True), said_at) == 90.0
    assert retry_after(formatdate(999_000, usegmt=True), said_at) == 0.0
    assert retry_after(formatdate(0, usegmt=True)) == 0.0
    assert retry_after("Fri, 99 Nov 2026 08:00:00 GMT") is None
