"""Bringing a model into the models folder: checked, then kept whole."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from identity.errors import IdentityError
from identity.models.keep import keep
from identity.models.listing import Listed
from identity.models.search import models_folder, package_folder, read_model

Offer = Callable[[Listed], Iterable[tuple[str, bytes]]]
"""Gives what may be a model: where it is from, and its bytes."""


def install(entry: Listed, offers: Iterable[Offer]) -> tuple[Path, str]:
    """Take the first offer that is right; returns where it is now and where it is from.

    Raises IdentityError `models_missing` when none is; the text says what was wrong with each.
    """
    refused = []
    for offer in offers:
        try:
            for origin, data in offer(entry):
                if entry.accepts(data):
                    target = models_folder() / entry.name
                    keep(target, data)
                    return target, origin
                refused.append(f"{origin} is not the file that was published (SHA-256 differs)")
        except IdentityError as failed:
            refused.append(failed.detail)
    raise IdentityError("models_missing", "; ".join(refused) or "it was found nowhere")


def from_package(entry: Listed) -> Iterator[tuple[str, bytes]]:
    """What an installed package carries."""
    if entry.package is not None:
        yield from from_path(package_folder(entry))(entry)


def from_path(path: Path) -> Offer:
    """A file, whatever its name, or a folder in which models have their own names."""

    def offered(entry: Listed) -> Iterator[tuple[str, bytes]]:
        file = path / entry.name if path.is_dir() else path
        data = read_model(file)
        if data is not None:
            yield str(file), data

    return offered
