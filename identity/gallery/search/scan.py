"""Every vector is looked at: exact, in memory, a byte a number (faiss)."""

import threading
from collections.abc import Iterator, Sequence
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from identity.gallery.search.grid import decode, encode
from identity.gallery.search.index import Near, Vectors
from identity.pictures import Vector

_ROWS = 65_536
"""Rows of a block, 8 MB of 128 numbers each, so that the index grows by little."""
_PART = 4096
"""Rows that are put in at once: faiss takes them four times as large."""


class ExactScan:
    """An Index in this process's memory. Distances are whole numbers, so nothing is rounded."""

    def __init__(self) -> None:
        self._districts: dict[str, list[_Block]] = {}
        self._lock = threading.Lock()

    def put(self, references: Sequence[int], vectors: Vectors, district: str = "") -> None:
        """See Index."""
        wanted = np.asarray(references, np.int64)
        with self._lock:
            blocks = self._districts.setdefault(district, [])
            for block in blocks:
                block.remove(wanted)
            done = 0
            while done < len(wanted):
                if not blocks or blocks[-1].room == 0:
                    blocks.append(_Block(vectors.shape[1]))
                end = done + blocks[-1].room
                blocks[-1].add(wanted[done:end], vectors[done:end])
                done = end

    def remove(self, reference: int) -> bool:
        """See Index."""
        wanted = np.array([reference], np.int64)
        with self._lock:
            return sum(block.remove(wanted) for block in self._blocks(None)) > 0

    def nearest(self, probe: Vector, count: int, district: str | None = None) -> list[Near]:
        """See Index."""
        codes = encode(probe[None]).astype(np.float32)
        with self._lock:
            found = [
                (distance, block, row)
                for block in self._blocks(district)
                for distance, row in block.nearest(codes, count)
            ]
            found.sort(key=lambda one: one[0])
            return [block.at(row) for _, block, row in found[:count]]

    def clear(self) -> None:
        """See Index."""
        with self._lock:
            for block in self._blocks(None):
                block.wipe()
            self._districts.clear()

    def close(self) -> None:
        """See Index."""
        self.clear()

    def __len__(self) -> int:
        with self._lock:
            return sum(len(block.references) for block in self._blocks(None))

    def _blocks(self, district: str | None) -> "Iterator[_Block]":
        if district is not None:
            yield from self._districts.get(district, [])
            return
        for blocks in self._districts.values():
            yield from blocks


class _Block:
    """Up to _ROWS vectors and whose they are, row by row."""

    def __init__(self, dimensions: int) -> None:
        # Euclidean distance: 17 ms a million, and 20 by inner product; faiss 1.15, one thread
        self._index: Any = faiss.IndexScalarQuantizer(
            dimensions, faiss.ScalarQuantizer.QT_8bit_direct_signed, faiss.METRIC_L2
        )
        # room at once: growing by doubling would hold twice as much, and leave copies behind
        self._index.codes.resize(_ROWS * dimensions)
        self._index.codes.resize(0)
        self._dimensions = dimensions
        self.references: NDArray[np.int64] = np.empty(0, np.int64)

    @property
    def room(self) -> int:
        """How many more it takes."""
        return _ROWS - len(self.references)

    def add(self, references: NDArray[np.int64], vectors: Vectors) -> None:
        """Append rows."""
        for start in range(0, len(vectors), _PART):
            self._index.add(encode(vectors[start : start + _PART]).astype(np.float32))
        self.references = np.concatenate([self.references, references])

    def remove(self, references: NDArray[np.int64]) -> int:
        """Take rows out; the last row fills each gap, and its old place is overwritten."""
        rows = np.flatnonzero(np.isin(self.references, references))
        for row in rows[::-1]:
            codes, last = self._codes(), len(self.references) - 1
            codes[row] = codes[last]
            codes[last] = 0
            self.references[row] = self.references[last]
            self.references = self.references[:last]
            self._index.remove_ids(np.array([last], np.int64))
        return len(rows)

    def nearest(self, codes: Vectors, count: int) -> list[tuple[float, int]]:
        """(squared distance on the grid, row), the nearest first."""
        if not len(self.references):
            return []
        distances, rows = self._index.search(codes, min(count, len(self.references)))
        return list(zip(distances[0].tolist(), rows[0].tolist(), strict=True))

    def at(self, row: int) -> Near:
        """What a row holds."""
        held = self._index.reconstruct(row).astype(np.int8)
        return Near(int(self.references[row]), decode(held))

    def wipe(self) -> None:
        """Overwrite everything."""
        self._codes().fill(0)

    def _codes(self) -> NDArray[np.uint8]:
        """faiss's own memory, a row a vector."""
        rows = len(self.references)
        flat = faiss.rev_swig_ptr(self._index.codes.data(), rows * self._dimensions)
        codes: NDArray[np.uint8] = flat.reshape(rows, self._dimensions)
        return codes
