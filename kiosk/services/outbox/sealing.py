"""Content at rest: AES-256-GCM, bound to the row it belongs to."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from foundation.secrets.chunked import BrokenSeal

_NONCE = 12


class Sealer:
    """Seals and opens with one 32-byte key."""

    def __init__(self, key: bytes) -> None:
        if len(key) != 32:
            raise ValueError(f"the outbox needs a key of 32 bytes, not {len(key)}")
        self._cipher = AESGCM(key)

    def seal(self, content: bytes, row: str) -> bytes:
        """Nonce and sealed content."""
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher.encrypt(nonce, content, row.encode())

    def open(self, sealed: bytes, row: str) -> bytes:
        """The content. Raises BrokenSeal."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], row.encode())
        except InvalidTag:
            raise BrokenSeal(f"the content of {row} cannot be opened") from None
