"""Bringing a model into the models folder: checked, converted where that is needed, kept whole."""

import hashlib
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
                model = _usable(entry, data)
                if model is not None:
                    target = models_folder() / entry.name
                    keep(target, model)
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
    """A file, whatever its name, or a folder in which models have their own or published names."""

    def offered(entry: Listed) -> Iterator[tuple[str, bytes]]:
        names = [entry.name, *([entry.upstream.name] if entry.upstream else [])]
        for file in [path / name for name in names] if path.is_dir() else [path]:
            data = read_model(file)
            if data is not None:
                yield str(file), data

    return offered


def _usable(entry: Listed, data: bytes) -> bytes | None:
    """The model in these bytes, or None. What is converted was checked before it is read."""
    if entry.accepts(data):
        return data
    published = entry.upstream
    if published is None or not published.converted:
        return None
    if hashlib.sha256(data).hexdigest() != published.sha256:
        return None
    from identity.models.minifasnet import build  # imports onnx, which is slow
    from identity.models.torch_file import read_weights

    model = build(read_weights(data))
    if not entry.accepts(model):
        why = f"{published.name} became other bytes than expected"
        raise IdentityError("models_missing", f"{why}; install the locked version of onnx")
    return model
