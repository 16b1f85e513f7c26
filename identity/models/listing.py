"""The manifest: which networks there are, how their bytes are known, where they come from."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from foundation.paths import asset
from identity.decisions.decision import ModelInfo

ALWAYS = "always"
"""Listed.required_for of what no face check works without; else it names what needs it."""


@dataclass(frozen=True)
class Upstream:
    """Where a model was published: an https address and what is to be found there.

    size: bytes. Where `converted` is true the file holds the same network in another form, which
    `identity.models.minifasnet` turns into the one of the list.
    """

    url: str
    sha256: str
    size: int
    converted: bool = False

    @property
    def name(self) -> str:
        """The published file's own name."""
        return self.url.rpartition("/")[2]


@dataclass(frozen=True)
class Listed:
    """One entry of the list. `package`: the installed package whose models/ folder carries it.
    `scale`: for a liveness network, how much of the surroundings of the face box it looks at.
    `derived_sha256`: the same network, converted here from its upstream file."""

    id: str
    role: str
    name: str
    version: str
    sha256: str
    package: str | None = None
    scale: float = 1.0
    licence: str = ""
    required_for: str = ALWAYS
    derived_sha256: str | None = None
    upstream: Upstream | None = None

    @property
    def info(self) -> ModelInfo:
        """What a decision says about it."""
        return ModelInfo(self.name, self.version, self.sha256)

    def accepts(self, data: bytes) -> bool:
        """Whether these bytes are the model."""
        return hashlib.sha256(data).hexdigest() in (self.sha256, self.derived_sha256)

    def info_of(self, data: bytes) -> ModelInfo:
        """`info` with the SHA-256 of the bytes that are used."""
        return ModelInfo(self.name, self.version, hashlib.sha256(data).hexdigest())


@cache
def listed() -> tuple[Listed, ...]:
    """Every model of the list."""
    return tuple(map(_entry, json.loads(asset("models.json").read_text("utf-8"))["models"]))


def model(identifier: str) -> Listed:
    """The entry with this id."""
    return next(entry for entry in listed() if entry.id == identifier)


def _entry(fields: dict[str, Any]) -> Listed:
    upstream = fields.pop("upstream", None)
    return Listed(**fields, upstream=Upstream(**upstream) if upstream else None)
