"""Looking for needles in files and in the memory of other processes."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from tests.identity.canary.needles import Needles, mask

_CHUNK = 8 * 2**20
_OVERLAP = 4096


def in_memory(pid: int, needles: Needles) -> set[str]:
    """The names of the masked needles that stand in what a process can read and write."""
    found: set[str] = set()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end in _writable(pid):
            found |= _in_chunks(_read(memory.fileno(), start, end), needles)
    return found


def count_in_memory(pid: int, masked: bytes) -> int:
    """How often one masked needle stands there, without overlaps."""
    needle = mask(masked)
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        return sum(
            chunk.count(needle)
            for start, end in _writable(pid)
            for chunk in _read(memory.fileno(), start, end)
        )


def in_files(folders: Iterable[Path], needles: Needles) -> dict[str, set[str]]:
    """The same for every file below the folders; by path."""
    found = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink():
                hits = _in_chunks(_read_file(path), needles)
                if hits:
                    found[str(path)] = hits
    return found


def _writable(pid: int) -> Iterator[tuple[int, int]]:
    """Address ranges; those that only hold a program's file are left out."""
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        addresses, rights, *_ = line.split()
        if rights.startswith("rw") or (rights.startswith("r") and rights.endswith("s")):
            start, end = (int(part, 16) for part in addresses.split("-"))
            yield start, end


def _read(descriptor: int, start: int, end: int) -> Iterator[bytes]:
    for at in range(start, end, _CHUNK):
        try:
            yield os.pread(descriptor, min(_CHUNK + _OVERLAP, end - at), at)
        except OSError:  # a page that was given back since, or belongs to a device
            return


def _read_file(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        for at in range(0, size, _CHUNK):
            file.seek(at)
            yield file.read(_CHUNK + _OVERLAP)


def _in_chunks(chunks: Iterator[bytes], needles: Needles) -> set[str]:
    plain = {name: mask(masked) for name, masked in needles.items()}
    found: set[str] = set()
    for chunk in chunks:
        if np.frombuffer(chunk, np.uint8).any():
            found |= {name for name, needle in plain.items() if needle in chunk}
    return found
