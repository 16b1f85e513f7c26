"""Every picture once through the real parts, on all cores; OpenCV lets go of the interpreter."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

Parts = TypeVar("Parts")
Result = TypeVar("Result")


def each(
    pictures: Sequence[Path], make: Callable[[], Parts], look: Callable[[Parts, Path], Result]
) -> Iterator[Result]:
    """`look(parts, picture)` for each picture, in order; every thread makes its own parts."""
    own = threading.local()

    def work(picture: Path) -> Result:
        if not hasattr(own, "parts"):
            own.parts = make()
        return look(own.parts, picture)

    with ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="look") as pool:
        yield from pool.map(work, pictures)
