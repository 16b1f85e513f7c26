"""GeoReport v2 as a client, in JSON and in XML, against a peer made from its specification."""

import json
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from kiosk.services.adapters.open311 import (
    Client,
    NotUnderstood,
    Open311,
    form_of,
    service_for,
)
from kiosk.services.adapters.protocol import Later, Refused, Unknown
from kiosk.services.http import Peer
from tests.peers import open311
from tests.peers.failing import Shape, before, shapes
from tests.peers.web import Reply, serving
from tests.services.adapters.parcels import (
    CONCLUSIONS,
    KEY,
    open311_settings,
    parcel,
    word_of,
)

PATIENCE_S = 0.5
PARCEL = parcel("street_lamp")


@pytest.fixture
def peer() -> Iterator[open311.Open311]:
    with serving(open311.Open311()) as web:
        assert isinstance(web, open311.Open311)
        yield web


def asking(peer: open311.Open311) -> Peer:
    return Peer(lambda: peer.url, read_s=PATIENCE_S)


def adapter(peer: open311.Open311, **more: object) -> Open311:
    return Open311(asking(peer), open311_settings(**more), "secret")


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_request_arrives_as_the_peer_wants_it(peer: open311.Open311, form: str) -> None:
    word = word_of(adapter(peer, format=form, jurisdiction="city.test").deliver(PARCEL))
    assert word.reference in peer.requests
    assert peer.forms == [
        [
            ("jurisdiction_id", "city.test"),
            ("api_key", "secret"),
            ("service_code", "006"),
            ("description", f"The lamp & its pole are <dark>\n[{KEY}]"),
            ("address_string", "示例市 滨河路 18 号"),
            ("first_name", "A citizen"),
            ("attribute[KIND]", "2"),
            ("attribute[SEEN-BY][]", "me"),
            ("attribute[SEEN-BY][]", "all"),
        ]
    ]
    assert peer.asked[0].path == f"/requests.{form}"
    assert peer.asked[0].headers["content-type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_token_is_a_word_too_and_becomes_an_id(form: str) -> None:
    with serving(open311.Open311(tokens=True)) as peer:
        assert isinstance(peer, open311.Open311)
        here = adapter(peer, format=form)
        word = word_of(here.deliver(PARCEL))
        assert word.reference.startswith("token:T")
        waiting = here.status(word.reference)
        assert waiting is not None and waiting.state == "received"
        peer.publish()
        standing = here.status(word.reference)
        assert standing is not None and standing.state == "in_review"
        assert standing.reference in peer.requests


@pytest.mark.parametrize("form", ["json", "xml"])
def test_how_it_stands(peer: open311.Open311, form: str) -> None:
    here = adapter(peer, format=form)
    word = word_of(here.deliver(PARCEL))
    peer.close(word.reference, "A new lamp & pole")
    standing = here.status(word.reference)
    assert standing is not None
    assert (standing.state, standing.said) == ("finished", "A new lamp & pole")
    assert standing.service == "street_lamp"
    assert here.status("1") is None


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("shape", shapes(2 * PATIENCE_S), ids=lambda shape: shape.name)
def test_each_way_to_fail_is_understood(peer: open311.Open311, shape: Shape, form: str) -> None:
    peer.failing = [shape.fail]
    here = adapter(peer, format=form)
    outcome = here.deliver(PARCEL)
    assert CONCLUSIONS[type(outcome)] == shape.concluded
    assert len(peer.requests) == shape.done
    if shape.concluded == "doubt" and shape.done:
        assert word_of(here.look_up(PARCEL)).reference in peer.requests


def test_what_is_not_listed_may_still_be_there(peer: open311.Open311) -> None:
    assert adapter(peer).look_up(PARCEL) == Unknown("not_found")


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (b'[{"code": 400, "description": "no location"}]', Refused("400_no_location")),
        (b'{"code": 400, "detail": {"lat": ["wrong"], "long": []}}', Refused("400_lat_long")),
        (b'{"code": 400, "detail": "Invalid API key"}', Refused("400_Invalid_API_key")),
        (b'{"detail": {"lat": ["wrong"]}}', Refused("lat")),
        (b'{"errors": [{"code": "9", "description": "x"}]}', Refused("9_x")),
        (b'{"error": {"code": 7, "message": "x"}}', Refused("7_x")),
        (b'{"error": "closed for today"}', Refused("closed_for_today")),
        (
            b"<errors><error><code>400</code><description>no place</description></error></errors>",
            Refused("400_no_place"),
        ),
        (b"bad", Unknown("http_400")),
        (b"", Unknown("http_400")),
        (b"[]", Unknown("http_400")),
        (b"<errors/>", Unknown("http_400")),
    ],
)
def test_errors_in_every_shape(peer: open311.Open311, body: bytes, outcome: object) -> None:
    peer.failing = [before(Reply(400, body, "text/plain"))]
    assert adapter(peer).deliver(PARCEL) == outcome


