"""Attachments: durable before anything names them, sealed, of one visit alone, and wiped."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from foundation.secrets import chunked
from kiosk.services.outbox import Outbox, OutboxFull, admission, attachments
from kiosk.services.outbox.dispatch import Dispatch
from tests.services.parts import small_body

CANARY = b"canary 4711 of a first visitor" * 20_000
"""More than two chunks."""


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox(tmp_path / "outbox.sqlite", bytes(32))
    yield outbox
    outbox.close()


def body(*named: dict[str, Any]) -> dict[str, Any]:
    return {**small_body(1), "answers": {"people": [{"papers": list(named)}]}}


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_visit_reads_back_what_it_kept_and_nobody_else_does(outbox: Outbox) -> None:
    store = outbox.attachments
    kept = store.keep("first", CANARY, "护照.jpg", "image/jpeg")
    assert kept == {
        "sha256": kept["sha256"],
        "name": "护照.jpg",
        "media_type": "image/jpeg",
        "bytes": len(CANARY),
    }
    assert store.open("first", kept["sha256"]) == CANARY
    start = chunked.CHUNK + 7
    assert b"".join(store.parts("first", kept["sha256"], start)) == CANARY[start:]
    with pytest.raises(FileNotFoundError):
        store.open("second", kept["sha256"])
    with pytest.raises(LookupError):
        outbox.commit("second", "households", body(kept))


def test_a_file_of_one_visit_opens_in_no_other(outbox: Outbox, tmp_path: Path) -> None:
    kept = outbox.attachments.keep("first", CANARY, "a", "image/jpeg")
    folder = tmp_path / "attachments"
    (folder / "second").mkdir()
    (folder / "first" / kept["sha256"]).rename(folder / "second" / kept["sha256"])
    with pytest.raises(chunked.BrokenSeal):
        outbox.attachments.open("second", kept["sha256"])


@pytest.mark.parametrize("change", ["flip", "cut", "swap"])
def test_a_changed_file_is_not_opened(outbox: Outbox, tmp_path: Path, change: str) -> None:
    kept = outbox.attachments.keep("first", CANARY, "a", "image/jpeg")
    path = tmp_path / "attachments" / "first" / kept["sha256"]
    content = bytearray(path.read_bytes())
    sealed = chunked.CHUNK + 28
    if change == "flip":
        content[-20] ^= 1
    elif change == "cut":
        del content[32 + sealed :]
    else:
        first, second = content[32 : 32 + sealed], content[32 + sealed : 32 + 2 * sealed]
        content[32 : 32 + 2 * sealed] = second + first
    path.write_bytes(content)
    with pytest.raises(chunked.BrokenSeal):
        outbox.attachments.open("first", kept["sha256"])


def test_nothing_of_it_can_be_read_at_rest(outbox: Outbox, tmp_path: Path) -> None:
    kept = outbox.attachments.keep("first", CANARY, "canary 4711.jpg", "image/jpeg")
    outbox.commit("first", "households", body(kept))
    assert not any(b"canary 4711" in path.read_bytes() for path in files(tmp_path))


def test_a_visit_that_leaves_without_sending_leaves_no_file(outbox: Outbox, tmp_path: Path) -> None:
    outbox.attachments.keep("first", CANARY, "a", "image/jpeg")
    kept = outbox.attachments.keep("second", CANARY, "a", "image/jpeg")
    outbox.forget_visit("first")
    assert outbox.attachments.open("second", kept["sha256"]) == CANARY
    outbox.attachments.forget_visit("second")
    assert files(tmp_path / "attachments") == []


def test_what_is_on_its_way_stays_until_its_department_has_it(
    outbox: Outbox, tmp_path: Path
) -> None:
    kept = outbox.attachments.keep("first", CANARY, "a", "image/jpeg")
    outbox.attachments.keep("first", b"never sent", "b", "image/jpeg")
    key = outbox.commit("first", "households", body(kept))
    outbox.forget_visit("first")
    dispatch = Dispatch(outbox)
    (parcel,) = dispatch.claim("households")
    (enclosure,) = parcel.enclosures
    assert enclosure.attachment.sha256 == kept["sha256"]
    assert b"".join(enclosure.parts(0)) == CANARY
    assert len(files(tmp_path / "attachments")) == 1
    dispatch.acknowledge(key, "receipt")
    assert files(tmp_path / "attachments") == []


def test_a_terminal_that_starts_wipes_what_a_fallen_visit_left(
    outbox: Outbox, tmp_path: Path
) -> None:
    draft = outbox.attachments.keep("fell", CANARY, "a", "image/jpeg")
    on_its_way = outbox.attachments.keep("fell", CANARY + b"!", "a", "image/jpeg")
    outbox.commit("fell", "households", body(on_its_way))
    (tmp_path / "attachments" / "fell" / f"{draft['sha256']}.new").write_bytes(b"half")
    again = Outbox(tmp_path / "outbox.sqlite", bytes(32))
    again.forget_all_visits()
    assert [path.name for path in files(tmp_path / "attachments")] == [on_its_way["sha256"]]
    again.close()


def test_what_is_too_large_or_does_not_fit_is_refused(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(attachments, "LARGEST", 10)
    for content in (b"", b"eleven bytes"):
        with pytest.raises(attachments.TooLarge):
            outbox.attachments.keep("first", content, "a", "image/jpeg")
    monkeypatch.setattr(admission, "FREE_DISK_LIMIT", 1 << 62)
    with pytest.raises(OutboxFull):
        outbox.attachments.keep("first", b"content", "a", "image/jpeg")
    for visit, sha256 in (("../other", "a" * 43), ("first", "../other")):
        with pytest.raises(ValueError, match=r"visit's name|no SHA-256"):
            outbox.attachments.open(visit, sha256)
    assert files(tmp_path / "attachments") == []


def test_an_outbox_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "outbox.sqlite"
    old = Path(__file__).with_name("outbox-1.sql").read_text(encoding="utf-8")
    with sqlite3.connect(path) as file:
        file.executescript(old)
    outbox = Outbox(path, bytes(32))
    dispatch = Dispatch(outbox)
    dispatch.begin(["households"])
    (parcel,) = dispatch.claim("households")
    assert json.loads(parcel.body) == small_body(1) and parcel.enclosures == ()
    dispatch.acknowledge(parcel.key, "receipt")
    assert outbox.status(parcel.key).received
    assert outbox.first_broken_audit_line() is None
    outbox.close()
