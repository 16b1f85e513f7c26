"""A file of secrets sealed with AES-256-GCM under a key that scrypt derives."""

import json
import os
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from foundation.durable import sync
from foundation.secrets.overwriting import overwrite

_FORMAT = b"atrium vault 1\n"
_NONCE = 12
_SALT = 32
_COST = 2**14  # 16 MiB, about 40 ms: every process opens the vault once


class VaultDamaged(Exception):
    """The vault cannot be opened; the text says which file, and what to do."""


class SealedFile:
    """Name -> secret in one file, replaced whole. The vault's lock keeps others out."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._cipher = AESGCM(key)

    def read(self, name: str) -> bytes | None:
        """The secret of this name, or None. Raises VaultDamaged."""
        held = self._load().get(name)
        return None if held is None else b64decode(held)

    def write(self, name: str, secret: bytes) -> None:
        """Keep it durably."""
        self._save({**self._load(), name: b64encode(secret).decode()})

    def delete(self, name: str) -> None:
        """Forget it."""
        self._save({key: held for key, held in self._load().items() if key != name})

    def names(self) -> list[str]:
        """What the secrets are called. Raises VaultDamaged."""
        return sorted(self._load())

    def _load(self) -> dict[str, str]:
        if not self._path.exists():
            return {}
        raw = self._path.read_bytes()
        sealed = raw.removeprefix(_FORMAT)
        try:
            opened = self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _FORMAT)
            secrets: dict[str, str] = json.loads(opened)
        except (InvalidTag, ValueError) as broken:
            raise VaultDamaged(
                f"{self._path} cannot be opened: it is damaged, or was sealed with another "
                "passphrase or on another machine. Restore it with its passphrase, or move it "
                "away to begin anew; what it protected is then lost."
            ) from broken
        return secrets

    def _save(self, secrets: dict[str, str]) -> None:
        nonce = os.urandom(_NONCE)
        sealed = self._cipher.encrypt(nonce, json.dumps(secrets).encode(), _FORMAT)
        with _kept(self._path) as old:  # a secret that is forgotten must not stay in free blocks
            write_private(self._path, _FORMAT + nonce + sealed)
            if old is not None:
                overwrite(old)


@contextmanager
def _kept(path: Path) -> Iterator[BinaryIO | None]:
    """A file held open, also when another takes its name; None where there is none."""
    if not path.exists():
        yield None
        return
    with path.open("r+b") as file:
        yield file


def open_sealed(folder: Path, passphrase: bytes | None) -> SealedFile:
    """The sealed file of a folder, under the passphrase or what is particular to this machine.

    Raises VaultDamaged. The caller keeps other processes out while this runs.
    """
    sealed = folder / "secrets.sealed"
    salt = _salt(folder / "salt", sealed)
    return SealedFile(sealed, _derived(salt, passphrase if passphrase is not None else _machine()))


@cache
def _derived(salt: bytes, secret: bytes) -> bytes:
    """32 bytes; once a process, because this is slow on purpose."""
    return Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(secret)


def write_private(path: Path, content: bytes) -> None:
    """Replace a file whole and durably, readable by its owner alone."""
    beside = path.with_suffix(f".{os.getpid()}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync(path.parent)


def _salt(path: Path, sealed: Path) -> bytes:
    if not path.exists():
        if sealed.exists():  # a new salt would never open it, and would hide what is wrong
            raise VaultDamaged(
                f"{path} is missing, and {sealed} cannot be opened without it. "
                f"Restore it from a backup, or move {sealed.name} away to begin "
                "anew; what it protected is then lost."
            )
        write_private(path, os.urandom(_SALT))
    salt = path.read_bytes()
    if len(salt) != _SALT:
        raise VaultDamaged(f"{path} is damaged; restore it from a backup of this folder")
    return salt


def _machine() -> bytes:
    identity = Path("/etc/machine-id")
    machine = identity.read_bytes().strip() if identity.is_file() else b"no machine id"
    return machine + b":" + str(os.getuid()).encode()
