"""The key that signs receipts, and the public half that anybody may check them with."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc.jwk import OKPKey
from sqlalchemy import Connection, insert, select

from backend.canonical import base64url, canonical
from backend.store.tables import receipt_keys

Jwk = dict[str, Any]


class ReceiptKey:
    """An Ed25519 key made from a 32-byte seed; its id is its RFC 7638 thumbprint, shortened."""

    def __init__(self, seed: bytes) -> None:
        public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
        numbers = {"kty": "OKP", "crv": "Ed25519", "x": base64url(public)}
        self.id = base64url(hashlib.sha256(canonical(numbers)).digest()[:12])
        self.public: Jwk = {**numbers, "kid": self.id, "alg": "EdDSA", "use": "sig"}
        self.signing = OKPKey.import_key({**numbers, "d": base64url(seed)})


def remember_key(connection: Connection, key: ReceiptKey) -> None:
    """Keep the public half for good: old receipts outlive a change of keys."""
    known = connection.execute(select(receipt_keys.c.id).where(receipt_keys.c.id == key.id))
    if known.first() is None:
        connection.execute(insert(receipt_keys).values(id=key.id, jwk=key.public))


def key_set(connection: Connection) -> dict[str, list[Jwk]]:
    """Every public key there ever was, as a JWK set."""
    return {"keys": list(connection.execute(select(receipt_keys.c.jwk)).scalars())}


def pin_keys(path: Path, keys: dict[str, list[Jwk]]) -> None:
    """Write the JWK set where the terminal trusts it; a crash leaves the old file or the new."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(keys, file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
