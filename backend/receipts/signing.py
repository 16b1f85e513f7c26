"""A receipt: a compact JWS over what was received, chained to the receipt before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jws

from backend.canonical import canonical, sha256
from backend.receipts.keys import ReceiptKey

# RFC 9864 renames the algorithm; the verifiers that citizens have today know the old name.
jws.JWSRegistry.algorithms["EdDSA"].security_warning = None

ISSUER = "atrium"


@dataclass(frozen=True)
class Claims:
    """What a receipt says. `previous` is the SHA-256 of the last receipt, None for the first."""

    case: str
    reference: str
    key: str
    service: str
    department: str
    body_sha256: str
    received_at: str
    previous: str | None


def sign(claims: Claims, key: ReceiptKey) -> str:
    """The receipt as a compact JWS (EdDSA)."""
    payload = canonical({"iss": ISSUER, **vars(claims)})
    header = {"alg": "EdDSA", "kid": key.id}
    return jws.serialize_compact(header, payload, key.signing, algorithms=["EdDSA"])


def sign_document(claims: Mapping[str, Any], key: ReceiptKey) -> str:
    """A document as a compact JWS; its header says that it is no receipt."""
    payload = canonical({"iss": ISSUER, **claims})
    header = {"alg": "EdDSA", "kid": key.id, "typ": "atrium-document"}
    return jws.serialize_compact(header, payload, key.signing, algorithms=["EdDSA"])


def link(receipt: str) -> str:
    """What the next receipt says about this one."""
    return sha256(receipt.encode("ascii"))
