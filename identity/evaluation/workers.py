"""Every picture once through the real parts, on all cores, one thread each."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

_CHUNK = 4

Result = TypeVar("Result")


def each(
    pictures: Iterable[Path],
    look: Callable[[Path], Result],
    prepare: Callable[..., None],
    *arguments: object,
) -> Iterator[Result]:
    """`look` at each picture, in order, in processes that ran `prepare(*arguments)` first."""
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    with ProcessPoolExecutor(
        max_workers=os.cpu_count() or 1,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=prepare,
        initargs=arguments,
    ) as pool:
        yield from pool.map(look, pictures, chunksize=_CHUNK)
