"""The gallery's two secrets in the vault, and how a new pair takes the place of the old."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from foundation.secrets import Vault, VaultDamaged
from identity.errors import IdentityError

KEK, TENANT = "gallery-kek", "gallery-tenant"
_NEXT, _SIZE = "gallery-next", 32


@dataclass(frozen=True)
class Keys:
    """kek: wraps each person's key, and opens the file; tenant: turns the templates. 32 bytes."""

    kek: bytes = field(repr=False)
    tenant: bytes = field(repr=False)

    @property
    def database(self) -> bytes:
        """The key of the whole file; another than the one that wraps."""
        return HKDF(SHA256(), 32, None, b"atrium gallery database").derive(self.kek)


class KeyRing:
    """Asked when a key is first needed. Raises IdentityError `gallery_unreadable` when the vault
    does not open.

    A change of keys: `stage` puts the new pair beside the old, the file is replaced by one under
    the new pair, `promote` makes it the only one. Broken off anywhere, the file opens with one of
    the two pairs, and that one is right.
    """

    def __init__(self, vault: Callable[[], Vault]) -> None:
        self._open_vault = vault

    def current(self) -> Keys:
        """The pair in use; made at the first use of all."""
        with self._vault() as vault:
            return Keys(vault.get_or_create(KEK), vault.get_or_create(TENANT))

    def staged(self) -> Keys | None:
        """The pair of a change that was begun and not finished."""
        with self._vault() as vault:
            staged = vault.get(_NEXT)
        return Keys(staged[:_SIZE], staged[_SIZE:]) if staged else None

    def stage(self, tenant: bool) -> Keys:
        """A new pair, kept beside the old; the tenant's secret is new only where that is asked."""
        current = self.current()
        fresh = secrets.token_bytes(_SIZE)
        new = Keys(fresh, secrets.token_bytes(_SIZE) if tenant else current.tenant)
        with self._vault() as vault:
            vault.put(_NEXT, new.kek + new.tenant)
        return new

    def promote(self, keys: Keys) -> None:
        """The staged pair is the one now, and the old one is gone from the vault."""
        with self._vault() as vault:
            vault.put(TENANT, keys.tenant)
            vault.put(KEK, keys.kek)  # last: from here on nobody looks at what is staged
        self.discard()

    def discard(self) -> None:
        """Forget what is staged."""
        with self._vault() as vault:
            vault.delete(_NEXT)

    @contextmanager
    def _vault(self) -> Iterator[Vault]:
        try:
            yield self._open_vault()
        except VaultDamaged as damaged:
            raise IdentityError("gallery_unreadable", str(damaged)) from damaged
