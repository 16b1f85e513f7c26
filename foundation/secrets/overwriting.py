"""A file's content is replaced by zeros where it lies."""

import os
from typing import BinaryIO

_PART = 1 << 20


def overwrite(file: BinaryIO) -> None:
    """Zeros over all of an open file, on disk before this returns. A disk that writes elsewhere
    each time (flash) may still hold the old blocks."""
    file.seek(0)
    left = os.fstat(file.fileno()).st_size
    while left > 0:
        left -= file.write(bytes(min(left, _PART)))
    file.flush()
    os.fsync(file.fileno())
