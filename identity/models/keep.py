"""Writing a model: whole or not at all, also when several processes write it at once."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from identity.errors import IdentityError


def keep(target: Path, data: bytes) -> None:
    """Put `data` at `target`. Raises IdentityError `models_missing` when the disk refuses."""
    try:
        _write(target, data)
    except OSError as refused:
        raise IdentityError(
            "models_missing", f"cannot write {target.parent}: {refused}; make room or allow it"
        ) from refused


def _write(target: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".preparing-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise
