"""Answers that nobody would write: an adapter comes to some outcome, and never falls."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.services.adapters.govstack import GovStackRegistration
from kiosk.services.adapters.open311 import Client, NotUnderstood, Open311, form_of
from kiosk.services.adapters.open311.model import Service
from kiosk.services.adapters.protocol import Later, NotThere, Received, Refused, Unknown
from kiosk.services.forms.loader import FormError
from kiosk.services.http import NoAnswer, Peer
from kiosk.services.http.answer import answer_of
from tests.peers.open311 import written
from tests.peers.wire import Wire, wire
from tests.services.adapters.parcels import govstack_settings, open311_settings, parcel

OUTCOMES = (Later, NotThere, Received, Refused, Unknown)
NAMES = st.sampled_from(
    ["service_request_id", "token", "code", "description", "detail", "error", "fileId", "status",
     "applicationData", "applicantId", "attributes", "values", "order", "datatype", "key",
     "service_code", "variable", "message", "url"]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
STATUSES = st.sampled_from([200, 201, 400, 401, 404, 409, 422, 429, 500, 503])
BODIES = st.binary(max_size=200) | VALUES.map(lambda told: written(told, "json", "", ""))


class Told(Peer):
    """Answers without a wire between: what is on it is the business of the test below."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(lambda: "")
        self._reply = status, body

    def ask(self, *_: object, **__: object):  # type: ignore[no-untyped-def]
        return answer_of(*self._reply, {})


@given(status=STATUSES, body=BODIES)
@settings(max_examples=400, deadline=None)
def test_every_answer_comes_to_an_outcome(status: int, body: bytes) -> None:
    told = Told(status, body)
    for adapter, service in (
        (GovStackRegistration(told, govstack_settings(lists_all=True)), "household_certificate"),
        (Open311(told, open311_settings()), "street_lamp"),
        (Open311(told, open311_settings(format="xml")), "street_lamp"),
    ):
        outcome = adapter.deliver(parcel(service))
        assert isinstance(outcome, OUTCOMES)
        assert isinstance(adapter.look_up(parcel(service)), OUTCOMES)
        if isinstance(outcome, Received):
            assert status in (200, 201)
        with suppress(NoAnswer, NotUnderstood):
            adapter.status("17")


@given(told=VALUES)
@settings(max_examples=200, deadline=None)
def test_every_definition_becomes_a_form_or_a_reason(told: object) -> None:
    service = Service("006", "Lamp", "", "", "realtime", True)
    with suppress(NotUnderstood, FormError):
        form_of(Client(Told(200, written(told, "json", "", ""))).definition("006"), service)


@pytest.fixture(scope="module")
def peer() -> Iterator[Wire]:
    with wire() as here:
        yield here


@pytest.mark.log_allowed
@given(
    status=st.sampled_from([b"HTTP/1.1 200 OK", b"HTTP/1.0 201", b"HTTP/1.1 500 x", b"HTTP/2 200"]),
    headers=st.lists(
        st.sampled_from(
            [b"Content-Length: 5", b"Content-Length: -1", b"Content-Length: 5, 6", b"X",
             b"Transfer-Encoding: chunked", b"Content-Encoding: gzip", b": x", b" folded",
             b"Location: http://[", b"Retry-After: x", b"Content-Type: text/xml",
             b"Set-Cookie: a=b", b"\xff: \xff", b"Content-Type: application/json"]
        ),
        max_size=4,
    ),
    body=st.binary(max_size=60),
)  # fmt: skip
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_bytes_on_the_wire_make_an_adapter_fall(
    peer: Wire, status: bytes, headers: list[bytes], body: bytes
) -> None:
    peer.reply = lambda: [b"\r\n".join([status, *headers, b"", body])]
    asking = Peer(lambda: peer.url, read_s=2)
    outcome = Open311(asking, open311_settings()).deliver(parcel("street_lamp"))
    asking.close()
    assert isinstance(outcome, OUTCOMES)
