"""The system's key store through keyring, and only one that really keeps secrets."""

import json
import logging
import secrets
from base64 import b64decode, b64encode

import keyring
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import KeyringError, PasswordDeleteError

log = logging.getLogger(__name__)

_SERVICE = "atrium"
_INDEX = "names of secrets"
_PLAIN = ("keyrings.alt", "keyring_pybridge")
"""Packages whose stores keep secrets readable, or hand them on."""


class SystemKeyStore:
    """Secrets as entries of one service in the person's or the terminal's key store.

    A key store cannot be asked what it holds, so one more entry lists the names.
    """

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def read(self, name: str) -> bytes | None:
        """The secret of this name, or None."""
        held = self._backend.get_password(_SERVICE, name)
        return None if held is None else b64decode(held)

    def write(self, name: str, secret: bytes) -> None:
        """Keep it."""
        self._backend.set_password(_SERVICE, name, b64encode(secret).decode())
        self._list({*self.names(), name})

    def delete(self, name: str) -> None:
        """Forget it."""
        try:
            self._backend.delete_password(_SERVICE, name)
        except PasswordDeleteError:
            log.debug("nothing to delete")
        self._list(set(self.names()) - {name})

    def names(self) -> list[str]:
        """What the secrets are called, in order."""
        listed: list[str] = json.loads(self._backend.get_password(_SERVICE, _INDEX) or "[]")
        return listed

    def _list(self, names: set[str]) -> None:
        self._backend.set_password(_SERVICE, _INDEX, json.dumps(sorted(names)))


def usable_system_store() -> SystemKeyStore | None:
    """The key store, when a secret comes back out of it as it went in; else None."""
    store = next((one for one in _candidates(keyring.get_keyring()) if trusted(one)), None)
    return SystemKeyStore(store) if store is not None and _round_trip(store) else None


def trusted(backend: KeyringBackend) -> bool:
    """Whether this kind of store keeps secrets secret; decided by its class and all that it is
    made from."""
    if isinstance(backend, fail.Keyring | null.Keyring | chainer.ChainerBackend):
        return False
    return not any(
        kind.__module__.startswith(_PLAIN) or "plain" in kind.__name__.lower()
        for kind in type(backend).__mro__
    )


def _candidates(backend: KeyringBackend) -> list[KeyringBackend]:
    if isinstance(backend, chainer.ChainerBackend):
        return list(backend.backends)
    return [backend]


def _round_trip(backend: KeyringBackend) -> bool:
    store, probe = SystemKeyStore(backend), secrets.token_bytes(16)
    try:
        store.write("probe", probe)
        same = store.read("probe") == probe
        store.delete("probe")
    except _refusals() as refused:
        log.info("the system's key store does not answer: %s", type(refused).__name__)
        return False
    return same


def _refusals() -> tuple[type[BaseException], ...]:
    """How a key store says no. That of Linux lets some of its own errors through."""
    known = (KeyringError, OSError)
    try:
        from jeepney.wrappers import DBusErrorResponse
        from secretstorage.exceptions import SecretStorageException
    except ImportError:
        return known
    return (*known, SecretStorageException, DBusErrorResponse)
