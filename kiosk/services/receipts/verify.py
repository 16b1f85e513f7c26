"""Whether a receipt is genuine and unchanged."""

import base64
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

from kiosk.services.receipts.document import TYPE as DOCUMENT
from kiosk.services.receipts.document import Document, parse_document
from kiosk.services.receipts.erasure import TYPE, Erasure, parse_erasure

# RFC 9864 renames the algorithm; the verifiers that citizens have today know the old name.
jws.JWSRegistry.algorithms["EdDSA"].security_warning = None

Jwks = Mapping[str, Any]

_COMPACT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}")


@dataclass(frozen=True)
class Receipt:
    """What the department signed. Times are UTC; `previous` links to the receipt before."""

    iss: str
    case: str
    reference: str
    key: str
    service: str
    department: str
    body_sha256: str
    received_at: str
    previous: str | None


@dataclass(frozen=True)
class Verdict:
    """`reason`: valid, malformed, unknown_key, bad_signature, no_keys or unreadable."""

    valid: bool
    reason: str
    receipt: Receipt | None = None
    key_id: str = ""
    vouched_by: str = ""
    """Where the key that checked it was found; "" when the caller gave the keys."""
    erasure: Erasure | None = None
    """Set in place of `receipt` for the receipt of an erasure."""
    document: Document | None = None
    """Set in place of `receipt` for a document that a department issued."""


def verify(token: str, keys: Jwks) -> Verdict:
    """Check a receipt (compact JWS) against a JWK set. Changing any one character is found."""
    if not _COMPACT.fullmatch(token) or not _is_canonical(token):
        return Verdict(False, "malformed")
    header = _header(token.split(".", 1)[0]) or {}
    key_id, kind = header.get("kid"), header.get("typ")
    if not isinstance(key_id, str):
        return Verdict(False, "malformed")
    jwk = next((one for one in keys.get("keys", ()) if one.get("kid") == key_id), None)
    if jwk is None:
        return Verdict(False, "unknown_key", key_id=key_id)
    try:
        signed = jws.deserialize_compact(token, _key(json.dumps(jwk)), algorithms=["EdDSA"])
    except (JoseError, ValueError):
        return Verdict(False, "bad_signature", key_id=key_id)
    claims = _object(signed.payload) or {}
    receipt, erasure, document = None, None, None
    if kind == TYPE:
        erasure = parse_erasure(claims)
    elif kind == DOCUMENT:
        document = parse_document(claims)
    else:
        receipt = _receipt(claims)
    if receipt is None and erasure is None and document is None:
        return Verdict(False, "malformed", key_id=key_id)
    return Verdict(True, "valid", receipt, key_id, erasure=erasure, document=document)


def is_erasure(token: str) -> bool:
    """Whether it says that it is the receipt of an erasure."""
    return (_header(token.split(".", 1)[0]) or {}).get("typ") == TYPE


@lru_cache(maxsize=64)
def _key(jwk: str) -> OKPKey:
    return OKPKey.import_key(json.loads(jwk))


@lru_cache(maxsize=64)
def _header(part: str) -> dict[str, Any] | None:
    try:
        return _object(_decode(part))
    except ValueError:
        return None


def _is_canonical(token: str) -> bool:
    """Base64 has spare bits at its end; only one spelling of them is a receipt."""
    try:
        parts = [(part, _decode(part)) for part in token.split(".")]
    except ValueError:
        return False
    return all(base64.urlsafe_b64encode(raw).rstrip(b"=").decode() == part for part, raw in parts)


def _decode(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _receipt(claims: dict[str, Any]) -> Receipt | None:
    names = {field.name for field in fields(Receipt)}
    if set(claims) != names:
        return None
    texts = {name: value for name, value in claims.items() if name != "previous"}
    if not all(isinstance(value, str) for value in texts.values()):
        return None
    return Receipt(**claims) if isinstance(claims["previous"], str | None) else None


def _object(raw: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(raw)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
