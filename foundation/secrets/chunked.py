"""A long content sealed chunk by chunk (AES-256-GCM), so that any part is read and checked alone.

Each file has a key of its own, derived from a random salt and from what the content belongs to:
it opens nowhere else. A chunk's nonce is its number and whether it is the last (the STREAM
construction), so that chunks cannot be left out, swapped or cut off.
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

_SALT = 32
_TAG = 16


class BrokenSeal(Exception):
    """The content was changed, or sealed for another owner or with another key."""


def begin(file: BinaryIO) -> None:
    """Write the salt of a new file."""
    file.write(os.urandom(_SALT))


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
        file.write(cipher.encrypt(_nonce(number, last), chunk, None))


def open_parts(
    file: BinaryIO, key: bytes, owner: str, total: int, start: int = 0
) -> Iterator[bytes]:
    """The content from byte `start` on, a chunk at a time. Raises BrokenSeal."""
    cipher = _cipher(file, key, owner)
    for number in range(start // CHUNK, -(-total // CHUNK)):
        file.seek(_SALT + number * (CHUNK + _TAG))
        sealed = file.read(CHUNK + _TAG)
        last = (number + 1) * CHUNK >= total
        try:
            chunk = cipher.decrypt(_nonce(number, last), sealed, None)
        except InvalidTag:
            raise BrokenSeal(f"chunk {number} of {owner} cannot be opened") from None
        if last and number * CHUNK + len(chunk) != total:
            raise BrokenSeal(f"{owner} does not have {total} bytes")
        yield chunk[max(0, start - number * CHUNK) :]


def held(file: BinaryIO) -> int:
    """How many bytes of content a file holds so far; a chunk that was cut off counts in part."""
    sealed = os.fstat(file.fileno()).st_size - _SALT
    whole, rest = divmod(max(0, sealed), CHUNK + _TAG)
    return whole * CHUNK + max(0, rest - _TAG)


def drop_cut_off(file: BinaryIO) -> None:
    """Shorten a file to its whole chunks: a crash may have cut off the last one."""
    whole = held(file) // CHUNK
    file.truncate(_SALT + whole * (CHUNK + _TAG))


def _cipher(file: BinaryIO, key: bytes, owner: str) -> AESGCM:
    file.seek(0)
    salt = file.read(_SALT)
    if len(salt) != _SALT:
        raise BrokenSeal(f"{owner} has no beginning")
    return AESGCM(HKDF(SHA256(), 32, salt, owner.encode()).derive(key))


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
