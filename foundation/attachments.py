"""Attachments as answers name them: by hash, and never by content (domain)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "sha256": {"type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"},
        "name": {"type": "string", "minLength": 1, "maxLength": 255},
        "media_type": {"type": "string", "pattern": "^[a-z0-9.+-]+/[a-z0-9.+-]+$"},
        "bytes": {"type": "integer", "minimum": 1},
    },
    "required": ["sha256", "name", "media_type", "bytes"],
    "additionalProperties": False,
}
"""The JSON Schema of one attachment, as every form with files repeats it."""

MEMBERS = frozenset(SCHEMA["required"])


@dataclass(frozen=True)
class Attachment:
    """One file or picture; sha256 is base64url without padding (43 characters)."""

    sha256: str
    name: str
    media_type: str
    bytes: int


def attachments_in(value: Any) -> list[Attachment]:
    """Every attachment that answers name, each hash once, also inside of groups."""
    return list({one.sha256: one for one in _all(value)}.values())


def _all(value: Any) -> Iterator[Attachment]:
    if isinstance(value, list):
        for item in value:
            yield from _all(item)
    elif isinstance(value, dict):
        if value.keys() == MEMBERS:
            yield Attachment(**value)
        else:
            yield from _all(list(value.values()))
