"""The vault: one key for every process, nothing readable on disk, damage said aloud."""

import os
import stat
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from typing import ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer, fail, null
from keyring.errors import InitError, KeyringLocked, PasswordDeleteError
from keyrings.alt.file import PlaintextKeyring
from secretstorage.exceptions import LockedException

from foundation.secrets import VaultDamaged, open_vault
from foundation.secrets.keystore import SystemKeyStore, trusted, usable_system_store


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
    with pytest.raises(VaultDamaged, match=r"secrets\.sealed"):
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


def test_a_secret_that_is_forgotten_is_overwritten_where_it_was(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    vault.put("key", b"k")
    with (tmp_path / "secrets.sealed").open("rb") as before:
        vault.delete("key")
        content = before.read()
    assert content and not any(content)
    assert open_vault(tmp_path).names() == []


def test_without_passphrase_the_protection_is_called_weak(tmp_path: Path) -> None:
    assert open_vault(tmp_path).protection().level == "weak"


class Disguised(PlaintextKeyring):  # type: ignore[misc]
    """A plain store under a name that does not say so."""


def test_stores_that_keep_nothing_or_keep_it_plain_are_refused_by_class() -> None:
    refused = (fail.Keyring, null.Keyring, chainer.ChainerBackend, PlaintextKeyring, Disguised)
    for kind in refused:
        assert not trusted(kind()), kind
    system = SecretService.Keyring()  # type: ignore[no-untyped-call]
    assert trusted(system)


def test_a_chain_is_used_link_by_link_and_never_a_plain_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class Chain(chainer.ChainerBackend):
        links: ClassVar[list[KeyringBackend]] = []
        backends = property(lambda self: self.links)

    plain, good = PlaintextKeyring(), MemoryKeyring()
    plain.file_path = str(tmp_path / "plain.cfg")
    monkeypatch.setattr(keyring, "get_keyring", Chain)
    for links, usable in (([plain], False), ([], False), ([plain, good], True)):
        monkeypatch.setattr(Chain, "links", links)
        assert (usable_system_store() is not None) is usable
    store = usable_system_store()
    assert store is not None
    store.write("key", b"k")
    assert good.held and not (tmp_path / "plain.cfg").exists()


def test_a_headless_terminal_with_the_plain_store_installed_seals_its_secrets(
    tmp_path: Path,
) -> None:
    """keyring itself would take that store here, and say nothing."""
    program = (
        "import keyring\n"
        "from foundation.secrets import open_vault\n"
        "vault = open_vault()\n"
        "vault.put('key', b'a very secret secret')\n"
        "print(type(keyring.get_keyring()).__name__, vault.protection().kind)"
    )
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH")}
    env = {**kept, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share")}
    said = subprocess.check_output([sys.executable, "-c", program], env=env, text=True)
    assert said.split() == ["PlaintextKeyring", "machine_bound"]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not [file for file in files if file.suffix == ".cfg"]
    encoded = b64encode(b"a very secret secret")
    for file in files:
        assert b"a very secret" not in file.read_bytes() and encoded not in file.read_bytes()


def test_a_credential_of_the_service_manager_is_the_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    (credentials / "atrium-passphrase").write_text("correct horse\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(credentials))
    vault = open_vault(tmp_path / "vault")
    vault.put("key", b"k")
    assert vault.protection().kind == "passphrase"
    monkeypatch.delenv("CREDENTIALS_DIRECTORY")
    with pytest.raises(VaultDamaged):  # the machine alone does not open it
        open_vault(tmp_path / "vault").get("key")
    monkeypatch.setenv("ATRIUM_PASSPHRASE_FILE", str(credentials / "atrium-passphrase"))
    assert open_vault(tmp_path / "vault").get("key") == b"k"


def test_an_empty_credential_is_an_error_and_no_weaker_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "atrium-passphrase").write_text("\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    with pytest.raises(VaultDamaged, match="is empty"):
        open_vault(tmp_path / "vault")


def test_a_lost_salt_is_an_error_that_makes_nothing_new(tmp_path: Path) -> None:
    open_vault(tmp_path).put("key", b"k")
    kept = (tmp_path / "salt").read_bytes()
    (tmp_path / "salt").unlink()
    with pytest.raises(VaultDamaged, match="salt is missing"):
        open_vault(tmp_path)
    assert not (tmp_path / "salt").exists()
    (tmp_path / "salt").write_bytes(kept)
    assert open_vault(tmp_path).get("key") == b"k", "restored, it opens again"


def test_a_passphrase_file_that_is_gone_is_said_and_weakens_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATRIUM_PASSPHRASE_FILE", str(tmp_path / "gone"))
    with pytest.raises(VaultDamaged, match="gone cannot be read"):
        open_vault(tmp_path / "vault")


def test_names_are_known_and_the_secrets_are_not_among_them(tmp_path: Path) -> None:
    vault = open_vault(tmp_path)
    vault.put("second", b"2")
    vault.put("first", b"1")
    assert vault.names() == ["first", "second"]
    vault.delete("second")
    vault.delete("never there")
    assert open_vault(tmp_path).names() == ["first"]


class MemoryKeyring(KeyringBackend):
    """A key store that behaves as the system's does, for as long as the test runs."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.held:
            raise PasswordDeleteError
        del self.held[service, username]


def test_the_system_store_keeps_any_bytes_and_knows_its_names() -> None:
    store = SystemKeyStore(MemoryKeyring())
    store.write("key", b"\x00\xff")
    store.write("pin", b"1")
    store.delete("pin")
    store.delete("pin")
    assert store.read("key") == b"\x00\xff" and store.read("pin") is None
    assert store.names() == ["key"]


@pytest.mark.parametrize("refusal", [KeyringLocked, InitError, LockedException, OSError])
def test_a_store_that_does_not_answer_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, refusal: type[Exception]
) -> None:
    class Locked(MemoryKeyring):
        def set_password(self, service: str, username: str, password: str) -> None:
            raise refusal

    for backend, usable in ((Locked(), False), (MemoryKeyring(), True)):
        monkeypatch.setattr(keyring, "get_keyring", lambda backend=backend: backend)
        assert (usable_system_store() is not None) is usable
