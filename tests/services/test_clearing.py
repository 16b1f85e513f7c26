"""What was settled long ago is dropped: nothing that waits, and no more at once than a little."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.services.outbox import Outbox, State
from kiosk.services.outbox.clearing import KEPT_S, STEP
from kiosk.services.outbox.desk import Desk
from kiosk.services.outbox.dispatch import Dispatch
from tests.services.parts import Clock, small_body


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def outbox(tmp_path: Path, clock: Clock) -> Iterator[Outbox]:
    outbox = Outbox(tmp_path / "outbox.sqlite", bytes(32), clock)
    yield outbox
    outbox.close()


@pytest.fixture
def dispatch(outbox: Outbox) -> Dispatch:
    return Dispatch(outbox)


def commit(outbox: Outbox, visit: str = "visit") -> str:
    return outbox.commit(visit, "households", small_body(1))


def settle(outbox: Outbox, visit: str = "visit") -> str:
    """One that is received, and whose person has left."""
    key, dispatch = commit(outbox, visit), Dispatch(outbox)
    assert dispatch.claim("households")
    dispatch.acknowledge(key, "receipt")
    outbox.forget_visit(visit)
    return key


def kept(outbox: Outbox) -> list[str]:
    return [row["key"] for row in outbox.rows.rows("SELECT key FROM submissions ORDER BY key")]


def lines(outbox: Outbox) -> int:
    return int(outbox.rows.rows("SELECT count(*) AS n FROM audit")[0]["n"])


def test_a_settled_row_is_kept_for_its_time_and_then_dropped(
    outbox: Outbox, dispatch: Dispatch, clock: Clock
) -> None:
    key = commit(outbox)
    clock.now += KEPT_S  # it waited for long, which does not count
    assert dispatch.claim("households")
    dispatch.acknowledge(key, "receipt")
    outbox.forget_visit("visit")
    clock.now += KEPT_S
    dispatch.clear()
    assert outbox.status(key).state is State.CLOSED
    clock.now += 1
    dispatch.clear()
    assert kept(outbox) == [] and outbox.rows.rows("SELECT * FROM outbox") == []
    assert lines(outbox) == 1 and outbox.first_broken_audit_line() is None


def test_what_somebody_still_needs_is_kept(
    outbox: Outbox, dispatch: Dispatch, clock: Clock
) -> None:
    refused, doubtful = commit(outbox, "here"), commit(outbox, "gone")
    for parcel in dispatch.claim("households", 2):
        (dispatch.reject if parcel.key == refused else dispatch.doubt)(parcel.key, "no")
    waiting = commit(outbox, "gone")
    outbox.forget_visit("gone")
    clock.now += 2 * KEPT_S
    dispatch.clear()
    assert kept(outbox) == [refused, doubtful, waiting], "content, a clerk's, and on its way"
    outbox.forget_visit("here")
    Desk(outbox).set_aside(doubtful)
    dispatch.clear()
    assert kept(outbox) == [doubtful, waiting]
    clock.now += KEPT_S + 1
    dispatch.clear()
    assert kept(outbox) == [waiting]


def test_what_is_rated_goes_after_its_rating(
    outbox: Outbox, dispatch: Dispatch, clock: Clock
) -> None:
    about = settle(outbox)
    rating = outbox.rate("visit", about, 5, [])
    clock.now += KEPT_S + 1
    dispatch.clear()
    assert kept(outbox) == [about, rating]
    assert dispatch.claim("households")
    dispatch.acknowledge(rating, "")
    outbox.forget_visit("visit")
    clock.now += KEPT_S + 1
    dispatch.clear()
    dispatch.clear()
    assert kept(outbox) == []


def test_attachments_rows_go_with_it(outbox: Outbox, dispatch: Dispatch, clock: Clock) -> None:
    named = outbox.attachments.keep("visit", b"content", "a", "image/png")
    key = outbox.commit("visit", "households", {**small_body(1), "answers": {"papers": [named]}})
    assert dispatch.claim("households")
    dispatch.acknowledge(key, "receipt")
    outbox.forget_visit("visit")
    clock.now += KEPT_S + 1
    dispatch.clear()
    assert outbox.rows.rows("SELECT * FROM enclosures") == []


def test_one_step_drops_a_little(outbox: Outbox, dispatch: Dispatch, clock: Clock) -> None:
    keys = [settle(outbox, f"visit-{number}") for number in range(STEP + 3)]
    before = lines(outbox)
    clock.now += KEPT_S + 1
    dispatch.clear()
    assert kept(outbox) == keys[STEP:], "the oldest ones"
    assert lines(outbox) == before - STEP
    assert outbox.first_broken_audit_line() is None


def test_the_trail_goes_on_after_what_was_dropped(
    tmp_path: Path, outbox: Outbox, dispatch: Dispatch, clock: Clock
) -> None:
    settle(outbox)
    clock.now += KEPT_S + 1
    new = settle(outbox, "new")
    dispatch.clear()
    dispatch.clear()
    events = [row["event"] for row in outbox.rows.rows("SELECT * FROM audit WHERE key = ?", new)]
    assert lines(outbox) == len(events) == 5
    assert outbox.first_broken_audit_line() is None
    with sqlite3.connect(tmp_path / "outbox.sqlite") as file:
        file.execute("DELETE FROM audit WHERE place <= 6")
    assert outbox.first_broken_audit_line() == 6, "nobody else drops lines unseen"


def test_a_clock_that_cannot_be_trusted_drops_nothing(
    outbox: Outbox, dispatch: Dispatch, clock: Clock
) -> None:
    key = settle(outbox)
    clock.jump = KEPT_S + 1
    dispatch.clear()
    assert kept(outbox) == [key]
