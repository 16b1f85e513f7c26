"""Whom the terminal believes: nobody with a wrong certificate, and nobody without one."""

import ssl
import warnings
from pathlib import Path

import pytest

from kiosk.services.http import NoAnswer, Peer, Trust, TrustUnreadable
from tests.peers.certificates import Authority, Identity
from tests.peers.wire import http_answer, wire

OK = http_answer("200 OK", b"{}", Content_Type="application/json")


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def serving(identity: Identity) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(identity.certificate, identity.key)
    return context


def ask(url: str, trust: Trust | None = None) -> int:
    peer = Peer(lambda: url, trust=trust)
    try:
        return peer.get("/").status
    finally:
        peer.close()


def why_not(url: str, trust: Trust | None = None) -> NoAnswer:
    with pytest.raises(NoAnswer) as none:
        ask(url, trust)
    return none.value


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_pinned_authority_vouches_for_its_peers(authority: Authority, host: str) -> None:
    with wire(serving(authority.identity(host)), host) as peer:
        peer.reply = lambda: [OK]
        assert ask(peer.url, Trust(authority.file)) == 200


@pytest.mark.parametrize("wrong", ["expired", "host", "self_signed", "authority", "not_pinned"])
def test_a_wrong_certificate_is_told_nothing(
    authority: Authority, tmp_path: Path, wrong: str
) -> None:
    signer = Authority(tmp_path, "Another") if wrong == "authority" else authority
    identity = signer.identity(
        "elsewhere.test" if wrong == "host" else "127.0.0.1",
        expired=wrong == "expired",
        self_signed=wrong == "self_signed",
    )
    with wire(serving(identity)) as peer:
        peer.reply = lambda: [OK]
        none = why_not(peer.url, None if wrong == "not_pinned" else Trust(authority.file))
        assert (none.cause, none.sent) == ("untrusted", False)
        assert peer.asked == []


def test_old_tls_is_refused(authority: Authority) -> None:
    context = serving(authority.identity())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    with wire(context) as peer:
        none = why_not(peer.url, Trust(authority.file))
        assert (none.cause, none.sent) == ("no_secure_connection", False)


def test_a_peer_may_ask_who_the_terminal_is(authority: Authority) -> None:
    context = serving(authority.identity())
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(authority.file)
    own = authority.identity("terminal.test")
    with wire(context) as peer:
        peer.reply = lambda: [OK]
        assert ask(peer.url, Trust(authority.file, own.certificate, own.key)) == 200
        why_not(peer.url, Trust(authority.file))
        assert len(peer.asked) == 1


def test_files_that_hold_no_certificates_are_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.touch()
    for trust in (Trust(empty), Trust(tmp_path / "absent.pem"), Trust(None, empty)):
        with pytest.raises(TrustUnreadable, match=str(tmp_path)):
            trust.context()


@pytest.mark.parametrize(
    ("url", "cause"),
    [
        ("http://192.0.2.1/", "insecure_address"),
        ("http://department.test", "insecure_address"),
        ("http://127.0.0.1.department.test", "insecure_address"),
        ("http://localhost@department.test", "insecure_address"),
        ("ftp://127.0.0.1/", "no_address"),
        ("", "no_address"),
        ("http://[", "no_address"),
        ("http://127.0.0.1:99999", "no_address"),
        ("http://127.0.0.1:1", "unreachable"),
        ("https://127.0.0.1:1", "unreachable"),
    ],
)
def test_nothing_is_sent_where_nobody_safe_listens(url: str, cause: str) -> None:
    none = why_not(url)
    assert (none.cause, none.sent) == (cause, False)


def test_plain_http_where_tls_was_meant(authority: Authority) -> None:
    with wire() as peer:
        peer.reply = lambda: [OK]
        none = why_not(peer.url.replace("http:", "https:"), Trust(authority.file))
        assert (none.cause, none.sent) == ("no_secure_connection", False)
