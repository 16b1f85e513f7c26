"""Registries kept elsewhere: asked over HTTP, in time or not at all, and the form goes on."""

import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from backend.parts import set_up
from backend.registries.asking import Found, Registries
from backend.registries.places import PlacesUnreadable, load_places
from backend.registries.protocol import Registry, Silent, Values
from foundation.paths import asset
from tests.peers.registry import registry_peer
from tests.peers.wire import wire

CITIZEN = "999999199001011238"
SHOP = {
    "OwnerNumber": CITIZEN,
    "Name": "示例小吃店",
    "Seat": {"Street": "示例路 1 号"},
    "Updated": "2026-03-15T08:00:00Z",
    "Share": 0.5,
}
RECORDS = {"companies": [SHOP]}
FIELDS = ["business.trade_name", "business.address", "business.share", "business.unknown"]


def place(url: str, **change: object) -> dict[str, Any]:
    return {
        "kind": "govstack",
        "url": url,
        "client": "SAMPLE/GOV/0001/atrium",
        "registry": "companies",
        "version": "1.0",
        "key": "OwnerNumber",
        "fields": {"trade_name": "Name", "address": "Seat.Street", "share": "Share"},
        "as_of": "Updated",
        **change,
    }


def placed(tmp_path: Path, url: str, **change: object) -> dict[str, Registry]:
    file = tmp_path / "registries.json"
    file.write_text(json.dumps({"business": place(url, **change)}), encoding="utf-8")
    return load_places(file)


class Nothing:
    """An embedded registry without a row."""

    def look_up(self, citizen: str, fields: Sequence[str]) -> Values:
        return {}


def test_a_record_is_read_field_by_field_with_its_day(tmp_path: Path) -> None:
    with registry_peer(RECORDS) as peer:
        found = placed(tmp_path, peer.url)["business"].look_up(CITIZEN, FIELDS)
        day = {"registry": "business", "as_of": "2026-03-15"}
        assert found == {
            "business.trade_name": {"value": "示例小吃店", **day},
            "business.address": {"value": "示例路 1 号", **day},
        }, "a fraction has no single spelling, and is not taken"
        assert peer.asked == ["SAMPLE/GOV/0001/atrium"]
        stranger = placed(tmp_path, peer.url)["business"].look_up("999999198506152111", FIELDS)
        assert stranger == {}


def test_a_whole_backend_reads_from_a_registry_elsewhere(tmp_path: Path) -> None:
    with registry_peer(RECORDS) as peer:
        parts = set_up(
            tmp_path / "b.sqlite",
            asset(),
            bytes(32),
            "token",
            tmp_path / "keys.json",
            remote=placed(tmp_path, peer.url),
        )
        found = parts.registries.look_up(CITIZEN, ["business.trade_name", "civil.name"])
        assert found.silent == []
        assert {name: row["value"] for name, row in found.values.items()} == {
            "business.trade_name": "示例小吃店",
            "civil.name": "示例市民",
        }
        parts.registries.close()
        parts.database.close()


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Elsewhere\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n<html>hi</html",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}",
        b"nonsense\r\n\r\n",
    ],
)
def test_what_is_no_answer_is_silence(tmp_path: Path, answer: bytes) -> None:
    with wire() as peer:
        peer.reply = lambda: [answer]
        with pytest.raises(Silent):
            placed(tmp_path, peer.url)["business"].look_up(CITIZEN, FIELDS)


def test_a_dead_registry_holds_up_nobody_and_is_named(tmp_path: Path) -> None:
    with registry_peer(RECORDS) as peer:
        peer.hold = threading.Event()
        registries = Registries(Nothing(), placed(tmp_path, peer.url), deadline_s=0.2)
        asked = [registries.look_up(CITIZEN, FIELDS) for _ in range(6)]
        assert asked == [Found({}, ["business"])] * 6
        peer.hold.set()
        _until_it_answers(registries)
        registries.close()


def _until_it_answers(registries: Registries) -> None:
    """Its threads come back once the peer lets go."""
    for _ in range(100):
        if not registries.look_up(CITIZEN, FIELDS).silent:
            return
        threading.Event().wait(0.05)
    raise AssertionError("the registry stayed silent after it came back")


@pytest.mark.parametrize(
    "change", [{"url": "http://registry.example"}, {"kind": "soap"}, {"extra": 1}]
)
def test_a_file_that_is_wrong_says_what_to_mend(tmp_path: Path, change: dict[str, Any]) -> None:
    file = tmp_path / "registries.json"
    file.write_text(json.dumps({"business": {**place("http://127.0.0.1:1"), **change}}))
    with pytest.raises(PlacesUnreadable, match="business"):
        load_places(file)
    assert load_places(tmp_path / "none.json") == {}
