"""Downloads from a real peer that is right, wrong, slow, endless, cut short or sends elsewhere."""

import hashlib
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from identity.errors import IdentityError
from identity.models import Listed, Upstream, listed, models_folder
from identity.models.download import Limits, download, from_upstream
from identity.models.install import install

BYTES = bytes(range(256)) * 1000
PLAIN = Limits(schemes=("http",), total_s=2, silent_s=1)


class _Peer(BaseHTTPRequestHandler):
    """The path says how it behaves."""

    def do_GET(self) -> None:
        kind, _, rest = self.path[1:].partition("/")
        match kind:
            case "to":
                self.send_response(302)
                self.send_header("Location", rest or "/right")
                self.send_header("Content-Length", "0")
                self.end_headers()
            case "circle":
                self.send_response(301)
                self.send_header("Location", "/circle")
                self.end_headers()
            case "absent":
                self.send_error(404)
            case _:
                self._give(kind)

    def _give(self, kind: str) -> None:
        self.send_response(200)
        if kind in ("right", "cut", "silent"):
            self.send_header("Content-Length", str(len(BYTES)))
        self.end_headers()
        try:
            match kind:
                case "right":
                    self.wfile.write(BYTES)
                case "wrong":
                    self.wfile.write(BYTES[::-1])
                case "cut":
                    self.wfile.write(BYTES[:5000])
                case "endless":
                    while True:
                        self.wfile.write(BYTES)
                case "slow":
                    for byte in BYTES:
                        self.wfile.write(bytes([byte]))
                        time.sleep(0.05)
                case "silent":
                    self.wfile.write(BYTES[:10])
                    time.sleep(1.5)
        except OSError:  # the other side has had enough
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@contextmanager
def _serving(context: ssl.SSLContext | None = None) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Peer) as server:
        if context is not None:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"{'https' if context else 'http'}://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def peer() -> Iterator[str]:
    with _serving() as address:
        yield address


def _at(url: str) -> Upstream:
    return Upstream(url, hashlib.sha256(BYTES).hexdigest(), len(BYTES))


def test_what_is_right_comes_also_from_another_address(peer: str) -> None:
    assert download(_at(f"{peer}/right"), PLAIN) == BYTES
    assert download(_at(f"{peer}/to//right"), PLAIN) == BYTES
    assert download(_at(f"{peer}/to/{peer}/right"), PLAIN) == BYTES


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("cut", "cannot be reached|cut short"),
        ("endless", "larger than the 256000 bytes"),
        ("slow", "took too long"),
        ("silent", "cannot be reached"),
        ("absent", "answered 404"),
        ("circle", "without end"),
        ("to/https://127.0.0.1/right", "not https"),
        ("to/file:///etc/passwd", "not https"),
        ("to/ftp://127.0.0.1/right", "not https"),
    ],
)
def test_what_is_not_right_ends_soon_and_says_why(peer: str, path: str, words: str) -> None:
    began = time.monotonic()
    with pytest.raises(IdentityError, match=words) as failed:
        download(_at(f"{peer}/{path}"), PLAIN)
    assert failed.value.cause == "models_missing"
    assert time.monotonic() - began < 3.5


def test_nobody_there_is_said(peer: str) -> None:
    with pytest.raises(IdentityError, match=r"127.0.0.1 cannot be reached.*--from"):
        download(_at("http://127.0.0.1:9/right"), PLAIN)


def test_plain_http_is_never_asked(peer: str) -> None:
    with pytest.raises(IdentityError, match="not https"):
        download(_at(f"{peer}/right"))


def _entry(url: str) -> Listed:
    digest = hashlib.sha256(BYTES).hexdigest()
    return Listed("one", "liveness", "one.onnx", "1", digest, upstream=_at(url))


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An https peer whose certificate this process trusts."""
    file = tmp_path / "certificate.pem"
    context = _certified(file)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(file))
    monkeypatch.setenv("ATRIUM_CACHE", str(tmp_path / "cache"))
    with _serving(context) as address:
        yield address


def test_a_model_is_installed_over_https(trusted: str) -> None:
    target, origin = install(_entry(f"{trusted}/right"), [from_upstream])
    assert origin == f"{trusted}/right"
    assert target.read_bytes() == BYTES


def test_other_bytes_are_not_installed(trusted: str) -> None:
    with pytest.raises(IdentityError, match="SHA-256 differs"):
        install(_entry(f"{trusted}/wrong"), [from_upstream])
    assert list(models_folder().iterdir()) == []


def test_https_does_not_lead_to_plain_http(trusted: str, peer: str) -> None:
    with pytest.raises(IdentityError, match="not https"):
        download(_at(f"{trusted}/to/{peer}/right"))


def test_a_certificate_that_nobody_vouches_for_is_refused(
    trusted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with pytest.raises(IdentityError, match="SSLError"):
        download(_at(f"{trusted}/right"))


def test_every_address_of_the_list_is_https_and_pinned() -> None:
    addresses = [entry.upstream for entry in listed() if entry.upstream]
    assert len(addresses) >= 4
    for one in addresses:
        assert one.url.startswith("https://")
        assert len(one.sha256) == 64
        assert one.size > 0


def _certified(file: Path) -> ssl.SSLContext:
    """A certificate of this test's own for 127.0.0.1, and a server's context with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a test's peer")])
    now = datetime.now(UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(address, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    file.write_bytes(certificate.public_bytes(pem))
    private = file.with_suffix(".key")
    private.write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, private)
    return context
