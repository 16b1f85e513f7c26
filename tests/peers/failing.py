"""Ways in which a peer without idempotency fails, and what a client may make of each.

DONE: the peer acted on the request although it did not say so. LATER, REFUSED and DOUBT are what
a client must conclude.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.peers.web import Answering, Asked, Reply

Fail = Callable[[Asked, Answering], Reply]
Concluded = Literal["later", "refused", "doubt"]


@dataclass(frozen=True)
class Shape:
    """One way to fail. done: whether the peer acted."""

    name: str
    fail: Fail
    done: bool
    concluded: Concluded


def before(reply: Reply) -> Fail:
    """Answer this, and do nothing."""
    return lambda asked, answer: reply


def after(reply: Reply) -> Fail:
    """Act, and answer this."""

    def fail(asked: Asked, answer: Answering) -> Reply:
        answer(asked)
        return reply

    return fail


def stalled(seconds: float) -> Fail:
    """Act, and answer too late."""

    def fail(asked: Asked, answer: Answering) -> Reply:
        reply = answer(asked)
        time.sleep(seconds)
        return reply

    return fail


def cut_short(asked: Asked, answer: Answering) -> Reply:
    """Act, and break off in the middle of the answer."""
    reply = answer(asked)
    return Reply(reply.status, reply.body, reply.content_type, cut_at=len(reply.body) // 2)


_PAGE = b"<html><body>Welcome to our network</body></html>"


def shapes(slow_s: float) -> list[Shape]:
    """What every peer can do. slow_s: longer than the client waits."""
    html = "text/html; charset=utf-8"
    return [
        Shape("cut before", before(Reply(0)), False, "doubt"),
        Shape("cut after", after(Reply(0)), True, "doubt"),
        Shape("answer cut short", cut_short, True, "doubt"),
        Shape("answer too late", stalled(slow_s), True, "doubt"),
        Shape("page of a portal", before(Reply(200, _PAGE, html)), False, "doubt"),
        Shape(
            "redirect",
            before(Reply(302, headers={"Location": "http://portal.test/"})),
            False,
            "doubt",
        ),
        Shape("bad gateway after", after(Reply(502, _PAGE, html)), True, "doubt"),
        Shape("unavailable after", after(Reply(503, b"", "")), True, "doubt"),
        Shape("success without a word", after(Reply(200, b"{}")), True, "doubt"),
        Shape("garbage", after(Reply(200, b"\x00\xff<{")), True, "doubt"),
        Shape("too many", before(Reply(429, b"{}", headers={"Retry-After": "1"})), False, "later"),
        Shape("unauthorised", before(Reply(401, b"{}")), False, "later"),
        Shape("page for no such path", before(Reply(404, _PAGE, html)), False, "later"),
        Shape("no such path", before(Reply(404, b"", "")), False, "later"),
    ]
