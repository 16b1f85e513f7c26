"""What a peer answered, bounded, or why there is no answer."""

import json
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

LARGEST_ANSWER = 1024 * 1024
"""Bytes of a body, before and after decompression."""


class NoAnswer(Exception):
    """No usable answer. sent: whether the peer may have got the request all the same. status: of
    what came in place of an answer, 0 for nothing.

    cause: unreachable, untrusted, no_secure_connection, insecure_address or no_address when
    nothing was sent; timeout, broken_off, redirected, web_page, captive_portal, too_large or
    unreadable_encoding afterwards.
    """

    def __init__(self, cause: str, sent: bool, status: int = 0) -> None:
        super().__init__(cause)
        self.cause = cause
        self.sent = sent
        self.status = status


@dataclass(frozen=True)
class Answer:
    """A status and a body of at most LARGEST_ANSWER bytes; the names of headers in any case."""

    status: int
    body: bytes
    content_type: str
    retry_after_s: float | None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_problem(self) -> bool:
        """Whether the peer itself says what went wrong (RFC 9457)."""
        return self.content_type.startswith("application/problem+json")

    @property
    def problem(self) -> str:
        """Its kind in the peer's own words; "" where it is none of ours."""
        kind = str(self.object().get("type", "")) if self.is_problem else ""
        return kind.removeprefix("urn:atrium:")

    def json(self) -> Any:
        """The body as JSON, None when it is none."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None

    def object(self) -> dict[str, Any]:
        """The body as a JSON object; empty when it is none."""
        value = self.json()
        return value if isinstance(value, dict) else {}


def answer_of(status: int, body: bytes, headers: Mapping[str, str]) -> Answer:
    """An answer that may be believed to come from the peer. Raises NoAnswer for one that comes
    from something on the way: a redirect, a portal that wants a sign-in, a page for people."""
    content_type = headers.get("Content-Type", "").lower()
    if 300 <= status < 400:
        raise NoAnswer("redirected", sent=True, status=status)
    if status == 511:
        raise NoAnswer("captive_portal", sent=True, status=status)
    if content_type.startswith(("text/html", "application/xhtml")):
        raise NoAnswer("web_page", sent=True, status=status)
    retry_after_s = retry_after(headers.get("Retry-After", ""), headers.get("Date", ""))
    content = _unpacked(body, headers.get("Content-Encoding", "identity").strip().lower())
    return Answer(status, content, content_type, retry_after_s, headers)


def retry_after(wish: str, date: str = "") -> float | None:
    """Retry-After in seconds, in both of its forms (RFC 9110, 10.2.3); None for another.

    date: the answer's own Date, so that a clock of ours that is wrong does no harm.
    """
    wish = wish.strip()
    if wish.isascii() and wish.isdecimal():
        return float(wish[:9])
    until = _moment(wish)
    if until is None:
        return None
    said_at = _moment(date)
    return max(0.0, until - (time.time() if said_at is None else said_at))


def _moment(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _unpacked(body: bytes, encoding: str) -> bytes:
    """A body that was compressed although nobody asked for that; never more than it may be."""
    if encoding == "identity" or not body:
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise NoAnswer("unreadable_encoding", sent=True)
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)  # either header
    try:
        content = unpacking.decompress(body, LARGEST_ANSWER + 1)
    except zlib.error:
        raise NoAnswer("unreadable_encoding", sent=True) from None
    if len(content) > LARGEST_ANSWER:
        raise NoAnswer("too_large", sent=True)
    if not unpacking.eof:
        raise NoAnswer("broken_off", sent=True)
    return content
