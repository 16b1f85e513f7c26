"""AES-256-GCM as the gallery uses it: a key for each person, wrapped by one key for all."""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12


class Unreadable(Exception):
    """What was sealed was changed, or belongs to another key or another person."""


def new_key() -> bytes:
    """256 random bits."""
    return AESGCM.generate_key(bit_length=256)


def seal(key: bytes, plain: bytes, belongs_to: tuple[str, ...]) -> bytes:
    """Encrypt; it opens only with the same `belongs_to`."""
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound(belongs_to))


def unseal(key: bytes, sealed: bytes, belongs_to: tuple[str, ...]) -> bytes:
    """Decrypt; raises Unreadable."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound(belongs_to))
    except (InvalidTag, ValueError) as wrong:
        raise Unreadable("a sealed entry does not open") from wrong


def bound(parts: tuple[str, ...]) -> bytes:
    """The parts as one text of bytes that no other parts give."""
    # lengths keep ("ab", "c") apart from ("a", "bc")
    return b"".join(len(p.encode()).to_bytes(4, "big") + p.encode() for p in parts)
