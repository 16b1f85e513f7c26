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
from kiosk.services.outbox import Outbox, OutboxFull, State, admission
from kiosk.services.outbox import outbox as module
from kiosk.services.outbox.backoff import LONGEST_ASKED_S, LONGEST_S
from kiosk.services.outbox.sealing import Sealer
from kiosk.services.outbox.states import FINAL, Event, ImpossibleStep, after
from tests.services.parts import small_body

KEY = bytes(32)
CANARY = "金丝雀 canary 4711"


@dataclass
class Clock:
    now: float = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


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


def body(text: str = CANARY) -> dict[str, Any]:
    return {**small_body(1), "answers": {"text": text}}


def test_a_commit_is_there_after_a_crash_under_a_uuid7(box: Box) -> None:
    key = box.open().commit("visit", "households", body())  # never closed: the process died
    assert UUID(key).version == 7
    assert box.open().status(key).state is State.COMMITTED


def test_the_way_of_an_application(outbox: Outbox) -> None:
    key = outbox.commit("visit", "households", body())
    parcel = outbox.claim()
    assert parcel is not None and parcel.key == key and CANARY.encode() in parcel.body
    assert outbox.claim() is None, "it is leased"
    outbox.acknowledge(key, "receipt")
    assert outbox.status(key).state is State.ACKED
    assert outbox.receipt(key) == "receipt"
    outbox.forget_visit("visit")
    assert outbox.status(key).state is State.CLOSED
    assert outbox.receipt(key) == "receipt", "the receipt stays"
    assert outbox.first_broken_audit_line() is None


def test_content_is_sealed_at_rest_and_erased_after_its_visit(box: Box, outbox: Outbox) -> None:
    key = outbox.commit("visit", "households", body())
    with sqlite3.connect(box.path) as file:
        (sealed,) = file.execute("SELECT sealed FROM submissions").fetchone()
    files = list(box.path.parent.iterdir())
    assert not any(CANARY.encode() in path.read_bytes() for path in files)
    assert any(sealed in path.read_bytes() for path in files)
    outbox.claim()
    outbox.acknowledge(key, "receipt")
    outbox.forget_visit("visit")
    assert not any(sealed in path.read_bytes() for path in box.path.parent.iterdir())


def test_what_is_not_yet_received_when_its_person_leaves_is_erased_later(outbox: Outbox) -> None:
    key = outbox.commit("visit", "households", body())
    outbox.forget_visit("visit")
    assert outbox.status(key).state is State.COMMITTED
    assert outbox.claim() is not None
    outbox.acknowledge(key, "receipt")
    assert outbox.status(key).state is State.CLOSED


def test_one_visit_does_not_erase_another(outbox: Outbox) -> None:
    first = outbox.commit("first", "households", body())
    outbox.commit("second", "households", body())
    for _ in range(2):
        parcel = outbox.claim()
        assert parcel is not None
        outbox.acknowledge(parcel.key, "receipt")
    outbox.forget_visit("second")
    assert outbox.status(first).state is State.ACKED


def test_a_lease_expires(box: Box, outbox: Outbox) -> None:
    key = outbox.commit("visit", "households", body())
    outbox.claim()
    box.clock.now += module.LEASE_S + 1
    again = outbox.claim()
    assert again is not None and (again.key, again.attempts) == (key, 2)


def test_waiting_grows_and_the_departments_wish_is_its_floor(box: Box, outbox: Outbox) -> None:
    key = outbox.commit("visit", "households", body())
    waits = []
    for _ in range(20):
        assert outbox.claim() is not None
        waits.append(outbox.postpone(key))
        assert outbox.claim() is None, "not before its time"
        box.clock.now += waits[-1] + 0.001
    assert waits[0] <= 2.0
    assert min(waits) >= 1.0 and max(waits) <= LONGEST_S
    assert max(waits) > 30
    outbox.claim()
    assert outbox.postpone(key, asked_s=1800) >= 1800
    assert outbox.next_due_s() == pytest.approx(1800, abs=1)


def test_a_clock_that_is_set_back_delays_nothing_for_long(box: Box, outbox: Outbox) -> None:
    key = outbox.commit("visit", "households", body())
    outbox.claim()
    outbox.postpone(key)
    box.clock.now -= 10 * LONGEST_ASKED_S
    assert outbox.next_due_s() == 0.0
    assert outbox.claim() is not None


def test_a_rating_waits_for_the_receipt_of_what_it_rates(outbox: Outbox) -> None:
    about = outbox.commit("visit", "households", body())
    rating = outbox.rate("visit", about, 5, ["quick", "clear"])
    parcel = outbox.claim()
    assert parcel is not None and parcel.key == about
    assert outbox.claim() is None
    outbox.acknowledge(about, "receipt")
    parcel = outbox.claim()
    assert parcel is not None and (parcel.key, parcel.receipt) == (rating, "receipt")
    assert parcel.body == b'{"score":5,"tags":["clear","quick"]}'


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
        parcel = self.outbox.claim()
        if parcel is None:
            return multiple()
        assert self.expected[parcel.key] in (State.COMMITTED, State.SENDING)
        assert parcel.key not in self.leased, "two couriers hold one parcel"
        self.leased.add(parcel.key)
        self.expected[parcel.key] = State.SENDING
        if outcome != "crash":
            self.leased.discard(parcel.key)
        gone = self.visits[parcel.key] in self.left
        match outcome:
            case "ack":
                self.outbox.acknowledge(parcel.key, "receipt")
                self.expected[parcel.key] = State.CLOSED if gone else State.ACKED
            case "postpone":
                self.outbox.postpone(parcel.key)
                self.expected[parcel.key] = State.COMMITTED
            case "reject":
                self.outbox.reject(parcel.key, "no")
                self.expected[parcel.key] = State.REJECTED
            case "doubt":
                self.outbox.doubt(parcel.key, "who knows")
                self.expected[parcel.key] = State.UNCERTAIN
        return multiple()

    @rule(seconds=st.sampled_from([1.0, 61.0, 1000.0]))
    def wait(self, seconds: float) -> None:
        self.box.clock.now += seconds
        if seconds > module.LEASE_S:
            self.leased.clear()

    @rule()
    def crash(self) -> None:
        self.outbox = self.box.open()

    @rule()
    def new_courier(self) -> None:
        self.outbox.release_leases()
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
