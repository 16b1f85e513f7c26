"""Attachments of a visit: files named by hash, sealed, on disk before anything names them."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from foundation.durable import sync
from foundation.secrets import chunked
from foundation.secrets.overwriting import overwrite
from kiosk.services.forms.canonical import body_sha256
from kiosk.services.outbox.admission import need_room

LARGEST = 20 * 1024 * 1024
"""Bytes of one attachment, whatever its form allows."""

_VISIT = re.compile(r"[A-Za-z0-9-]{1,64}")
_HASH = re.compile(r"[A-Za-z0-9_-]{43}")

Needed = Callable[[str], set[str]]


class TooLarge(ValueError):
    """An attachment of more than LARGEST bytes, or of none."""


class Attachments:
    """One folder a visit, one sealed file a content; no visit reaches another's.

    key: 32 secret bytes. needed: the hashes of a visit that still have to be delivered; those
    stay when the visit is forgotten.
    """

    def __init__(self, folder: Path, key: bytes, needed: Needed) -> None:
        self._folder = folder
        self._key = key
        self._needed = needed

    def keep(self, visit: str, content: bytes, name: str, media_type: str) -> dict[str, Any]:
        """Store it durably and return what the answer holds: {"sha256", "name", "media_type",
        "bytes"}. Raises TooLarge, OutboxFull."""
        if not 0 < len(content) <= LARGEST:
            raise TooLarge(f"an attachment has 1 to {LARGEST} bytes, not {len(content)}")
        sha256 = body_sha256(content)
        path = self._path(visit, sha256)
        if not path.exists():
            self._write(path, _owner(visit, sha256), content)
        return {"sha256": sha256, "name": name, "media_type": media_type, "bytes": len(content)}

    def open(self, visit: str, sha256: str) -> bytes:
        """The content. Raises FileNotFoundError where this visit has none of this hash, and
        BrokenSeal."""
        content = b"".join(self.parts(visit, sha256))
        if body_sha256(content) != sha256:
            raise chunked.BrokenSeal(f"an attachment is not what its name says: {sha256}")
        return content

    def parts(self, visit: str, sha256: str, start: int = 0) -> Iterator[bytes]:
        """The content from byte `start` on. Raises FileNotFoundError, BrokenSeal."""
        with self._path(visit, sha256).open("rb") as file:
            owner = _owner(visit, sha256)
            yield from chunked.open_parts(file, self._key, owner, chunked.held(file), start)

    def has(self, visit: str, sha256: str) -> bool:
        """Whether this visit has it."""
        return self._path(visit, sha256).exists()

    def forget_visit(self, visit: str) -> None:
        """Wipe what the visit holds, but for what still has to be delivered."""
        folder, needed = self._folder_of(visit), self._needed(visit)
        if not folder.exists():
            return
        for path in folder.iterdir():
            if path.name not in needed:
                _wipe(path)
        with suppress(OSError):  # not empty: something still has to be delivered
            folder.rmdir()

    def visits(self) -> list[str]:
        """Every visit that holds something."""
        return [path.name for path in self._folder.iterdir()] if self._folder.exists() else []

    def _write(self, path: Path, owner: str, content: bytes) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        need_room(path.parent, len(content))
        beside = path.with_suffix(".new")
        with beside.open("w+b") as file:
            beside.chmod(0o600)
            chunked.begin(file)
            chunked.seal_part(file, self._key, owner, content, len(content))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        for folder in (path.parent, self._folder, self._folder.parent):
            sync(folder)

    def _path(self, visit: str, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise ValueError(f"{sha256!r} is no SHA-256 as base64url")
        return self._folder_of(visit) / sha256

    def _folder_of(self, visit: str) -> Path:
        if not _VISIT.fullmatch(visit):
            raise ValueError("a visit's name is made of letters, digits and hyphens")
        return self._folder / visit


def _owner(visit: str, sha256: str) -> str:
    return f"attachment\n{visit}\n{sha256}"


def _wipe(path: Path) -> None:
    """The salt goes with the rest, and with it the key of this one file."""
    with suppress(FileNotFoundError), path.open("r+b") as file:  # the courier may be quicker
        overwrite(file)
        path.unlink()
