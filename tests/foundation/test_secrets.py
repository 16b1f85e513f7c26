"""The vault: one key for every process, nothing readable on disk, damage said aloud."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backends import SecretService, chainer, fail, null

from foundation.secrets import VaultDamaged, open_vault
from foundation.secrets.keystore import trusted


def test_a_secret_comes_back_and_can_be_forgotten(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    vault.put("pin", b"\x00secret\xff")
    assert open_vault(tmp_path).get("pin") == b"\x00secret\xff"
    vault.delete("pin")
    assert open_vault(tmp_path).get("pin") is None


def test_nothing_on_disk_is_readable_by_others_or_holds_the_secret(tmp_path: Path) -> None:
    home = tmp_path / "vault"
    open_vault(home).put("name-of-it", b"the secret itself")
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    for path in home.iterdir():
        content = path.read_bytes()
        assert b"the secret" not in content and b"name-of-it" not in content
        if path.name != "lock":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_processes_that_start_together_see_one_key(tmp_path: Path) -> None:
    program = (
        "from foundation.secrets import open_vault\nprint(open_vault().get_or_create('key').hex())"
    )
    env = {**os.environ, "ATRIUM_HOME": str(tmp_path)}
    started = [
        subprocess.Popen([sys.executable, "-c", program], env=env, stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    keys = {process.communicate()[0] for process in started}
    assert len(keys) == 1 and len(keys.pop().strip()) == 64


def test_a_damaged_vault_is_an_error_and_never_a_new_key(tmp_path: Path) -> None:
    open_vault(tmp_path).get_or_create("key")
    sealed = tmp_path / "secrets.sealed"
    content = bytearray(sealed.read_bytes())
    content[-1] ^= 1
    sealed.write_bytes(content)
    with pytest.raises(VaultDamaged, match="secrets.sealed"):
        open_vault(tmp_path).get_or_create("key")
    assert sealed.read_bytes() == content


def test_a_passphrase_opens_what_it_sealed_and_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text("correct horse\n")
    wrong.write_text("battery staple\n")
    monkeypatch.setenv("ATRIUM_PASSPHRASE_FILE", str(right))
    vault = open_vault(tmp_path / "vault")
    vault.put("key", b"k")
    assert vault.protection().level == "strong"
    monkeypatch.setenv("ATRIUM_PASSPHRASE_FILE", str(wrong))
    with pytest.raises(VaultDamaged):
        open_vault(tmp_path / "vault").get("key")


def test_without_passphrase_the_protection_is_called_weak(tmp_path: Path) -> None:
    assert open_vault(tmp_path).protection().level == "weak"


class PlaintextKeyring(null.Keyring):
    """Named like the one that writes secrets to a readable file."""


def test_stores_that_keep_nothing_or_keep_it_plain_are_refused_by_class() -> None:
    for kind in (fail.Keyring, null.Keyring, chainer.ChainerBackend, PlaintextKeyring):
        assert not trusted(kind())
    system = SecretService.Keyring()  # type: ignore[no-untyped-call]
    assert trusted(system)
