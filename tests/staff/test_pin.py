"""The staff's PIN: never weak, never kept plain, slower with every wrong try, locked in the end."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.pin import FREE_TRIES, LAST_TRY, StaffPin, is_weak, strong_pin


class Store:
    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.held.get(name)

    def put(self, name: str, secret: bytes) -> None:
        self.held[name] = secret


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def wrong(pin: str) -> str:
    return "".join(str((int(digit) + 1) % 10) for digit in pin)


def test_the_right_pin_opens_and_is_kept_nowhere() -> None:
    store = Store()
    pin = StaffPin(store).reset()
    assert StaffPin(store).attempt(pin).ok
    assert pin.encode() not in store.held["staff-pin"]


def test_wrong_tries_wait_longer_and_longer_and_then_lock() -> None:
    clock, store = Clock(), Store()
    desk = StaffPin(store, clock)
    pin = desk.reset()
    waits = []
    for _ in range(LAST_TRY):
        attempt = desk.attempt(wrong(pin))
        assert not attempt.ok
        waits.append(attempt.wait_s)
        clock.now += attempt.wait_s + 1
    assert waits[: FREE_TRIES + 2] == [0, 0, 0, 0, 15, 30, 60]
    assert attempt.locked
    assert desk.attempt(pin).locked, "the right PIN does not open a locked desk"
    assert desk.attempt(desk.reset()).ok


def test_a_try_during_the_wait_is_refused_even_if_right_and_after_a_restart() -> None:
    clock, store = Clock(), Store()
    pin = StaffPin(store, clock).reset()
    for _ in range(FREE_TRIES):
        StaffPin(store, clock).attempt(wrong(pin))
    assert StaffPin(store, clock).attempt(pin).wait_s == 15
    clock.now -= 10_000
    assert StaffPin(store, clock).attempt(pin).wait_s == 15, "a clock set back costs no more"
    clock.now += 10_016
    assert StaffPin(store, clock).attempt(pin).ok


def test_the_right_pin_forgives_the_wrong_ones() -> None:
    store = Store()
    pin = StaffPin(store).reset()
    for _ in range(3):
        for _ in range(FREE_TRIES - 1):
            assert StaffPin(store).attempt(wrong(pin)).wait_s == 0
        assert StaffPin(store).attempt(pin).ok


def test_rows_and_repetitions_are_weak() -> None:
    for pin in ("000000", "123456", "987654", "890123", "121212", "123123", "112211"):
        assert is_weak(pin)


@given(st.integers())
def test_a_new_pin_is_never_weak(_: int) -> None:
    assert not is_weak(strong_pin())