def test_an_error_may_come_as_a_success(peer: open311.Open311) -> None:
    peer.failing = [before(Reply(200, b'[{"code": 400, "description": "no location"}]'))]
    assert adapter(peer).deliver(PARCEL) == Refused("400_no_location")


@pytest.mark.parametrize(
    "body",
    [
        b'[{"service_request_id": 17}]',
        b'{"service_requests": [{"service_request_id": "17"}]}',
        b'{"service_requests": {"request": {"service_request_id": 17, "service_notice": null}}}',
        b'{"service_requests": {"service_request_id": 17}}',
        b'{"service_request_id": "17", "description": "a lamp"}',
        b'\xef\xbb\xbf[{"service_request_id": "17"}]',
        b"<service_requests><request><service_request_id> 17 </service_request_id></request>"
        b"</service_requests>",
        b"<service_requests><service_request_id>17</service_request_id></service_requests>",
        b"<g:service_requests xmlns:g='urn:g'><g:request><g:service_request_id>17"
        b"</g:service_request_id></g:request></g:service_requests>",
    ],
)
def test_success_in_every_shape(peer: open311.Open311, body: bytes) -> None:
    peer.failing = [before(Reply(201, body, ""))]
    assert word_of(adapter(peer).deliver(PARCEL)).reference == "17"


@pytest.mark.parametrize("form", ["json", "xml"])
def test_services_and_their_questions_are_discovered(peer: open311.Open311, form: str) -> None:
    client = Client(asking(peer), form)
    (service,) = client.services()
    assert (service.code, service.has_attributes, service.kind) == ("006", True, "realtime")
    definition = client.definition("006")
    assert [one.datatype for one in definition.attributes] == [
        "text",
        "singlevaluelist",
        "multivaluelist",
        "string",
        "number",
        "datetime",
        "text",
    ]
    assert definition.attributes[1].values == (("1", "Dark"), ("2", "Flickers"))
    assert client.definition("a service without one").attributes == ()
    peer.answer = lambda asked: Reply(404, b"<h1>Not found</h1>", "text/html")
    assert client.definition("006").attributes == ()


@pytest.mark.parametrize(
    "reply",
    [Reply(500, b'{"code": 500, "detail": "x"}'), Reply(200, b"no"), Reply(200, b"[]")],
)
def test_no_definition_is_not_an_empty_one(peer: open311.Open311, reply: Reply) -> None:
    peer.answer = lambda asked: reply
    with pytest.raises(NotUnderstood):
        Client(asking(peer)).definition("006")


def test_a_definition_becomes_a_form_whose_answers_become_a_request(
    peer: open311.Open311,
) -> None:
    client = Client(asking(peer))
    form = form_of(client.definition("006"), client.services()[0])
    widgets = {field.name: field.widget for page in form.pages for field in page.fields}
    assert widgets == {
        "where": "address",
        "what": "long_text",
        "a_NOTICE": "note",
        "a_KIND": "choice",
        "a_SEEN_BY": "several",
        "a_POLE": "text",
        "a_HEIGHT": "decimal",
        "a_SINCE": "date_time",
        "a_MORE": "long_text",
    }
    assert form.compulsory == {"where", "a_KIND"}
    service = service_for(client.definition("006")).model_dump()
    settings = open311_settings(services={"street_lamp": service})
    word_of(Open311(asking(peer), settings).deliver(PARCEL))
    sent = peer.forms[-1]
    assert ("attribute[HEIGHT]", "4.50") in sent
    assert ("attribute[SINCE]", "2026-11-20T18:30:00") in sent
    assert ("attribute[SEEN-BY][]", "all") in sent
    assert not [name for name, _ in sent if "POLE" in name or "NOTICE" in name]


def test_what_cannot_be_delivered_there(peer: open311.Open311) -> None:
    assert adapter(peer).deliver(parcel("passport_renewal")) == Later("service_not_mapped")
    assert peer.asked == []


def test_settings_are_checked_when_they_are_read() -> None:
    nowhere = {"street_lamp": {"service_code": "006"}}
    for wrong in ({"services": nowhere}, {"format": "yaml"}):
        with pytest.raises(ValidationError):
            open311_settings(**wrong)


def test_a_definition_may_be_wrapped_as_xml_would(peer: open311.Open311) -> None:
    plain = Client(asking(peer)).definition("006")
    attributes = [
        {**one, "values": {"value": one["values"]}} if "values" in one else one
        for one in open311.DEFINITION["attributes"]
    ]
    wrapped = {**open311.DEFINITION, "attributes": {"attribute": attributes}}
    told = json.dumps({"service_definition": wrapped}).encode()
    peer.answer = lambda asked: Reply(200, told)
    assert Client(asking(peer)).definition("006") == plain


def test_arguments_may_be_wanted_in_the_query(peer: open311.Open311) -> None:
    adapter(peer, arguments="query").deliver(PARCEL)
    assert peer.asked[0].query["attribute[KIND]"] == "2"
    assert peer.asked[0].body == b"" and "content-type" not in peer.asked[0].headers
