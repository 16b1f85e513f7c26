"""The courier's loop: what outcomes become, who waits for whom, and what a clerk is left with."""

import random
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kiosk.services.adapters.protocol import (
    Abilities,
    Finding,
    Later,
    NotThere,
    Outcome,
    Received,
    Refused,
    Unknown,
)
from kiosk.services.courier import courier as courier_module
from kiosk.services.courier.breaker import FAILURES, LONGEST_REST_S, Breaker, LaneState
from kiosk.services.courier.courier import Courier
from kiosk.services.courier.lanes import WIDEST_UNREPEATABLE
from kiosk.services.courier.settling import MOST_LOOK_UPS
from kiosk.services.outbox import Outbox, Parcel, State
from kiosk.services.outbox.clearing import KEPT_S
from kiosk.services.outbox.desk import Desk
from kiosk.services.outbox.dispatch import LEASE_S, Dispatch
from tests.services.parts import Clock, small_body, until

REPEATABLE = Abilities(idempotent=True)
ONCE = Abilities(idempotent=False)
ASKABLE = Abilities(idempotent=False, search=True)


@dataclass
class Way:
    """A way to a department that does what a test says, and remembers what it did."""

    deliver_: Callable[[Parcel], Outcome]
    abilities: Abilities = REPEATABLE
    found: Finding = field(default_factory=NotThere)
    delivered: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def deliver(self, parcel: Parcel) -> Outcome:
        self.delivered.append(parcel.key)
        return self.deliver_(parcel)

    def look_up(self, parcel: Parcel) -> Finding:
        self.asked.append(parcel.key)
        return self.found


def says(*outcomes: Outcome) -> Callable[[Parcel], Outcome]:
    """These, one after the other, and the last for ever."""
    left = list(outcomes)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


@dataclass
class Room:
    """An outbox, its clock, and a courier that runs while a test looks."""

    outbox: Outbox
    clock: Clock
    told: list[dict[str, Any]] = field(default_factory=list)

    @contextmanager
    def courier(self, dispatch: Dispatch | None = None, **ways: Way) -> Iterator[Courier]:
        courier = Courier(dispatch or Dispatch(self.outbox), ways.__getitem__, self.told.append)
        thread = threading.Thread(target=courier.run)
        thread.start()
        try:
            yield courier
        finally:
            courier.stop(5.0)
            thread.join()

    def commit(self, department: str = "households") -> str:
        return self.outbox.commit("visit", department, small_body(1))

    def state(self, key: str) -> State:
        return self.outbox.status(key).state

    def pass_time(self, courier: Courier, seconds: float) -> None:
        self.clock.now += seconds
        courier.wake()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    clock = Clock()
    outbox = Outbox(tmp_path / "outbox.sqlite", bytes(32), clock)
    yield Room(outbox, clock)
    outbox.close()


@pytest.mark.parametrize(
    ("outcome", "abilities", "state", "event"),
    [
        (Received("receipt"), REPEATABLE, State.ACKED, "received"),
        (Received("{SR-1}"), ONCE, State.ACKED, "received"),
        (Refused("invalid-answers"), REPEATABLE, State.REJECTED, "rejected"),
        (Later("busy", 5.0), REPEATABLE, State.COMMITTED, "waiting"),
        (Unknown("timeout"), REPEATABLE, State.COMMITTED, "waiting"),
        (Unknown("timeout"), ONCE, State.UNCERTAIN, "uncertain"),
        (Unknown("timeout"), ASKABLE, State.SENDING, "waiting"),
        (Later("busy", 5.0), ONCE, State.COMMITTED, "waiting"),
    ],
)
def test_each_outcome_is_settled_and_then_told(
    room: Room, outcome: Outcome, abilities: Abilities, state: State, event: str
) -> None:
    key = room.commit()
    with room.courier(households=Way(says(outcome), abilities)):
        until(lambda: len(room.told) == 2, "an outcome")
        assert [(one["event"], one["key"]) for one in room.told] == [("sending", key), (event, key)]
        assert room.state(key) is state


def test_an_ambiguous_answer_is_looked_up_and_never_sent_blindly(room: Room) -> None:
    there = Way(says(Unknown("timeout")), ASKABLE, Received("{SR-1}"))
    absent = Way(says(Unknown("timeout"), Received("{SR-2}")), ASKABLE, NotThere())
    first, second = room.commit("there"), room.commit("absent")
    with room.courier(there=there, absent=absent) as courier:
        until(lambda: len(room.told) == 4, "two doubts")
        assert (there.asked, absent.asked) == ([], [])
        room.pass_time(courier, 1000)
        until(lambda: room.outbox.unsent() == 0, "both")
    assert (there.delivered, there.asked) == ([first], [first])
    assert (absent.delivered, absent.asked) == ([second, second], [second])
    assert room.outbox.receipt(first) == "{SR-1}"


