"""What a hand on a gamepad asks for."""

import struct

import pytest

from kiosk.devices.gamepad.evdev import decoded
from kiosk.devices.gamepad.pad import (
    AXIS,
    DROPPED,
    EAST,
    KEY,
    RIGHT_X,
    SOUTH,
    SYNC,
    Event,
    Pad,
    Range,
    Wish,
    X,
    Y,
)

RANGES = {X: Range(-32768, 32767), Y: Range(-32768, 32767), RIGHT_X: Range(0, 255)}


@pytest.fixture
def pad() -> Pad:
    return Pad(RANGES)


def test_a_stick_that_trembles_in_its_middle_steers_nowhere(pad: Pad) -> None:
    assert pad.steered == (0.0, 0.0)
    pad.feed([Event(AXIS, X, 4000), Event(AXIS, Y, -4000), Event(AXIS, RIGHT_X, 140)])
    assert pad.steered == (0.0, 0.0)


def test_a_stick_walks_forward_and_turns_as_far_as_it_is_pulled(pad: Pad) -> None:
    pad.feed([Event(AXIS, Y, -32768)])
    assert pad.steered == (1.0, 0.0)
    pad.feed([Event(AXIS, Y, 16000)])
    back, turn = pad.steered
    assert -0.6 < back < -0.2 and turn == 0.0
    pad.feed([Event(AXIS, Y, 0), Event(AXIS, X, 32767)])
    assert pad.steered == (0.0, 1.0)
    pad.feed([Event(AXIS, RIGHT_X, 0)])
    assert pad.steered == (0.0, 0.0), "both sticks turn"


def test_a_small_movement_beyond_a_step_is_nothing_new(pad: Pad) -> None:
    pad.feed([Event(AXIS, Y, -21000)])
    before = pad.steered
    pad.feed([Event(AXIS, Y, -21100)])
    assert pad.steered == before


def test_buttons_and_both_kinds_of_cross_ask_once_a_press(pad: Pad) -> None:
    assert pad.feed([Event(KEY, SOUTH, 1), Event(KEY, SOUTH, 2), Event(KEY, SOUTH, 0)]) == [Wish.GO]
    assert pad.feed([Event(KEY, EAST, 1), Event(KEY, 0x222, 1)]) == [Wish.BACK, Wish.BEFORE]
    pressed = [Event(AXIS, 16, 1), Event(AXIS, 16, 1), Event(AXIS, 16, 0), Event(AXIS, 16, 1)]
    assert pad.feed(pressed) == [Wish.NEXT, Wish.NEXT]
    assert pad.feed([Event(KEY, 0x13B, 1)]) == [], "other buttons mean nothing"


def test_after_lost_events_nobody_walks_on(pad: Pad) -> None:
    pad.feed([Event(AXIS, Y, -32768), Event(SYNC, DROPPED, 0)])
    assert pad.steered == (0.0, 0.0)


def test_a_pad_without_a_stick_steers_nowhere() -> None:
    pad = Pad({X: Range(0, 0)})
    pad.feed([Event(AXIS, X, 7), Event(AXIS, Y, 7)])
    assert pad.steered == (0.0, 0.0)


def test_the_kernels_bytes_are_read_and_half_an_event_is_left_out() -> None:
    told = struct.pack("@qqHHi", 1, 2, AXIS, Y, -5) + struct.pack("@qqHHi", 1, 3, SYNC, 0, 0)
    assert decoded(told + b"\x01\x02") == [Event(AXIS, Y, -5), Event(SYNC, 0, 0)]
