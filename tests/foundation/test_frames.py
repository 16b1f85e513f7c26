"""Frames in shared memory: the newest is whole, and nothing stays after a wipe."""

import os
from collections.abc import Iterator

import pytest

from foundation.frames import FrameRing


@pytest.fixture
def ring() -> Iterator[FrameRing]:
    ring = FrameRing.create(64, 48)
    yield ring
    ring.close()


def publish(ring: FrameRing, width: int, height: int, byte: int) -> int:
    ring.begin(width, height)[:] = bytes([byte]) * (width * height * 4)
    return ring.commit()


def test_a_second_look_at_the_same_memory_sees_the_newest_frame(ring: FrameRing) -> None:
    other = FrameRing.attach(os.dup(ring.fd))
    assert other.latest() is None
    for number in range(1, 8):
        assert publish(ring, 10 + number, 5, number) == number
        frame = other.latest()
        assert frame is not None
        assert (frame.seq, frame.width, frame.height) == (number, 10 + number, 5)
        assert set(frame.pixels) == {number} and len(frame.pixels) == frame.width * 5 * 4
        frame.pixels.release()
    other.close()


def test_the_frame_in_hand_is_not_the_one_being_written(ring: FrameRing) -> None:
    publish(ring, 8, 8, 1)
    held = ring.latest()
    publish(ring, 8, 8, 2)
    slot = ring.begin(8, 8)
    slot[:] = b"\x03" * len(slot)
    assert held is not None and set(held.pixels) == {1}


def test_a_wipe_leaves_no_pixel_in_memory(ring: FrameRing) -> None:
    for byte in (7, 8, 9):
        publish(ring, 64, 48, byte)
    ring.wipe()
    assert ring.latest() is None
    size = os.fstat(ring.fd).st_size
    assert set(os.pread(ring.fd, size - 64, 64)) == {0}
    assert publish(ring, 2, 2, 5) == 4, "numbering goes on"


def test_a_frame_that_does_not_fit_is_refused(ring: FrameRing) -> None:
    with pytest.raises(ValueError, match="64 x 48"):
        ring.begin(65, 10)
    with pytest.raises(ValueError, match="needs a size"):
        FrameRing.create(0, 10)
    with pytest.raises(RuntimeError, match="begin"):
        ring.commit()
