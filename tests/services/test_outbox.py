"""The outbox: durable, sealed, one step at a time, and empty of what is settled."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from foundation.secrets.chunked import BrokenSeal
from kiosk.services.outbox import Outbox, OutboxFull, Parcel, State, admission
from kiosk.services.outbox.admission import ClockUntrusted
from kiosk.services.outbox.backoff import LONGEST_S
from kiosk.services.outbox.desk import Desk
from kiosk.services.outbox.dispatch import LEASE_S, Dispatch
from kiosk.services.outbox.sealing import Sealer
from kiosk.services.outbox.states import FINAL, Event, ImpossibleStep, after
from kiosk.services.receipts.acknowledgement import parse_acknowledgement
from tests.services.parts import Clock, small_body

KEY = bytes(32)
CANARY = "金丝雀 canary 4711"


@dataclass
class Box:
    path: Path
    clock: Clock = field(default_factory=Clock)

    def open(self) -> Outbox:
        return Outbox(self.path, KEY, self.clock)


@pytest.fixture
def box(tmp_path: Path) -> Box:
    return Box(tmp_path / "outbox.sqlite")


@pytest.fixture
def outbox(box: Box) -> Iterator[Outbox]:
    outbox = box.open()
    yield outbox
    outbox.close()


@pytest.fixture
def dispatch(outbox: Outbox) -> Dispatch:
    return Dispatch(outbox)


def claimed(dispatch: Dispatch) -> Parcel:
    (parcel,) = dispatch.claim("households")
    return parcel


def body(text: str = CANARY) -> dict[str, Any]:
    return {**small_body(1), "answers": {"text": text}}


def test_a_commit_is_there_after_a_crash_under_a_uuid7(box: Box) -> None:
    key = box.open().commit("visit", "households", body())  # never closed: the process died
    assert UUID(key).version == 7
    assert box.open().status(key).state is State.COMMITTED


def test_the_way_of_an_application(outbox: Outbox, dispatch: Dispatch) -> None:
    key = outbox.commit("visit", "households", body())
    parcel = claimed(dispatch)
    assert parcel.key == key and CANARY.encode() in parcel.body
    assert dispatch.claim("households") == [], "it is leased"
    dispatch.acknowledge(key, "receipt")
    assert outbox.status(key).state is State.ACKED
    assert outbox.receipt(key) == "receipt"
    outbox.forget_visit("visit")
    assert outbox.status(key).state is State.CLOSED
    assert outbox.receipt(key) == "receipt", "the receipt stays"
    assert outbox.first_broken_audit_line() is None


def test_content_is_sealed_at_rest_and_erased_after_its_visit(
    box: Box, outbox: Outbox, dispatch: Dispatch
) -> None:
    key = outbox.commit("visit", "households", body())
    with sqlite3.connect(box.path) as file:
        (sealed,) = file.execute("SELECT sealed FROM submissions").fetchone()
    files = list(box.path.parent.iterdir())
    assert not any(CANARY.encode() in path.read_bytes() for path in files)
    assert any(sealed in path.read_bytes() for path in files)
    claimed(dispatch)
    dispatch.acknowledge(key, "receipt")
    outbox.forget_visit("visit")
    assert not any(sealed in path.read_bytes() for path in box.path.parent.iterdir())


def test_what_is_not_yet_received_when_its_person_leaves_is_erased_later(
    outbox: Outbox, dispatch: Dispatch
) -> None:
    key = outbox.commit("visit", "households", body())
    outbox.forget_visit("visit")
    assert outbox.status(key).state is State.COMMITTED
    claimed(dispatch)
    dispatch.acknowledge(key, "receipt")
    assert outbox.status(key).state is State.CLOSED


def test_one_visit_does_not_erase_another(outbox: Outbox, dispatch: Dispatch) -> None:
    first = outbox.commit("first", "households", body())
    outbox.commit("second", "households", body())
    for parcel in dispatch.claim("households", 2):
        dispatch.acknowledge(parcel.key, "receipt")
    outbox.forget_visit("second")
    assert outbox.status(first).state is State.ACKED


def test_a_lease_expires_unless_somebody_still_works_on_it(
    box: Box, outbox: Outbox, dispatch: Dispatch
) -> None:
    key = outbox.commit("visit", "households", body())
    assert not claimed(dispatch).doubtful
    box.clock.now += LEASE_S - 1
    dispatch.renew([key])
    box.clock.now += LEASE_S - 1
    assert dispatch.claim("households") == []
    box.clock.now += 2
    again = claimed(dispatch)
    assert (again.key, again.attempts, again.doubtful) == (key, 2, True)


def test_a_new_courier_takes_over_at_once_only_where_that_is_safe(
    box: Box, outbox: Outbox, dispatch: Dispatch
) -> None:
    for department in ("households", "transport"):
        outbox.commit("visit", department, body())
        assert dispatch.claim(department)
    dispatch.begin(["households"])
    assert claimed(dispatch).doubtful
    assert dispatch.claim("transport") == [], "its lease has to pass first"
    box.clock.boot, box.clock.now = "another boot", 5.0
    dispatch.begin([])
    assert [len(dispatch.claim(one)) for one in ("households", "transport")] == [1, 1]


def test_many_steps_share_one_commit_or_none_is_taken(box: Box, outbox: Outbox) -> None:
    dispatch = Dispatch(outbox)
    keys = [outbox.commit("visit", "households", body()) for _ in range(3)]
    with pytest.raises(RuntimeError, match="power"), dispatch.together():
        assert len(dispatch.claim("households", 3)) == 3
        dispatch.acknowledge(keys[0], "receipt")
        raise RuntimeError("power cut")
    assert {outbox.status(key).state for key in keys} == {State.COMMITTED}
    with dispatch.together():
        dispatch.claim("households", 3)
        dispatch.acknowledge(keys[0], "receipt")
    assert box.open().status(keys[0]).state is State.ACKED


def test_waiting_grows_and_the_departments_wish_is_its_floor(
    box: Box, outbox: Outbox, dispatch: Dispatch
) -> None:
    key = outbox.commit("visit", "households", body())
    waits = []
    for _ in range(20):
        claimed(dispatch)
        waits.append(dispatch.postpone(key))
        assert dispatch.claim("households") == [], "not before its time"
        box.clock.now += waits[-1] + 0.001
    assert waits[0] <= 2.0
    assert min(waits) >= 1.0 and max(waits) <= LONGEST_S
    assert max(waits) > 30
    claimed(dispatch)
    assert dispatch.postpone(key, asked_s=1800) >= 1800
    assert dispatch.next_due_s("households") == pytest.approx(1800, abs=1)


@pytest.mark.parametrize("jump", [-1e6, 1e6])
def test_a_clock_that_is_set_neither_delays_nor_hurries(
    box: Box, outbox: Outbox, dispatch: Dispatch, jump: float
) -> None:
    key = outbox.commit("visit", "households", body())
    claimed(dispatch)
    wait = dispatch.postpone(key)
    box.clock.jump += jump
    assert dispatch.claim("households") == []
    assert dispatch.next_due_s("households") == pytest.approx(wait)
    box.clock.now += wait
    assert claimed(dispatch).key == key


def test_a_clock_that_cannot_be_trusted_takes_nothing_new(box: Box, outbox: Outbox) -> None:
    outbox.commit("visit", "households", body())
    for jump in (-400.0, 400.0, 30 * 86400.0):
        box.clock.jump = jump
        with pytest.raises(ClockUntrusted):
            outbox.commit("visit", "households", body())
    box.clock.jump = -900_000_000.0
    with pytest.raises(ClockUntrusted, match="written"):
        outbox.commit("visit", "households", body())
    box.clock.jump = 200.0  # as time servers do
    outbox.commit("visit", "households", body())
    box.clock.jump = 86400.0
    box.clock.vouched = True
    outbox.commit("visit", "households", body())
    box.clock.vouched, box.clock.jump = False, 0.0
    with pytest.raises(ClockUntrusted):
        outbox.commit("visit", "households", body())
    outbox.trust_clock()
    outbox.commit("visit", "households", body())


def test_after_a_reboot_a_clock_may_only_have_moved_on(box: Box, outbox: Outbox) -> None:
    outbox.commit("visit", "households", body())
    box.clock.boot = "another boot"
    box.clock.jump = -1000.0
    with pytest.raises(ClockUntrusted):
        outbox.commit("visit", "households", body())
    box.clock.jump = 30 * 86400.0
    outbox.commit("visit", "households", body())


def test_a_rating_waits_for_the_receipt_of_what_it_rates(
    box: Box, outbox: Outbox, dispatch: Dispatch
) -> None:
    about = outbox.commit("visit", "households", body())
    rating = outbox.rate("visit", about, 5, ["quick", "clear"])
    assert claimed(dispatch).key == about
    assert dispatch.claim("households") == []
    box.clock.boot = "another boot"
    dispatch.begin(["households"])
    assert claimed(dispatch).key == about
    assert dispatch.claim("households") == [], "a reboot makes nothing arrive"
    dispatch.acknowledge(about, "receipt")
    parcel = claimed(dispatch)
    assert (parcel.key, parcel.receipt) == (rating, "receipt")
    assert parcel.body == b'{"score":5,"tags":["clear","quick"]}'


def test_there_is_nothing_to_rate_about_what_was_refused(
    outbox: Outbox, dispatch: Dispatch
) -> None:
    about = outbox.commit("visit", "households", body())
    rating = outbox.rate("visit", about, 5, [])
    claimed(dispatch)
    dispatch.reject(about, "invalid-answers")
    assert outbox.status(rating).state is State.REJECTED
    assert dispatch.departments() == []


def test_a_rating_of_what_is_uncertain_keeps_no_courier_waiting(
    outbox: Outbox, dispatch: Dispatch
) -> None:
    about = outbox.commit("visit", "households", body())
    outbox.rate("visit", about, 5, [])
    claimed(dispatch)
    dispatch.doubt(about, "timeout")
    assert dispatch.departments() == [], "nothing is or will be due until a clerk has looked"


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("refused", [False, True])
def test_no_rating_waits_for_what_will_never_arrive(
    box: Box, outbox: Outbox, dispatch: Dispatch, refused: bool, late: bool
) -> None:
    about = outbox.commit("visit", "households", body())
    ratings = [] if late else [outbox.rate("visit", about, 5, [])]
    claimed(dispatch)
    if refused:
        dispatch.reject(about, "invalid-answers")
    else:
        dispatch.doubt(about, "timeout")
        Desk(outbox).set_aside(about)
    ratings += [outbox.rate("visit", about, 4, [])] if late else []
    assert [outbox.status(key).state for key in ratings] == [State.REJECTED]
    box.clock.boot = "another boot"
    dispatch.begin([])
    assert (outbox.unsent(), dispatch.departments()) == (0, [])


def test_lanes_are_listed_each_once(outbox: Outbox, dispatch: Dispatch) -> None:
    assert dispatch.departments() == []
    for department in ("transport", "households", "transport", "benefits"):
        outbox.commit("visit", department, body())
    assert dispatch.departments() == ["benefits", "households", "transport"]
    assert [len(dispatch.claim("transport", n)) for n in (1, 5)] == [1, 1]


def test_a_clerk_decides_what_nobody_can_know(outbox: Outbox, dispatch: Dispatch) -> None:
    desk = Desk(outbox)
    keys = [outbox.commit("visit", "households", body()) for _ in range(3)]
    outbox.forget_visit("visit")
    for parcel in dispatch.claim("households", 3):
        dispatch.doubt(parcel.key, "timeout")
    assert [(one.key, one.problem) for one in desk.cases()] == [(key, "timeout") for key in keys]
    desk.arrived(keys[0], "SR-1")
    desk.send_anew(keys[1])
    desk.set_aside(keys[2])
    assert desk.cases() == []
    assert [outbox.status(key).state for key in keys] == [
        State.CLOSED,
        State.COMMITTED,
        State.CLOSED,
    ]
    word = parse_acknowledgement(outbox.receipt(keys[0]) or "")
    assert word is not None and word.reference == "SR-1"
    assert claimed(dispatch).attempts == 1
    with pytest.raises(ImpossibleStep):
        desk.send_anew(keys[0])
    assert outbox.first_broken_audit_line() is None


def test_staff_see_how_departments_answer_and_what_waits_for_a_day(
    box: Box, outbox: Outbox, dispatch: Dispatch
) -> None:
    desk = Desk(outbox)
    key = outbox.commit("visit", "households", body())
    dispatch.say_lane("transport", "resting", "unreachable")
    lanes = [(one.department, one.state, one.cause, one.waiting) for one in desk.lanes()]
    assert lanes == [("households", "open", "", 1), ("transport", "resting", "unreachable", 0)]
    assert desk.cases() == []
    box.clock.now += 25 * 3600
    assert [one.key for one in desk.cases()] == [key]


def test_a_full_outbox_takes_nothing_and_says_so(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(admission, "UNSENT_LIMIT", 1)
    outbox.commit("visit", "households", body())
    with pytest.raises(OutboxFull):
        outbox.commit("visit", "households", body())
    monkeypatch.setattr(admission, "FREE_DISK_LIMIT", 1 << 62)
    with pytest.raises(OutboxFull, match="disk"):
        outbox.commit("visit", "households", body())
    assert outbox.unsent() == 1


def test_a_changed_audit_line_is_found(box: Box, outbox: Outbox) -> None:
    outbox.commit("visit", "households", body())
    outbox.commit("visit", "households", body())
    with sqlite3.connect(box.path) as file:
        file.execute("UPDATE audit SET event = 'erase' WHERE place = 2")
    assert outbox.first_broken_audit_line() == 2


def test_a_seal_belongs_to_its_row_and_its_key() -> None:
    sealed = Sealer(KEY).seal(b"content", "row")
    assert Sealer(KEY).open(sealed, "row") == b"content"
    for sealer, row, content in (
        (Sealer(KEY), "other", sealed),
        (Sealer(b"1" * 32), "row", sealed),
        (Sealer(KEY), "row", sealed[:-1] + bytes([sealed[-1] ^ 1])),
    ):
        with pytest.raises(BrokenSeal):
            sealer.open(content, row)


def test_nothing_follows_a_final_state_and_what_is_sent_was_claimed() -> None:
    for state in FINAL:
        for event in Event:
            with pytest.raises(ImpossibleStep):
                after(state, event)
    with pytest.raises(ImpossibleStep):
        after(State.COMMITTED, Event.ACKNOWLEDGE)


_NUMBERS = count()


class Life(RuleBasedStateMachine):
    """Any order of commits, tries, crashes and departures: no row is lost, none acts twice."""

    keys: Bundle[str] = Bundle("keys")
    folder: Path

    @initialize()
    def begin(self) -> None:
        self.box = Box(self.folder / f"{next(_NUMBERS)}.sqlite")
        self.outbox = self.box.open()
        self.dispatch = Dispatch(self.outbox)
        self.expected: dict[str, State] = {}
        self.visits: dict[str, str] = {}
        self.left: set[str] = set()
        self.leased: set[str] = set()

    @rule(target=keys, visit=st.sampled_from(["a", "b"]))
    def commit(self, visit: str) -> str:
        key = self.outbox.commit(visit, "households", body())
        self.expected[key], self.visits[key] = State.COMMITTED, visit
        return key

    @rule(target=keys, outcome=st.sampled_from(["ack", "postpone", "reject", "doubt", "crash"]))
    def deliver(self, outcome: str) -> Any:
        parcels = self.dispatch.claim("households")
        if not parcels:
            return multiple()
        (parcel,) = parcels
        assert self.expected[parcel.key] in (State.COMMITTED, State.SENDING)
        assert parcel.key not in self.leased, "two couriers hold one parcel"
        self.leased.add(parcel.key)
        self.expected[parcel.key] = State.SENDING
        if outcome != "crash":
            self.leased.discard(parcel.key)
        gone = self.visits[parcel.key] in self.left
        match outcome:
            case "ack":
                self.dispatch.acknowledge(parcel.key, "receipt")
                self.expected[parcel.key] = State.CLOSED if gone else State.ACKED
            case "postpone":
                self.dispatch.postpone(parcel.key)
                self.expected[parcel.key] = State.COMMITTED
            case "reject":
                self.dispatch.reject(parcel.key, "no")
                self.expected[parcel.key] = State.REJECTED
            case "doubt":
                self.dispatch.doubt(parcel.key, "who knows")
                self.expected[parcel.key] = State.UNCERTAIN
        return multiple()

    @rule(seconds=st.sampled_from([1.0, 61.0, 1000.0]))
    def wait(self, seconds: float) -> None:
        self.box.clock.now += seconds
        if seconds > LEASE_S:
            self.leased.clear()

    @rule()
    def crash(self) -> None:
        self.outbox = self.box.open()
        self.dispatch = Dispatch(self.outbox)

    @rule(jump=st.sampled_from([-1e6, 1e6]))
    def set_clock(self, jump: float) -> None:
        self.box.clock.jump += jump
        self.outbox.trust_clock()

    @rule()
    def new_courier(self) -> None:
        self.dispatch.begin(["households"])
        self.leased.clear()

    @rule(visit=st.sampled_from(["a", "b"]))
    def leave(self, visit: str) -> None:
        self.outbox.forget_visit(visit)
        for key, state in self.expected.items():
            if self.visits[key] == visit:
                self.expected[key] = State.CLOSED if state is State.ACKED else state
        # A key of this visit that is committed later belongs to it too, but was not left.
        self.left = {one for one in self.left if one != visit}
        for key in [one for one, owner in self.visits.items() if owner == visit]:
            self.visits[key] = f"{visit} left"
        self.left.add(f"{visit} left")

    def teardown(self) -> None:
        if hasattr(self, "outbox"):
            self.outbox.close()

    @invariant()
    def rows_are_as_expected(self) -> None:
        if not hasattr(self, "outbox"):
            return
        assert {key: self.outbox.status(key).state for key in self.expected} == self.expected
        assert self.outbox.first_broken_audit_line() is None


def test_the_life_of_an_outbox(tmp_path: Path) -> None:
    class Here(Life):
        folder = tmp_path

    run_state_machine_as_test(
        Here, settings=settings(max_examples=25, stateful_step_count=25, deadline=None)
    )
