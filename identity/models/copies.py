"""Every copy of a model on this machine, and whether it is the right one."""

from dataclasses import dataclass
from pathlib import Path

from identity.errors import IdentityError
from identity.models.listing import Listed
from identity.models.search import models_folder, package_folder, read_model, search_folders


@dataclass(frozen=True)
class Copy:
    """A file with a model's name. place: package, folder or cache; fault: "" when it is right."""

    place: str
    path: Path
    fault: str


def copies(entry: Listed, given: Path | None = None) -> list[Copy]:
    """The copies of a model in the order in which they are looked for."""
    found = [_copy(entry, place, folder) for place, folder in _places(entry, given)]
    return [copy for copy in found if copy is not None]


def _places(entry: Listed, given: Path | None) -> list[tuple[str, Path]]:
    cache = models_folder()
    folders = [("cache" if one == cache else "folder", one) for one in search_folders(given)]
    try:
        return [("package", package_folder(entry)), *folders]
    except IdentityError:  # not installed, or in no package at all: only folders are left
        return folders


def _copy(entry: Listed, place: str, folder: Path) -> Copy | None:
    path = folder / entry.name
    if not path.exists():
        return None
    data = read_model(path)
    if data is None:
        return Copy(place, path, "is not a file of a model's size")
    return Copy(place, path, "" if entry.accepts(data) else "SHA-256 differs from the manifest's")
