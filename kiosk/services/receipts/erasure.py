"""What a terminal signs when it erased somebody's face: who, by reference only, what, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TYPE = "atrium-erasure"
"""The `typ` in the header of an erasure receipt."""


@dataclass(frozen=True)
class Erasure:
    """`sub` is an opaque reference; `models` those whose templates were destroyed; `key_sha256`
    is over the wrapped key that was destroyed (hex); `erased_at` is UTC."""

    iss: str
    sub: str
    models: tuple[str, ...]
    templates: int
    key_sha256: str
    erased_at: str


_TEXTS = ("iss", "sub", "key_sha256", "erased_at")


def parse_erasure(claims: Mapping[str, Any]) -> Erasure | None:
    """The claims of a receipt whose signature was checked; None when they are others."""
    models, templates = claims.get("models"), claims.get("templates")
    texts = {name: claims.get(name) for name in _TEXTS}
    if set(claims) != {*_TEXTS, "models", "templates"} or not isinstance(models, list):
        return None
    if not all(isinstance(text, str) for text in texts.values()) or type(templates) is not int:
        return None
    names = tuple(_model(one) for one in models)
    if not all(names):
        return None
    return Erasure(models=names, templates=templates, **{k: str(v) for k, v in texts.items()})


def _model(told: object) -> str:
    match told:
        case {"name": str(name), "version": str(version), **rest} if not rest:
            return f"{name} {version}"
        case _:
            return ""
