"""Pictures passed between two processes through memory that has no name and leaves no file."""

import mmap
import os
import struct
from contextlib import suppress
from dataclasses import dataclass

SLOTS = 3
_HEADER = 64
_NEWEST = struct.Struct("<Q")  # number of the newest frame, 0 before the first
_LIMITS = struct.Struct("<II")  # widest, tallest, at byte 8
_SIZE = struct.Struct("<II")  # width, height of a slot, from byte 16


@dataclass(frozen=True)
class Frame:
    """One picture: `pixels` is height x width x 4 bytes, BGRX, top row first."""

    seq: int
    width: int
    height: int
    pixels: memoryview


class FrameRing:
    """Three slots and a number: one process writes, others look at the newest.

    A reader has two more frames' time before the slot it looks at is written again.
    """

    def __init__(self, descriptor: int) -> None:
        self.fd = descriptor
        self._map = mmap.mmap(descriptor, os.fstat(descriptor).st_size)
        self._view = memoryview(self._map)
        self.max_width: int
        self.max_height: int
        self.max_width, self.max_height = _LIMITS.unpack_from(self._view, 8)
        self._filling: tuple[int, int] | None = None

    @classmethod
    def create(cls, max_width: int, max_height: int) -> "FrameRing":
        """A new ring for frames of at most this size, in pixels."""
        if max_width < 1 or max_height < 1:
            raise ValueError(f"a frame needs a size, not {max_width} x {max_height}")
        descriptor = os.memfd_create("atrium-frames", os.MFD_CLOEXEC)
        os.ftruncate(descriptor, _HEADER + SLOTS * max_width * max_height * 4)
        os.pwrite(descriptor, _LIMITS.pack(max_width, max_height), 8)
        return cls(descriptor)

    @classmethod
    def attach(cls, descriptor: int) -> "FrameRing":
        """The ring behind a descriptor that the parent passed down."""
        return cls(descriptor)

    def begin(self, width: int, height: int) -> memoryview:
        """The slot to fill with the next frame: width * height * 4 bytes. Then `commit`."""
        if not (0 < width <= self.max_width and 0 < height <= self.max_height):
            limit = f"{self.max_width} x {self.max_height}"
            raise ValueError(f"a frame of {width} x {height} does not fit a ring of {limit}")
        self._filling = (width, height)
        start = self._start(self._slot(self._newest() + 1))
        return self._view[start : start + width * height * 4]

    def commit(self) -> int:
        """Publish what `begin` gave; returns the frame's number."""
        if self._filling is None:
            raise RuntimeError("commit without begin")
        seq = self._newest() + 1
        _SIZE.pack_into(self._view, 16 + 8 * self._slot(seq), *self._filling)
        _NEWEST.pack_into(self._view, 0, seq)
        self._filling = None
        return seq

    def latest(self) -> Frame | None:
        """The newest frame, not copied; None before the first and after `wipe`."""
        seq = self._newest()
        width, height = _SIZE.unpack_from(self._view, 16 + 8 * self._slot(seq))
        if seq == 0 or width == 0:
            return None
        start = self._start(self._slot(seq))
        return Frame(seq, width, height, self._view[start : start + width * height * 4])

    def wipe(self) -> None:
        """Give the pictures' memory back to the system; nothing of them stays readable."""
        for slot in range(SLOTS):
            _SIZE.pack_into(self._view, 16 + 8 * slot, 0, 0)
        pages = mmap.PAGESIZE
        first = -(-_HEADER // pages) * pages
        self._view[_HEADER:first] = bytes(min(first, len(self._view)) - _HEADER)
        if len(self._view) > first:
            self._map.madvise(mmap.MADV_REMOVE, first)

    def close(self) -> None:
        """Let go of the memory. Frames that are still looked at keep it until they are dropped."""
        self._view.release()
        with suppress(BufferError):  # a Frame is still held; the map goes with it
            self._map.close()
        os.close(self.fd)

    def _newest(self) -> int:
        return int(_NEWEST.unpack_from(self._view, 0)[0])

    @staticmethod
    def _slot(seq: int) -> int:
        return seq % SLOTS

    def _start(self, slot: int) -> int:
        return _HEADER + slot * self.max_width * self.max_height * 4
