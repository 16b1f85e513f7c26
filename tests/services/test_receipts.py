"""Receipts: genuine or not, by which key, and readable from a picture."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from backend.receipts.keys import ReceiptKey
from backend.receipts.signing import Claims, sign
from kiosk.services.receipts import qr_rows, trusted_keys_file, verify, verify_file
from kiosk.services.receipts.keys import KeysUnreadable, load_keys

KEY = ReceiptKey(bytes(range(32)))
OTHER = ReceiptKey(bytes(32))
KEYS = {"keys": [KEY.public]}
CLAIMS = Claims(
    case="01a209c4-57ac-7976-9e94-09622353c31d",
    reference="HZ 2026 1123 0001 6",
    key="01a209c4-5481-7c69-b08e-db27d17a9a1c",
    service="residence_permit",
    department="households",
    body_sha256="v3z1fu1S42FucUk5v4GNkc7KQZzkboQnuuB7fgc0qYo",
    received_at="2026-11-23T18:56:32Z",
    previous="v3z1fu1S42FucUk5v4GNkc7KQZzkboQnuuB7fgc0qYo",
)
SIGNED = sign(CLAIMS, KEY)


def test_a_genuine_receipt_says_what_was_signed() -> None:
    verdict = verify(SIGNED, KEYS)
    assert verdict.valid and verdict.receipt is not None
    assert verdict.receipt.reference == CLAIMS.reference
    assert verdict.receipt.previous == CLAIMS.previous


def test_any_other_byte_at_any_place_makes_it_invalid(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text(json.dumps(KEYS), "utf-8")
    file = tmp_path / "receipt.jws"
    raw = SIGNED.encode() + b"\n"
    file.write_bytes(raw)
    assert verify_file(file, tmp_path / "keys.json").valid
    for place in range(len(raw)):
        for flipped in (raw[place] ^ 1, raw[place] ^ 0x20):
            file.write_bytes(raw[:place] + bytes([flipped]) + raw[place + 1 :])
            assert not verify_file(file, tmp_path / "keys.json").valid, (place, flipped)


@given(place=st.integers(0, len(SIGNED) - 1), other=st.characters(codec="ascii"))
def test_any_other_character_makes_it_invalid(place: int, other: str) -> None:
    changed = SIGNED[:place] + other + SIGNED[place + 1 :]
    assert verify(changed, KEYS).valid is (changed == SIGNED)


@given(st.text(max_size=200))
def test_any_text_gets_a_verdict(text: str) -> None:
    assert not verify(text, KEYS).valid


def test_another_key_does_not_vouch() -> None:
    assert verify(SIGNED, {"keys": [OTHER.public]}).reason == "unknown_key"
    posing = {**OTHER.public, "kid": KEY.id}
    assert verify(SIGNED, {"keys": [posing]}).reason == "bad_signature"


@pytest.fixture
def kept(home: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "receipt.jws").write_text(SIGNED, "ascii")
    return folder / "receipt.jws"


def _pin(keys: Mapping[str, object], path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(keys), "utf-8")


def test_the_trust_store_is_asked_before_what_lies_beside(kept: Path) -> None:
    posing = {"keys": [{**OTHER.public, "kid": KEY.id}]}
    _pin(posing, kept.parent / "receipt-keys.json")
    assert verify_file(kept).reason == "bad_signature"
    _pin(KEYS, trusted_keys_file())
    assert verify_file(kept).vouched_by == "trust_store"


def test_keys_beside_a_receipt_help_where_the_store_does_not_know_them(kept: Path) -> None:
    assert verify_file(kept).reason == "no_keys"
    _pin({"keys": [OTHER.public]}, trusted_keys_file())
    assert verify_file(kept).reason == "unknown_key"
    _pin(KEYS, kept.parent / "receipt-keys.json")
    verdict = verify_file(kept)
    assert (verdict.valid, verdict.vouched_by) == (True, "beside_receipt")


def test_keys_that_are_pinned_anew_count_at_once(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    for kid in ("one", "another"):
        file.write_text(json.dumps({"keys": [{"kid": kid}]}), encoding="utf-8")
        assert load_keys(file) == {"keys": [{"kid": kid}]}
    file.unlink()
    with pytest.raises(KeysUnreadable):
        load_keys(file)


def test_a_named_key_file_is_the_only_one_asked(kept: Path, tmp_path: Path) -> None:
    _pin(KEYS, trusted_keys_file())
    _pin({"keys": [OTHER.public]}, tmp_path / "named.json")
    assert verify_file(kept, tmp_path / "named.json").reason == "unknown_key"
    assert verify_file(kept, tmp_path / "missing.json").reason == "no_keys"
    assert verify_file(kept.with_name("missing.jws")).reason == "unreadable"


def test_a_scan_of_the_code_alone_is_the_receipt() -> None:
    rows = qr_rows(SIGNED)
    assert len({len(row) for row in rows} | {len(rows)}) == 1
    modules = np.array([[255 * (dot == "0") for dot in row] for row in rows], np.uint8)
    picture = np.kron(modules, np.ones((4, 4), np.uint8))
    (found,) = zxingcpp.read_barcodes(picture)
    assert verify(found.text, KEYS).valid
