"""The networks this room uses: listed in assets/models.json, found by name and SHA-256."""

import hashlib
import importlib.util
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from foundation.paths import asset, cache_dir
from identity.decisions.decision import ModelInfo
from identity.errors import IdentityError


@dataclass(frozen=True)
class Listed:
    """One entry of the list. `package`: the installed package whose models/ folder carries it.
    `scale`: for a liveness network, how much of the surroundings of the face box it looks at."""

    id: str
    role: str
    name: str
    version: str
    sha256: str
    package: str | None = None
    scale: float = 1.0

    @property
    def info(self) -> ModelInfo:
        """What a decision says about it."""
        return ModelInfo(self.name, self.version, self.sha256)


@cache
def listed() -> tuple[Listed, ...]:
    """Every model of the list."""
    entries = json.loads(asset("models.json").read_text("utf-8"))["models"]
    known = Listed.__dataclass_fields__
    return tuple(Listed(**{k: v for k, v in e.items() if k in known}) for e in entries)


def model(identifier: str) -> Listed:
    """The entry with this id."""
    return next(entry for entry in listed() if entry.id == identifier)


def models_folder() -> Path:
    """Where prepared and installed models are kept."""
    folder = cache_dir() / "models"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def search_folders(given: Path | None = None) -> list[Path]:
    """Where models are looked for: the given folder, ATRIUM_MODELS, the cache."""
    named = os.environ.get("ATRIUM_MODELS")
    return [
        *([given] if given else []),
        *([Path(named)] if named else []),
        models_folder(),
    ]


def packaged(entry: Listed) -> bytes:
    """The bytes of a model that an installed package carries, checked.

    Raises IdentityError `models_missing` when the package is absent or carries something else.
    """
    data, why = find(entry, [package_folder(entry)])
    if data is None:
        raise IdentityError("models_missing", f"{why}; install {entry.package} again")
    return data


def package_folder(entry: Listed) -> Path:
    """The models folder of the installed package that carries this one; it is not imported."""
    spec = importlib.util.find_spec(entry.package) if entry.package else None
    if spec is None or spec.origin is None:
        missing = f"{entry.name}: install the Python package {entry.package}"
        raise IdentityError("models_missing", missing)
    return Path(spec.origin).parent / "models"


def find(entry: Listed, folders: Iterable[Path]) -> tuple[bytes | None, str]:
    """The bytes of a model from the first folder that has them, or None and what is wrong."""
    why = f"{entry.name} is missing"
    for folder in folders:
        file = folder / entry.name
        if not file.is_file():
            continue
        data = file.read_bytes()
        if hashlib.sha256(data).hexdigest() == entry.sha256:
            return data, ""
        why = f"{entry.name} is not the file that was published (SHA-256 differs)"
    return None, why
