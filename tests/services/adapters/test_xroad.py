"""X-Road as a transport: around GovStack and our own protocol, and whose fault an error is."""

import json
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from backend.receipts.keys import ReceiptKey
from backend.receipts.signing import Claims, sign
from kiosk.services.adapters.govstack import GovStackRegistration
from kiosk.services.adapters.native import NativeAdapter
from kiosk.services.adapters.protocol import Later, Received, Refused, Unknown
from kiosk.services.adapters.xroad import XRoad, XRoadSettings
from kiosk.services.http import Peer
from tests.peers.failing import before
from tests.peers.govstack import GovStack, system_error
from tests.peers.web import Asked, Reply, Web, serving
from tests.peers.xroad import CLIENT, SERVICE, SecurityServer, fault
from tests.services.adapters.parcels import KEY, govstack_settings, parcel, word_of

PARCEL = parcel("household_certificate")


@pytest.fixture
def registry() -> GovStack:
    return GovStack()


@pytest.fixture
def server(registry: GovStack) -> Iterator[SecurityServer]:
    with serving(SecurityServer(registry)) as web:
        assert isinstance(web, SecurityServer)
        yield web


def way(server: SecurityServer, **more: str) -> XRoad:
    told = {"client": CLIENT, "service": SERVICE, **more}
    return XRoad(Peer(lambda: server.url, read_s=1), XRoadSettings.model_validate(told))


def adapter(server: SecurityServer, **more: str) -> GovStackRegistration:
    return GovStackRegistration(way(server, **more), govstack_settings())


def test_an_application_goes_through(server: SecurityServer, registry: GovStack) -> None:
    here = adapter(server, user="CN999999199001011238")
    word = word_of(here.deliver(PARCEL))
    assert word.reference in registry.files
    asked = server.asked[0]
    assert asked.path.startswith(f"/r1/{SERVICE}/services/")
    assert asked.headers["x-road-client"] == CLIENT
    assert asked.headers["x-road-issue"] == KEY
    assert asked.headers["x-road-userid"] == "CN999999199001011238"
    standing = here.status(word.reference)
    assert standing is not None and standing.state == "in_review"
    assert server.asked[1].headers["x-road-id"] != asked.headers["x-road-id"]
    assert "x-road-userid" not in _asked_without_user(server)


def _asked_without_user(server: SecurityServer) -> dict[str, str]:
    way(server).get("/applications")
    return server.asked[-1].headers


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("Server.ServerProxy.AccessDenied", Later),
        ("Server.ClientProxy.UnknownMember", Later),
        ("Client.InternalError", Later),
        ("Server.ServerProxy.ServiceFailed.HttpError", Unknown),
        ("Server.ClientProxy.NetworkError", Unknown),
    ],
)
def test_a_fault_of_xroad_is_never_the_departments_word(
    server: SecurityServer, kind: str, outcome: type
) -> None:
    for status in (400, 404, 500):
        server.failing = [before(fault(status, kind))]
        came = adapter(server).deliver(PARCEL)
        assert isinstance(came, outcome)
        assert isinstance(came, Later | Unknown) and came.cause == f"xroad_{kind}"


def test_the_departments_own_error_is(server: SecurityServer, registry: GovStack) -> None:
    registry.answer = lambda asked: system_error(400, "NO_APPLICANT")
    assert adapter(server).deliver(PARCEL) == Refused("NO_APPLICANT")


@pytest.mark.parametrize("header", ["X-Road-Id", "X-Road-Service", "X-Road-Request-Hash"])
def test_an_answer_that_did_not_come_through_xroad(server: SecurityServer, header: str) -> None:
    server.without = header
    assert adapter(server).deliver(PARCEL) == Unknown("not_of_xroad")


@pytest.mark.parametrize("told", ["", "14sEri8S", "not base64!", "AAAA" * 22])
def test_a_hash_that_is_none(server: SecurityServer, told: str) -> None:
    whole = server.answer

    def answer(asked: Asked) -> Reply:
        reply = whole(asked)
        headers = {**reply.headers, "X-Road-Request-Hash": told}
        return Reply(reply.status, reply.body, reply.content_type, headers)

    server.answer = answer
    assert adapter(server).deliver(PARCEL) == Unknown("not_of_xroad")


def test_our_own_protocol_goes_through_too() -> None:
    key = ReceiptKey(bytes(range(32)))
    claims = Claims(
        case="case",
        reference="HZ 1",
        key=KEY,
        service=PARCEL.service,
        department=PARCEL.department,
        body_sha256=PARCEL.body_sha256,
        received_at="2026-11-23T18:56:32Z",
        previous=None,
    )
    body = json.dumps({"receipt": sign(claims, key)}).encode()
    with serving(SecurityServer(Web(lambda asked: Reply(201, body)))) as server:
        assert isinstance(server, SecurityServer)
        native = NativeAdapter(way(server), lambda: {"keys": [key.public]})
        assert isinstance(native.deliver(PARCEL), Received)
        assert server.asked[0].path == f"/r1/{SERVICE}/v1/submissions"


def test_identifiers_are_encoded_part_by_part(server: SecurityServer) -> None:
    settings = {"client": "CITY/GOV/7000/大 厅", "service": "CITY/GOV/1000/a?b/c"}
    xroad = XRoad(Peer(lambda: server.url), XRoadSettings.model_validate(settings))
    outcome = GovStackRegistration(xroad, govstack_settings()).deliver(PARCEL)
    assert outcome == Later("xroad_Server.ServerProxy.UnknownService", of_all=True)
    assert server.asked[0].path.startswith("/r1/CITY/GOV/1000/a%3Fb/c/services")
    assert server.asked[0].headers["x-road-client"] == "CITY/GOV/7000/%E5%A4%A7%20%E5%8E%85"
    for wrong in ("CITY/GOV", "CITY/GOV/7000/a/b/c", "CITY//7000", "CITY/GOV/70%00"):
        with pytest.raises(ValidationError):
            XRoadSettings(client=wrong, service=SERVICE)
