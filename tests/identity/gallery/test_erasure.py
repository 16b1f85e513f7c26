"""The receipt of an erasure: signed, checked offline, and silent about the person."""

import json
from pathlib import Path

import numpy as np
import pytest
from joserfc import jws

from foundation.paths import data_dir
from foundation.secrets import open_vault
from identity.decisions.decision import ModelInfo
from identity.gallery.keys import KeyRing
from identity.gallery.receipts import Notary
from identity.gallery.store import Destroyed, Gallery
from kiosk.cli import main
from kiosk.services.receipts import verify_file
from kiosk.services.receipts.keys import load_keys, terminal_keys_file
from kiosk.services.receipts.verify import verify

MODEL = ModelInfo("sface.onnx", "2021dec", "00")
GONE = Destroyed("0f" * 16, (("sface.onnx", "2021dec"),), 3, "ab" * 32, "2026-11-23T10:00:00+00:00")


@pytest.fixture
def notary(home: Path) -> Notary:
    return Notary(open_vault, data_dir() / "trust" / "erasure-keys.json")


def test_a_receipt_says_what_was_destroyed_and_nothing_of_the_person(notary: Notary) -> None:
    vector = np.ones(128, np.float32)
    gallery = Gallery(data_dir() / "gallery.sqlite", KeyRing(open_vault))
    gallery.enrol("0f" * 16, MODEL, [vector, vector])
    receipts: list[str] = []
    destroyed = gallery.erase("0f" * 16, lambda gone: receipts.append(notary.receipt(gone)))
    gallery.close()
    assert destroyed is not None
    verdict = verify(receipts[0], load_keys(terminal_keys_file()))
    assert verdict.valid and verdict.receipt is None and verdict.erasure is not None
    said = verdict.erasure
    assert (said.sub, said.templates, said.models) == ("0f" * 16, 2, ("sface.onnx 2021dec",))
    assert said.key_sha256 == destroyed.key_sha256
    assert said.erased_at == destroyed.at
    assert said.iss.startswith("terminal:")
    claims = json.loads(jws.extract_compact(receipts[0].encode()).payload)
    assert set(claims) == {"iss", "sub", "models", "templates", "key_sha256", "erased_at"}


def test_any_change_is_found(notary: Notary, tmp_path: Path) -> None:
    file, token = tmp_path / "erased.jws", notary.receipt(GONE)
    file.write_text(token + "\n")
    assert verify_file(file).vouched_by == "this_terminal"
    for place in range(0, len(token), 3):
        other = "A" if token[place] != "A" else "B"
        file.write_text(token[:place] + other + token[place + 1 :])
        assert not verify_file(file).valid, place


def test_the_key_stays_and_another_terminal_does_not_vouch(
    notary: Notary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = notary.receipt(GONE), notary.receipt(GONE)
    keys = load_keys(terminal_keys_file())
    assert len(keys["keys"]) == 1 and "d" not in keys["keys"][0]
    assert verify(first, keys).key_id == verify(second, keys).key_id
    monkeypatch.setenv("ATRIUM_HOME", str(tmp_path / "another"))
    Notary(open_vault, terminal_keys_file()).receipt(GONE)
    assert verify(first, load_keys(terminal_keys_file())).reason == "unknown_key"


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"keys": []}'])
def test_a_damaged_pin_is_written_again(notary: Notary, damage: str) -> None:
    token = notary.receipt(GONE)
    terminal_keys_file().write_text(damage)
    notary.receipt(GONE)
    assert verify(token, load_keys(terminal_keys_file())).valid


def test_a_departments_key_never_vouches_for_an_erasure(notary: Notary, tmp_path: Path) -> None:
    file = tmp_path / "erased.jws"
    file.write_text(notary.receipt(GONE))
    terminal_keys_file().rename(terminal_keys_file().with_name("receipt-keys.json"))
    assert verify_file(file).reason == "no_keys"


def test_from_the_command_line(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gallery = Gallery(data_dir() / "gallery.sqlite", KeyRing(open_vault))
    from kiosk.commands.identity import _subject

    gallery.enrol(_subject("visitor 7"), MODEL, [np.ones(128, np.float32)])
    gallery.close()
    receipt = tmp_path / "erased.jws"
    assert main(["keys", "rotate", "--templates"]) == 0
    assert main(["erase", "--id", "visitor 7", "--out", str(tmp_path / "no" / "folder")]) == 1
    assert "nothing was erased" in capsys.readouterr().err
    assert main(["erase", "--id", "visitor 7", "--json", "--out", str(receipt)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["erased"] and receipt.read_text() == answer["receipt"] + "\n"
    assert main(["receipt", "verify", str(receipt)]) == 0
    shown = capsys.readouterr().out
    assert "destroyed   the key of 1 templates (sface.onnx 2021dec)" in shown
    assert "checked by  this terminal's own key" in shown
    assert main(["erase", "--id", "visitor 7", "--out", str(tmp_path / "again")]) == 1
    assert not (tmp_path / "again").exists()
    receipt.write_text(receipt.read_text()[:-5] + "AAAA\n")
    assert main(["receipt", "verify", str(receipt)]) == 1