@pytest.mark.parametrize(
    ("abilities", "deliveries", "state"),
    [
        (REPEATABLE, 1, State.ACKED),
        (ONCE, 0, State.UNCERTAIN),
        (ASKABLE, 1, State.ACKED),
    ],
)
def test_what_a_fallen_courier_had_on_its_way(
    room: Room, abilities: Abilities, deliveries: int, state: State
) -> None:
    key = room.commit()
    assert Dispatch(room.outbox).claim("households")  # and here it falls
    way = Way(says(Received("{SR-1}")), abilities)
    with room.courier(households=way) as courier:
        if not abilities.idempotent:
            room.pass_time(courier, LEASE_S + 1)
        until(lambda: room.state(key) is state, state)
    assert len(way.delivered) == deliveries


def test_a_department_that_never_tells_leaves_it_to_a_clerk(room: Room) -> None:
    key = room.commit()
    way = Way(says(Unknown("timeout")), ASKABLE, Unknown("timeout"))
    with room.courier(households=way) as courier:

        def doubted() -> bool:
            room.pass_time(courier, 1000)
            return room.state(key) is State.UNCERTAIN

        until(doubted, "a doubt")
    assert way.delivered == [key] and len(way.asked) == MOST_LOOK_UPS - 1
    assert [one.key for one in Desk(room.outbox).cases()] == [key]


def next_turn(courier: Courier) -> None:
    """Wait until the courier has come by once more."""
    came = threading.Event()

    def look(_: str) -> bool:
        came.set()
        return False

    courier.reopen(look)
    until(came.is_set, "the courier's next turn")


def test_a_machine_that_slept_sends_nothing_a_second_time(room: Room) -> None:
    """Leases count the time that a machine sleeps, and what was on its way still is."""
    awake = threading.Event()

    def slow(parcel: Parcel) -> Outcome:
        awake.wait(30)
        return Received("{SR-1}")

    key, way = room.commit(), Way(slow, ONCE)
    with room.courier(households=way) as courier:
        until(lambda: way.delivered == [key], "a delivery")
        for _ in range(3):
            room.pass_time(courier, LEASE_S * 2)
            next_turn(courier)
        awake.set()
        until(lambda: room.state(key) is State.ACKED, "a receipt")
    assert way.delivered == [key]


@pytest.mark.parametrize("stopping", [False, True])
def test_a_courier_sleeps_while_what_is_due_has_no_place(room: Room, stopping: bool) -> None:
    awake, turns = threading.Event(), 0

    class Counted(Dispatch):
        def together(self) -> AbstractContextManager[None]:
            nonlocal turns
            turns += 1
            return super().together()

    def slow(parcel: Parcel) -> Outcome:
        awake.wait(30)
        return Received("{SR-1}")

    way = Way(slow, ONCE)
    for _ in range(WIDEST_UNREPEATABLE + 1):
        room.commit()
    with room.courier(Counted(room.outbox), households=way) as courier:
        until(lambda: len(way.delivered) == WIDEST_UNREPEATABLE, "as many as have a place")
        if stopping:
            courier.stop(30.0)
        next_turn(courier)
        before, calls = turns, 20
        for _ in range(calls):
            next_turn(courier)
        awake.set()
        assert turns - before <= 2 * calls, "it turns for nothing"


def test_a_dead_department_delays_nobody(room: Room) -> None:
    dead, alive = Way(says(Unknown("timeout"))), Way(says(Received("receipt")))
    for _ in range(40):
        room.commit("dead")
    keys = [room.commit("alive") for _ in range(40)]
    with room.courier(dead=dead, alive=alive):
        until(lambda: all(room.state(key) is State.ACKED for key in keys), "the living one's")
        until(lambda: "resting" in [one.state for one in Desk(room.outbox).lanes()], "a rest")
    assert len(set(dead.delivered)) < 40, "it was left in peace before all had tried it"


def test_a_slow_department_delays_nobody(room: Room) -> None:
    awake = threading.Event()

    def slow(parcel: Parcel) -> Outcome:
        awake.wait(30)
        return Received("receipt")

    for _ in range(100):
        room.commit("slow")
    key = room.commit("quick")
    with room.courier(slow=Way(slow), quick=Way(says(Received("receipt")))):
        until(lambda: room.state(key) is State.ACKED, "the quick one's")
        awake.set()
        until(lambda: room.outbox.unsent() == 0, "the slow one's")


@pytest.mark.log_allowed
def test_a_poisoned_row_delays_nobody(room: Room) -> None:
    poisoned = room.commit()
    keys = [room.commit() for _ in range(40)]

    def deliver(parcel: Parcel) -> Outcome:
        if parcel.key == poisoned:
            raise RuntimeError("a fault on this row")
        return Received("receipt")

    with room.courier(households=Way(deliver)):
        until(lambda: all(room.state(key) is State.ACKED for key in keys), "the others")
    assert room.state(poisoned) is State.COMMITTED
    assert [one.state for one in Desk(room.outbox).lanes()] in ([], ["open"])


