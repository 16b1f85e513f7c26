"""A long content sealed chunk by chunk (AES-256-GCM), so that any part is read and checked alone.

Each file has a key of its own, derived from a random salt and from what the content belongs to:
it opens nowhere else. Each chunk is bound to its number and to whether it is the last, so that
chunks cannot be left out, swapped or cut off.
"""

import os
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK = 256 * 1024
"""Bytes of content in every chunk but the last, which may have fewer."""

BEGINNING = 32
"""Bytes of the salt that a file begins with."""

_NONCE = 12
_MORE = _NONCE + 16
"""What sealing adds to a chunk: its nonce and its tag."""


class BrokenSeal(Exception):
    """The content was changed, or sealed for another owner or with another key."""


def begin(file: BinaryIO) -> None:
    """Write the salt of a new file."""
    file.write(os.urandom(BEGINNING))


def seal_part(file: BinaryIO, key: bytes, owner: str, part: bytes, total: int) -> None:
    """Append whole chunks to a file that was begun; only the end of `total` bytes may be less.

    Raises ValueError for a part that does not fit there.
    """
    start = held(file)
    end = start + len(part)
    if start % CHUNK or end > total or (end < total and end % CHUNK):
        raise ValueError(f"a part of {len(part)} bytes does not fit at {start} of {total}")
    cipher = _cipher(file, key, owner)
    file.seek(0, os.SEEK_END)
    for offset in range(0, len(part), CHUNK):
        chunk = part[offset : offset + CHUNK]
        number, last = (start + offset) // CHUNK, start + offset + len(chunk) == total
        nonce = os.urandom(_NONCE)
        file.write(nonce + cipher.encrypt(nonce, chunk, _place(number, last)))


def open_parts(
    file: BinaryIO, key: bytes, owner: str, total: int, start: int = 0
) -> Iterator[bytes]:
    """The content from byte `start` on, a chunk at a time. Raises BrokenSeal."""
    cipher = _cipher(file, key, owner)
    for number in range(start // CHUNK, -(-total // CHUNK)):
        file.seek(BEGINNING + number * (CHUNK + _MORE))
        sealed = file.read(CHUNK + _MORE)
        last = (number + 1) * CHUNK >= total
        try:
            chunk = cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(number, last))
        except (InvalidTag, ValueError):  # ValueError: there is not even a nonce
            raise BrokenSeal(f"chunk {number} of {owner} cannot be opened") from None
        if last and number * CHUNK + len(chunk) != total:
            raise BrokenSeal(f"{owner} does not have {total} bytes")
        yield chunk[max(0, start - number * CHUNK) :]


def held(file: BinaryIO) -> int:
    """How many bytes of content a file holds so far; a chunk that was cut off counts in part."""
    sealed = os.fstat(file.fileno()).st_size - BEGINNING
    whole, rest = divmod(max(0, sealed), CHUNK + _MORE)
    return whole * CHUNK + max(0, rest - _MORE)


def drop_cut_off(file: BinaryIO) -> None:
    """Shorten a file to its whole chunks: a crash may have cut off the last one."""
    whole = held(file) // CHUNK
    file.truncate(BEGINNING + whole * (CHUNK + _MORE))


def _cipher(file: BinaryIO, key: bytes, owner: str) -> AESGCM:
    file.seek(0)
    salt = file.read(BEGINNING)
    if len(salt) != BEGINNING:
        raise BrokenSeal(f"{owner} has no beginning")
    return AESGCM(HKDF(SHA256(), 32, salt, owner.encode()).derive(key))


def _place(number: int, last: bool) -> bytes:
    return b"%d last" % number if last else b"%d" % number
