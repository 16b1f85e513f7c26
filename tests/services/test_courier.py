"""The courier and its way to a department: what counts as an answer, and what never does."""

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from backend.receipts.keys import ReceiptKey
from backend.receipts.signing import Claims, sign
from kiosk.services.adapters.native import NativeAdapter
from kiosk.services.adapters.protocol import (
    Later,
    Outcome,
    Received,
    Refused,
    Unknown,
)
from kiosk.services.http import Terminal
from kiosk.services.outbox import Kind, Parcel

KEY = ReceiptKey(bytes(range(32)))
PARCEL = Parcel(
    "01a209c4-5481-7c69-b08e-db27d17a9a1c",
    Kind.SUBMISSION,
    "households",
    "household_certificate",
    b"{}",
    "hash",
    1,
    None,
)
Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Peer:
    """A department that answers whatever a test says."""

    url: str
    reply: Callable[[], Reply]
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def peer() -> Iterator[Peer]:
    here = Peer("", lambda: (200, {}, b""))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            here.asked.append(self.path)
            status, headers, body = here.reply()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    here.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield here
    server.shutdown()
    thread.join()
    server.server_close()


def receipt(signer: ReceiptKey = KEY, **changes: Any) -> bytes:
    claims = {
        "case": "case",
        "reference": "HZ 2026 1123 0001 6",
        "key": PARCEL.key,
        "service": PARCEL.service,
        "department": PARCEL.department,
        "body_sha256": PARCEL.body_sha256,
        "received_at": "2026-11-23T18:56:32Z",
        "previous": None,
        **changes,
    }
    return json.dumps({"receipt": sign(Claims(**claims), signer)}).encode()


def deliver(peer: Peer, reply: Reply) -> Outcome:
    peer.reply = lambda: reply
    terminal = Terminal(lambda: peer.url, "token")
    outcome = NativeAdapter(terminal, lambda: {"keys": [KEY.public]}).deliver(PARCEL)
    terminal.close()
    return outcome


def problem(kind: str) -> bytes:
    return json.dumps({"type": f"urn:atrium:{kind}"}).encode()


PROBLEM = {"Content-Type": "application/problem+json"}


def test_a_verified_receipt_is_an_answer(peer: Peer) -> None:
    outcome = deliver(peer, (201, {}, receipt()))
    assert isinstance(outcome, Received) and outcome.receipt.count(".") == 2


@pytest.mark.parametrize(
    "reply",
    [
        (200, {"Content-Type": "text/html"}, b"<h1>Welcome to our network</h1>"),
        (200, {}, b'{"receipt": "yes"}'),
        (200, {}, b'{"receipt": 7}'),
        (200, {}, b"[]"),
        (200, {}, receipt(ReceiptKey(bytes(32)))),
        (200, {}, receipt(key="another")),
        (200, {}, receipt(body_sha256="another")),
        (200, {}, receipt(department="another")),
        (302, {"Location": "/elsewhere"}, b""),
        (422, {"Content-Type": "text/html"}, b"a proxy's opinion"),
        (500, {}, b"oops"),
    ],
)
def test_nothing_else_is(peer: Peer, reply: Reply) -> None:
    assert isinstance(deliver(peer, reply), Unknown)
    assert peer.asked == ["/v1/submissions"], "no redirect is followed"


def test_the_departments_own_words_count(peer: Peer) -> None:
    assert deliver(peer, (422, PROBLEM, problem("invalid-answers"))) == Refused("invalid-answers")
    assert deliver(peer, (409, PROBLEM, problem("in-flight"))) == Later("in-flight", None)
    slow = {**PROBLEM, "Retry-After": "120"}
    assert deliver(peer, (429, slow, problem("busy"))) == Later("busy", 120.0, of_all=True)
    assert deliver(peer, (401, PROBLEM, problem("unknown-terminal"))) == Later("unknown-terminal")


def test_nobody_there_is_no_answer() -> None:
    terminal = Terminal(lambda: "", "token")
    assert NativeAdapter(terminal, dict).deliver(PARCEL) == Later("no_address", of_all=True)