@pytest.mark.log_allowed
def test_a_row_that_cannot_be_opened_is_left_to_a_clerk(room: Room, tmp_path: Path) -> None:
    other = Outbox(tmp_path / "outbox.sqlite", b"1" * 32, room.clock)
    broken = other.commit("visit", "households", small_body(1))
    other.close()
    key = room.commit()
    with room.courier(households=Way(says(Received("receipt")))):
        until(lambda: room.state(key) is State.ACKED, "the other")
    assert room.state(broken) is State.DEAD
    assert room.outbox.status(broken).problem == "broken_seal"


@pytest.mark.log_allowed
def test_attachments_do_not_go_where_nobody_takes_them(room: Room) -> None:
    kept = room.outbox.attachments.keep("visit", b"content", "a", "image/png")
    body = {**small_body(1), "answers": {"papers": [kept]}}
    key = room.outbox.commit("visit", "households", body)
    way = Way(says(Received("receipt")))
    with room.courier(households=way):
        until(lambda: room.state(key) is State.DEAD, "a clerk's case")
    assert way.delivered == []


def test_no_rating_goes_where_nobody_takes_it(room: Room) -> None:
    about = room.commit()
    rating = room.outbox.rate("visit", about, 5, [])
    way = Way(says(Received("{SR-1}")), ONCE)
    with room.courier(households=way):
        until(lambda: room.state(rating) is State.REJECTED, "its end")
    assert way.delivered == [about] and Desk(room.outbox).cases() == []


@pytest.mark.log_allowed
def test_what_came_back_is_kept_while_the_disk_takes_nothing(room: Room, tmp_path: Path) -> None:
    """A lock that another process holds for too long is like a disk that takes nothing."""
    key = room.commit()
    answered = threading.Event()
    room.outbox.rows.run("PRAGMA busy_timeout = 50")

    def deliver(parcel: Parcel) -> Outcome:
        blocking.execute("BEGIN IMMEDIATE")
        answered.set()
        return Received("{SR-1}")

    blocking = sqlite3.connect(
        tmp_path / "outbox.sqlite", isolation_level=None, check_same_thread=False
    )
    way = Way(deliver, ONCE)
    with room.courier(households=way):
        assert answered.wait(10)
        assert room.state(key) is State.SENDING
        blocking.execute("ROLLBACK")
        until(lambda: room.state(key) is State.ACKED, "its answer")
    assert way.delivered == [key], "it was not sent again"
    blocking.close()


def test_what_was_settled_long_ago_is_dropped(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courier_module, "LOOK_AFTER_S", 0.0)
    key = room.commit()
    with room.courier(households=Way(says(Received("receipt")))) as courier:
        until(lambda: room.state(key) is State.ACKED, "a receipt")
        room.outbox.forget_visit("visit")
        room.pass_time(courier, KEPT_S + 1)
        until(lambda: not room.outbox.rows.rows("SELECT key FROM outbox"), "the end of its time")


def test_another_address_ends_the_rest(room: Room) -> None:
    key = room.commit()
    way = Way(says(Later("no_address", of_all=True), Received("receipt")))
    with room.courier(households=way) as courier:
        until(lambda: len(room.told) == 2, "a failure")
        assert room.state(key) is State.COMMITTED
        courier.reopen(lambda department: department == "households")
        until(lambda: room.state(key) is State.ACKED, "a receipt")


class TestBreaker:
    def breaker(self) -> Breaker:
        return Breaker(16, random.Random(1))

    def test_it_narrows_as_rows_fail_and_opens_for_several_of_them_only(self) -> None:
        breaker, widths = self.breaker(), []
        for _ in range(20):
            breaker.failed("one", "timeout", 0.0)
        for number in range(FAILURES - 1):
            widths.append(breaker.width(0.0))
            breaker.failed(str(number), "timeout", 0.0)
        assert widths == [8, 5, 4, 3]
        assert breaker.state(0.0) is LaneState.RESTING and breaker.width(0.0) == 0

    def test_one_row_finds_out_and_rests_grow(self) -> None:
        breaker, now, rests = self.breaker(), 0.0, []
        breaker.away("unreachable", now)
        for _ in range(40):
            rest = breaker.rest_s(now)
            assert rest is not None
            rests.append(rest)
            now += rest
            assert (breaker.state(now), breaker.width(now)) == (LaneState.TRYING, 1)
            breaker.failed("one", "timeout", now)
        assert rests[0] < 2 and max(rests) > 60 and max(rests) <= LONGEST_REST_S
        now += LONGEST_REST_S
        breaker.answered()
        assert (breaker.state(now), breaker.width(now)) == (LaneState.OPEN, 16)

    def test_a_wish_is_a_floor(self) -> None:
        breaker = self.breaker()
        breaker.away("busy", 0.0, 120.0)
        assert breaker.rest_s(0.0) == pytest.approx(120.0)
