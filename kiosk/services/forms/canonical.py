"""One spelling for one JSON value, so that both sides hash the same bytes (RFC 8785 style)."""

import base64
import hashlib
import json
from typing import Any


def canonical_json(value: Any) -> bytes:
    """Keys sorted, no spaces, UTF-8. Raises ValueError on floats, whose spelling differs."""
    if _holds_float(value):
        raise ValueError("a float has no single spelling in JSON; use an integer or a string")
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def body_sha256(body: bytes) -> str:
    """SHA-256 of a body as it is sent, base64url without padding (43 characters)."""
    return base64.urlsafe_b64encode(hashlib.sha256(body).digest()).rstrip(b"=").decode()


def _holds_float(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_float(inner) for inner in value.values())
    if isinstance(value, list):
        return any(_holds_float(inner) for inner in value)
    return isinstance(value, float)
