"""Work on very many points: in parts that fit the processor's cache, on every processor at once."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from hall3d.scene.mesh import Array


def in_parts(work: Callable[[slice], tuple[Array, ...]], count: int, size: int) -> list[Array]:
    """What `work` finds for `count` points, `size` of them at a time; each array it returns is put
    together again. Threads do: numpy lets go of the interpreter while it reckons."""
    parts = [slice(start, start + size) for start in range(0, count, size)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(work, parts))
    return [np.concatenate(pieces) for pieces in zip(*found, strict=True)]
