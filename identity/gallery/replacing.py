"""One file takes another's place: whole or not at all, and the other is overwritten."""

import os
from collections.abc import Callable
from pathlib import Path

from foundation.durable import sync
from foundation.secrets.overwriting import overwrite


def replace(file: Path, build: Callable[[Path], None], done: Callable[[], None]) -> None:
    """Put what `build` writes in the place of `file`, then call `done`, then destroy the old.

    The caller keeps everybody else away. Broken off anywhere, `settle` finishes or undoes it.
    """
    new, old = _new(file), _old(file)
    build(new)
    sync(new)
    os.link(file, old)
    sync(file.parent)
    os.replace(new, file)
    sync(file.parent)
    done()
    shred(old)


def begin(file: Path, build: Callable[[Path], None]) -> None:
    """The same where there is no file yet, or an empty one."""
    new = _new(file)
    build(new)
    sync(new)
    os.replace(new, file)
    sync(file.parent)


def unsettled(file: Path) -> bool:
    """Whether a replacement was broken off."""
    return _new(file).exists() or _old(file).exists()


def settle(file: Path) -> None:
    """Clear away what a broken replacement left."""
    new, old = _new(file), _old(file)
    for path in (new, new.with_name(new.name + "-journal")):
        if path.exists():
            shred(path)
    if old.exists():
        if old.samefile(file):  # it was not replaced yet: only the second name goes
            old.unlink()
            sync(file.parent)
        else:
            shred(old)


def shred(path: Path) -> None:
    """Overwrite a file with zeros and delete it. Nothing in old blocks that a disk may still hold
    opens once its key is gone."""
    with path.open("r+b") as file:
        overwrite(file)
    path.unlink()
    sync(path.parent)


def _new(file: Path) -> Path:
    return file.with_name(file.name + ".next")


def _old(file: Path) -> Path:
    return file.with_name(file.name + ".old")
