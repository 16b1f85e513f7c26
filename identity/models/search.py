"""Where models are looked for: an installed package, folders that were named, the cache."""

import importlib.util
import os
from collections.abc import Iterable
from pathlib import Path

from foundation.paths import cache_dir
from identity.errors import IdentityError
from identity.models.listing import Listed

MOST_BYTES = 64 * 2**20
"""No model is as large; a larger file is not read."""


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
    """The bytes of a model that an installed package carries, else the folders; checked.

    Raises IdentityError `models_missing` when it is in none of them, or something else is.
    """
    package = _package(entry)
    data, why = find(entry, [*([package] if package else []), *search_folders()])
    if data is None:
        mend = f"install the Python package {entry.package} again, or `atrium models install`"
        raise IdentityError("models_missing", f"{why}; {mend}")
    return data


def package_folder(entry: Listed) -> Path:
    """The models folder of the installed package that carries this one; it is not imported."""
    folder = _package(entry)
    if folder is None:
        missing = f"{entry.name}: install the Python package {entry.package}"
        raise IdentityError("models_missing", missing)
    return folder


def _package(entry: Listed) -> Path | None:
    spec = importlib.util.find_spec(entry.package) if entry.package else None
    return None if spec is None or spec.origin is None else Path(spec.origin).parent / "models"


def find(entry: Listed, folders: Iterable[Path]) -> tuple[bytes | None, str]:
    """The bytes of a model from the first folder that has them, or None and what is wrong."""
    why = f"{entry.name} is missing"
    for folder in folders:
        data = read_model(folder / entry.name)
        if data is None:
            continue
        if entry.accepts(data):
            return data, ""
        why = f"{entry.name} is not the file that was published (SHA-256 differs)"
    return None, why


def read_model(file: Path) -> bytes | None:
    """The bytes of a file, or None where there is none of a model's size."""
    if not file.is_file() or file.stat().st_size > MOST_BYTES:
        return None
    return file.read_bytes()
