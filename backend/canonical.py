"""One spelling for one JSON value, so that a receipt's hash can be computed by anybody."""

import base64
import hashlib
import json
from typing import Any


class NotCanonical(ValueError):
    """The body is no JSON object, or holds what has no single spelling."""


def parse_object(body: bytes) -> dict[str, Any]:
    """A JSON object without floats. Raises NotCanonical."""
    try:
        value = json.loads(body, parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError) as broken:
        raise NotCanonical(str(broken) or "the body is nested too deeply") from broken
    if not isinstance(value, dict):
        raise NotCanonical("the body is JSON, but no object")
    return value


def canonical(value: Any) -> bytes:
    """Keys sorted, no spaces, UTF-8 (RFC 8785 style). Raises NotCanonical for half a character."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as half:
        raise NotCanonical("half of a surrogate pair is no text") from half


def sha256(data: bytes) -> str:
    """SHA-256 as base64url without padding (43 characters)."""
    return base64url(hashlib.sha256(data).digest())


def base64url(data: bytes) -> str:
    """Base64url without padding, as everything in a JWS."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _refuse(text: str) -> Any:
    raise NotCanonical(f"{text} has no single spelling; use an integer or a string")
