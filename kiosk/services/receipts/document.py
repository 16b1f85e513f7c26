"""A document that a department issued, as its signature says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TYPE = "atrium-document"
"""The `typ` in the header of a document."""


@dataclass(frozen=True)
class Document:
    """Days are ISO dates; `valid_until` None: for good; `level` is how far it can be trusted."""

    iss: str
    id: str
    kind: str
    department: str
    level: str
    facts: dict[str, str]
    issued_on: str
    valid_until: str | None


_TEXTS = ("iss", "id", "kind", "department", "level", "issued_on")


def parse_document(claims: Mapping[str, Any]) -> Document | None:
    """The claims of a document whose signature was checked; None when they are others."""
    facts, until = claims.get("facts"), claims.get("valid_until")
    texts = {name: claims.get(name) for name in _TEXTS}
    if set(claims) != {*_TEXTS, "facts", "valid_until"} or not isinstance(facts, dict):
        return None
    if not all(isinstance(text, str) for text in (*texts.values(), *facts.values())):
        return None
    if not isinstance(until, str | None):
        return None
    return Document(facts=facts, valid_until=until, **{k: str(v) for k, v in texts.items()})
