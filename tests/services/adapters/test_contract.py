"""What clients send and what our own peers answer, against the published specifications."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kiosk.services.adapters.govstack import GovStackRegistration
from kiosk.services.adapters.open311 import Client, Open311
from kiosk.services.http import Peer
from tests.peers import open311
from tests.peers.govstack import GovStack
from tests.peers.web import Asked, Web, serving
from tests.services.adapters.parcels import (
    enclosure,
    govstack_settings,
    open311_settings,
    parcel,
    word_of,
)


@pytest.fixture(scope="session")
def specs(shared: Path) -> Path:
    if not (shared / "specs").is_dir():
        pytest.skip("needs the published specifications, in `specs` of ATRIUM_SHARED")
    return shared / "specs"


def read(file: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


def check(told: Any, schema: dict[str, Any], whole: dict[str, Any]) -> None:
    Draft202012Validator({**whole, **schema}).validate(told)


def operation(asked: Asked, paths: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The path and operation of a specification that a request is."""
    parts = asked.path.split("/")
    for path, operations in paths.items():
        wanted = path.split("/")
        same = len(parts) == len(wanted) and all(
            want.startswith("{") or want == part for want, part in zip(wanted, parts, strict=True)
        )
        if same and asked.method.lower() in operations:
            return path, operations[asked.method.lower()]
    raise AssertionError(f"{asked.method} {asked.path} is not specified")


def test_govstack_registration(specs: Path) -> None:
    whole = read(specs / "govstack-registration-0.1.1.openapi.json")
    schemas = whole["components"]["schemas"]
    with serving(GovStack()) as peer:
        here = GovStackRegistration(Peer(lambda: peer.url), govstack_settings())
        parts = parcel("household_certificate").__dict__ | {
            "enclosures": (enclosure("a.png", b"a"),)
        }
        sent = type(parcel("x"))(**parts)
        word = word_of(here.deliver(sent))
        here.look_up(sent)
        here.status(word.reference)
    seen = set()
    for asked in peer.asked:
        path, told = operation(asked, whole["paths"])
        seen.add(path)
        parameters = whole["components"]["parameters"]
        listed = [
            parameters.get(one.get("$ref", "").split("/")[-1], one) for one in told["parameters"]
        ]
        named = {one["name"]: one for one in listed}
        for name, one in named.items():
            if one["in"] == "header" and one.get("required"):
                assert asked.headers[name.lower()]
        assert set(asked.query) <= {n for n, one in named.items() if one["in"] == "query"}
        if asked.method == "POST" and path != "/documents":
            check(json.loads(asked.body), schemas["applicationFileSubmit"], whole)
        answer = json.loads(peer.answer(asked).body)
        response = told["responses"]["200"]["content"]
        check(answer, next(iter(response.values()))["schema"], whole)
    assert seen == {
        "/documents",
        "/services/{serviceId}/applications",
        "/applications",
        "/applications/{fileId}",
    }


def test_open311_requests(specs: Path) -> None:
    whole = read(specs / "open311-georeport-v2.swagger2.json")
    posting = whole["paths"]["/requests.{response_format}"]["post"]
    names = {one["name"] for one in posting["parameters"] if "name" in one}
    # The document of the specification lists these in words, beside what the file has.
    names |= {"jurisdiction_id", "api_key", "description", "first_name", "device_id", "email"}
    with serving(open311.Open311()) as peer:
        assert isinstance(peer, open311.Open311)
        word_of(Open311(Peer(lambda: peer.url), open311_settings()).deliver(parcel("street_lamp")))
    for name, _ in peer.forms[0]:
        assert name.partition("[")[0] in names


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("/services.json", "services"),
        ("/services/006.json", "service-definition"),
        ("/requests.json", "requests"),
    ],
)
def test_our_open311_peer_is_one(specs: Path, path: str, schema: str) -> None:
    """A client that is tested only against a peer of our own proves what that peer is worth."""
    web: Web = open311.Open311()
    asked = Asked("GET", path, {"service_code": "006"}, {}, b"")
    form = b"service_code=006&address_string=x&description=y"
    web.answer(Asked("POST", "/requests.json", {}, {}, form))
    told = json.loads(web.answer(asked).body)
    single = {"services": "service", "requests": "request"}.get(schema)
    rows = told if single else [told]
    assert rows
    for row in rows:
        file = f"open311-georeport-v2.{single or schema}.schema.json"
        Draft202012Validator(read(specs / file)).validate(row)


def test_both_formats_say_the_same() -> None:
    with serving(open311.Open311()) as peer:
        both = [Client(Peer(lambda: peer.url), form) for form in ("json", "xml")]
        assert both[0].services() == both[1].services()
        assert both[0].definition("006") == both[1].definition("006")
