"""A stick or folder that the operator named: looked into, and read from, without leaving it."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MOST_ROWS = 400
"""Of one folder; nobody finds a file among more."""

_DEPTH = 3
"""How many folders that hold nothing but one folder are opened at once, as /media/NAME/STICK."""


class StickGone(Exception):
    """There is nothing to read: no stick, or it was taken out."""


@dataclass(frozen=True)
class Row:
    """A folder or a file; `name` as it is on the disk, `shown` as it may be displayed."""

    name: str
    folder: bool
    size: int

    @property
    def shown(self) -> str:
        """The name without what would disturb a screen or mislead a reader."""
        return shown(self.name)


class Stick:
    """Folders are tuples of names below the top. Links are not followed, and only plain files
    are read."""

    def __init__(self, top: Path) -> None:
        self._top = top

    def start(self) -> tuple[str, ...]:
        """The first folder that has more in it than one folder. Raises StickGone."""
        inside: tuple[str, ...] = ()
        for _ in range(_DEPTH):
            rows = self.rows(inside)
            if len(rows) != 1 or not rows[0].folder:
                break
            inside = (*inside, rows[0].name)
        return inside

    def rows(self, inside: tuple[str, ...]) -> list[Row]:
        """What is in a folder, folders first, at most MOST_ROWS. Raises StickGone."""
        with self._open(inside) as folder:
            rows = [row for name in os.listdir(folder) if (row := _row(folder, name))]
        rows.sort(key=lambda row: (not row.folder, row.name.casefold()))
        return rows[:MOST_ROWS]

    def read(self, inside: tuple[str, ...], name: str, most: int) -> bytes:
        """A file's content; of one that is larger than `most` bytes, one byte more than that.
        Raises StickGone."""
        if "/" in name:
            raise StickGone("a name is no way")
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        with self._open(inside) as folder, _gone_is_gone():
            descriptor = os.open(name, flags, dir_fd=folder)
            try:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise StickGone(f"{shown(name)} is no plain file")
                with open(descriptor, "rb", closefd=False) as file:
                    return file.read(most + 1)
            finally:
                os.close(descriptor)

    @contextmanager
    def _open(self, inside: tuple[str, ...]) -> Iterator[int]:
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
        with _gone_is_gone():
            folder = os.open(self._top, flags)
        try:
            for name in inside:
                if name in (".", "..") or "/" in name:
                    raise StickGone("a name is no way")
                with _gone_is_gone():
                    below = os.open(name, flags | os.O_NOFOLLOW, dir_fd=folder)
                os.close(folder)
                folder = below
            yield folder
        finally:
            os.close(folder)


def shown(name: str) -> str:
    """A file's name without control signs, changes of direction and broken letters."""
    whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    kept = "".join(letter for letter in whole if unicodedata.category(letter)[0] != "C")
    return unicodedata.normalize("NFC", kept).strip()[:200] or "?"


def _row(folder: int, name: str) -> Row | None:
    """None for what is hidden, a link, or no plain file or folder."""
    if name.startswith("."):
        return None
    try:
        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError:  # gone in between
        return None
    if stat.S_ISDIR(found.st_mode):
        return Row(name, True, 0)
    return Row(name, False, found.st_size) if stat.S_ISREG(found.st_mode) else None


@contextmanager
def _gone_is_gone() -> Iterator[None]:
    try:
        yield
    except OSError as failed:
        raise StickGone(failed.strerror or "it cannot be read") from failed
