"""SQLCipher's pages opened one by one, free ones too: what an undelete tool would see."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16


def opened_pages(file: Path, key: bytes) -> bytes:
    """Each page's content, decrypted with AES-256-CBC as SQLCipher 4 encrypts it."""
    data, opened = file.read_bytes(), b""
    for start in range(0, len(data), _PAGE):
        page = data[start : start + _PAGE]
        body = page[_SALT if start == 0 else 0 : _PAGE - _RESERVED]
        iv = page[_PAGE - _RESERVED :][:_IV]
        opened += Cipher(AES(key), CBC(iv)).decryptor().update(body)
    return opened
