"""My applications at other departments: told in our words, and never silently incomplete."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.services.asking import Unreachable
from kiosk.services.courier.routing import BrokenRoutes, Ways
from kiosk.services.elsewhere import Elsewhere
from kiosk.services.receipts.keys import trusted_keys_file
from tests.peers.govstack import GovStack
from tests.peers.web import Reply, serving
from tests.services.adapters.parcels import CITIZEN, govstack_settings, parcel
from tests.services.adapters.test_govstack import adapter


@pytest.fixture
def peer() -> Iterator[GovStack]:
    with serving(GovStack()) as web:
        assert isinstance(web, GovStack)
        yield web


def elsewhere(peer: GovStack) -> Elsewhere:
    options = govstack_settings().model_dump()
    way = {"adapter": "govstack", "address": peer.url, "options": options}
    told = {"departments": {"households": way, "transport": {"adapter": "native"}}}
    return Elsewhere(lambda: Ways.model_validate(told))


def test_each_state_has_its_words(peer: GovStack) -> None:
    adapter(peer).deliver(parcel("household_certificate"))
    (reference,) = peer.files
    told = {}
    for code in ("PENDING", "REJECTED", "ARCHIVED"):
        peer.decide(reference, code)
        rows = elsewhere(peer).cases(CITIZEN)
        assert isinstance(rows, list)
        told[code] = rows[0].title["en"]
        assert rows[0].reference == reference and rows[0].moves == ()
    assert told == {
        "PENDING": "Being looked at",
        "REJECTED": "Refused",
        "ARCHIVED": "The department says: Archived",
    }
    assert elsewhere(peer).cases("another") == []


def test_what_was_not_told_is_not_nothing(peer: GovStack) -> None:
    peer.answer = lambda asked: Reply(0)
    assert elsewhere(peer).cases(CITIZEN) == Unreachable("broken_off")
    peer.answer = lambda asked: Reply(200, b"{}")
    assert elsewhere(peer).cases(CITIZEN) == Unreachable("no_list")

    def broken() -> Ways:
        raise BrokenRoutes("departments.toml")

    assert Elsewhere(broken).cases(CITIZEN) == Unreachable("broken_routes")
    assert not Elsewhere(broken).takes_ratings("households")


def test_what_each_department_can_and_whose_keys_count(
    peer: GovStack, tmp_path: Path, home: Path
) -> None:
    here = elsewhere(peer)
    assert [here.takes_ratings(one) for one in ("households", "transport", "benefits")] == [
        False,
        True,
        True,
    ]
    assert here.receipt_keys("transport") == trusted_keys_file()
    (tmp_path / "token").write_text("token")
    way = {"address": "https://tax.test", "token_file": tmp_path / "token"}
    told = {"departments": {"tax": way | {"receipt_keys": tmp_path / "keys.json"}}}
    there = Elsewhere(lambda: Ways.model_validate(told))
    assert there.receipt_keys("tax") == tmp_path / "keys.json"
    assert there.receipt_keys("transport") == trusted_keys_file()
