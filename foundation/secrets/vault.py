"""The vault: named secrets, and an honest word on what protects them."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

from foundation.paths import data_dir
from foundation.secrets.keystore import SystemKeyStore, usable_system_store
from foundation.secrets.sealed import VaultDamaged, open_sealed

__all__ = ["Protection", "Vault", "VaultDamaged", "open_vault"]

Level = Literal["strong", "fair", "weak"]


@dataclass(frozen=True)
class Protection:
    """How secrets are kept. `detail` says what that protects against, and what not."""

    kind: Literal["system_key_store", "passphrase", "machine_bound"]
    level: Level
    detail: str


class Store(Protocol):
    """Where the bytes are."""

    def read(self, name: str) -> bytes | None:
        """The secret of this name, or None."""
        ...

    def write(self, name: str, secret: bytes) -> None:
        """Keep it durably."""
        ...

    def delete(self, name: str) -> None:
        """Forget it; nothing happens when it is not there."""
        ...

    def names(self) -> list[str]:
        """What the secrets are called, in order."""
        ...


class Vault:
    """Named secrets; safe with several processes at once."""

    def __init__(self, store: Store, protection: Protection, lock: Path) -> None:
        self._store = store
        self._protection = protection
        self._lock = lock

    def get(self, name: str) -> bytes | None:
        """A secret, or None when there is none of this name. Raises VaultDamaged."""
        with self._locked():
            return self._store.read(name)

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret durably, in place of an older one."""
        with self._locked():
            self._store.write(name, secret)

    def get_or_create(self, name: str, size: int = 32) -> bytes:
        """A secret of random bytes, made at its first use; every process sees the same one."""
        with self._locked():
            known = self._store.read(name)
            if known is None:
                known = secrets.token_bytes(size)
                self._store.write(name, known)
            return known

    def delete(self, name: str) -> None:
        """Forget a secret."""
        with self._locked():
            self._store.delete(name)

    def names(self) -> list[str]:
        """What the secrets are called, in order; never the secrets. Raises VaultDamaged."""
        with self._locked():
            return self._store.names()

    def protection(self) -> Protection:
        """What protects these secrets."""
        return self._protection

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._lock.open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def open_vault(home: Path | None = None) -> Vault:
    """The terminal's vault: the system's key store, a passphrase, or this machine, in this order.

    home: the folder of the sealed file (default: vault/ below the data folder). Naming one
    leaves the system's key store alone. Raises VaultDamaged.
    """
    folder = home or data_dir() / "vault"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = folder / "lock"
    # A home of its own (a test, the demonstration) must not reach the person's key store.
    system = None if home or os.environ.get("ATRIUM_HOME") else _system_store()
    if system is not None:
        return Vault(system, _STRONG, lock)
    passphrase = _passphrase()
    protection = _PASSPHRASE if passphrase is not None else _MACHINE
    with lock.open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        sealed = open_sealed(folder, passphrase)
    return Vault(sealed, protection, lock)


@cache
def _system_store() -> SystemKeyStore | None:
    return usable_system_store()


def _passphrase() -> bytes | None:
    named = os.environ.get("ATRIUM_PASSPHRASE_FILE")
    credentials = os.environ.get("CREDENTIALS_DIRECTORY")
    if named:
        return _first_line(Path(named))
    if credentials:
        credential = Path(credentials) / "atrium-passphrase"
        return _first_line(credential) if credential.is_file() else None
    return None


def _first_line(path: Path) -> bytes:
    try:
        line = path.read_bytes().split(b"\n", 1)[0].strip()
    except OSError as unreadable:
        raise VaultDamaged(
            f"the passphrase file {path} cannot be read ({unreadable.strerror}); the terminal's "
            "secrets stay closed without it"
        ) from unreadable
    if not line:
        raise VaultDamaged(f"{path} is empty; it must hold the terminal's passphrase")
    return line


_STRONG = Protection(
    "system_key_store", "strong", "kept by the system's key store, locked with the account"
)
_PASSPHRASE = Protection(
    "passphrase", "strong", "sealed under a passphrase; a copied disk cannot be opened without it"
)
_MACHINE = Protection(
    "machine_bound",
    "weak",
    "sealed for this machine and account; a copy of the files alone cannot be opened elsewhere, "
    "but whoever controls this account can open them: give a passphrase or a key store",
)
