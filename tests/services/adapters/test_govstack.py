"""GovStack Registration as a client, against a peer made from its specification."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import ValidationError

from kiosk.services.adapters.govstack import GovStackRegistration
from kiosk.services.adapters.protocol import Later, NotThere, Refused, Unknown
from kiosk.services.http import NoAnswer, Peer
from kiosk.services.outbox.parcel import Enclosure, Parcel
from tests.peers.failing import Shape, after, before, shapes
from tests.peers.govstack import E_FORM, SERVICE, GovStack, system_error
from tests.peers.web import Reply, json_reply, serving
from tests.services.adapters.parcels import (
    CITIZEN,
    CONCLUSIONS,
    KEY,
    enclosure,
    govstack_settings,
    parcel,
    word_of,
)

PATIENCE_S = 0.5
PARCEL = parcel("household_certificate")


@pytest.fixture
def peer() -> Iterator[GovStack]:
    with serving(GovStack()) as web:
        assert isinstance(web, GovStack)
        yield web


def adapter(peer: GovStack, **more: object) -> GovStackRegistration:
    asking = Peer(lambda: peer.url, read_s=PATIENCE_S)
    return GovStackRegistration(asking, govstack_settings(**more))


def test_an_application_arrives_as_the_peer_wants_it(peer: GovStack) -> None:
    word = word_of(adapter(peer).deliver(PARCEL))
    file = peer.files[word.reference]
    assert word.status == "PENDING"
    assert file["applicationData"] == {
        "applicationName": f"Household certificate [{KEY}]",
        "applicantId": CITIZEN,
        "created": "2026-11-23T18:56:31.361Z",
        "formData": {
            "eFormId": E_FORM,
            "data": {"certificate": {"use": "SCHOOL", "people": ["self", "spouse"]}},
        },
        "documentUrls": [],
    }
    assert peer.asked[0].headers["information-mediator-client"] == "CITY/GOV/7000/terminals"


def test_a_peer_may_want_a_form(peer: GovStack) -> None:
    word = word_of(adapter(peer, urlencoded=True).deliver(PARCEL))
    told = peer.files[word.reference]["applicationData"]
    assert told["applicantId"] == CITIZEN and KEY in told["applicationName"]
    assert json.loads(told["formData"])["eFormId"] == E_FORM


def test_documents_go_first(peer: GovStack) -> None:
    sent = [enclosure('a "picture".png', b"\x89PNG\r\n--"), enclosure("二.png", b"2")]
    word = word_of(adapter(peer).deliver(parcel_with(sent)))
    assert peer.files[word.reference]["applicationData"]["documentUrls"] == [
        "/documents/1",
        "/documents/2",
    ]
    assert b"\x89PNG\r\n--" in peer.asked[0].body
    word_of(adapter(peer, urlencoded=True).deliver(parcel_with(sent[1:])))
    assert peer.asked[3].form == [("file", "Mg==")]
    peer.files.clear()
    peer.failing = [before(system_error(500, "FULL"))]
    assert adapter(peer).deliver(parcel_with(sent)) == Later("FULL")
    peer.failing = [before(system_error(400, "TOO_LARGE"))]
    assert adapter(peer).deliver(parcel_with(sent)) == Refused("TOO_LARGE")
    peer.failing = [before(Reply(0))]
    assert adapter(peer).deliver(parcel_with(sent)) == Later("broken_off")
    assert not peer.files


def parcel_with(sent: list[Enclosure]) -> Parcel:
    return replace(PARCEL, enclosures=tuple(sent))


@pytest.mark.parametrize("shape", shapes(2 * PATIENCE_S), ids=lambda shape: shape.name)
def test_each_way_to_fail_is_understood(peer: GovStack, shape: Shape) -> None:
    peer.failing = [shape.fail]
    outcome = adapter(peer).deliver(PARCEL)
    assert CONCLUSIONS[type(outcome)] == shape.concluded
    assert len(peer.files) == shape.done
    if shape.concluded == "doubt" and shape.done:
        found = word_of(adapter(peer).look_up(PARCEL))
        assert found.reference in peer.files


def test_the_peers_own_errors(peer: GovStack) -> None:
    problem = json_reply(422, {"type": "urn:x:wrong-form"})
    problem = Reply(422, problem.body, "application/problem+json")
    cases = [
        (before(system_error(400, "NO_APPLICANT")), Refused("NO_APPLICANT")),
        (before(problem), Refused("urn_x_wrong-form")),
        (before(Reply(400, b"bad", "text/plain")), Unknown("http_400")),
        (after(system_error(500, "E17")), Unknown("E17")),
        (before(system_error(403, "NO_RIGHT")), Later("NO_RIGHT")),
        (
            before(json_reply(429, {}, Retry_After="7")),
            Later("http_429", 7.0, of_all=True),
        ),
        (before(json_reply(200, {"fileId": "1", "applicationData": {"applicantId": "x"}})),
         Unknown("reference_of_another")),
        (before(json_reply(200, {"applicantId": CITIZEN, "serviceId": SERVICE})),
         Unknown("no_reference")),
    ]  # fmt: skip
    for fail, outcome in cases:
        peer.failing = [fail]
        assert adapter(peer).deliver(PARCEL) == outcome


def test_what_cannot_be_delivered_there(peer: GovStack) -> None:
    assert adapter(peer).deliver(parcel("passport_renewal")) == Later("service_not_mapped")
    assert adapter(peer).look_up(parcel("passport_renewal")) == Unknown("service_not_mapped")
    assert peer.asked == []


def test_what_is_not_found_is_not_there_only_where_the_list_is_whole(peer: GovStack) -> None:
    assert adapter(peer).look_up(PARCEL) == Unknown("not_found")
    assert adapter(peer, lists_all=True).look_up(PARCEL) == NotThere()
    peer.answer = lambda asked: json_reply(200, {"files": []})
    assert adapter(peer, lists_all=True).look_up(PARCEL) == Unknown("no_list")


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("PENDING", "in_review"),
        ("SENDBACK", "sent_back"),
        ("APPROVED", "approved"),
        ("REJECTED", "refused"),
        ("ARCHIVED", None),
    ],
)
def test_how_it_stands_in_our_words(peer: GovStack, code: str, state: str | None) -> None:
    here = adapter(peer)
    word = word_of(here.deliver(PARCEL))
    peer.decide(word.reference, code)
    standing = here.status(word.reference)
    assert standing is not None
    assert (standing.state, standing.said) == (state, code.title())
    assert here.cases_of(CITIZEN) == [standing] and here.cases_of("another") == []
    assert standing.service == "household_certificate"
    assert here.status("../services") is None


def test_how_it_stands_may_not_be_told(peer: GovStack) -> None:
    peer.answer = lambda asked: Reply(0)
    with pytest.raises(NoAnswer):
        adapter(peer).status("1")


def test_settings_are_checked_when_they_are_read() -> None:
    for wrong in ({"client": "CITY/GOV"}, {"applicant": "upper("}, {"unknown": 1}):
        with pytest.raises(ValidationError):
            govstack_settings(**wrong)
