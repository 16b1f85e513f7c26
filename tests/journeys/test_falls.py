"""Any process may be killed in the middle of a visit: it goes on, and nothing is lost."""

import math
import os
import signal
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from kiosk.app.room import Room
from tests.journeys.conftest import Terminal
from tests.journeys.test_visit import received

Start = Callable[..., Terminal]


def kill(terminal: Terminal, room: Room, by: signal.Signals = signal.SIGKILL) -> int:
    """Kill it, and wait until the window has noticed; the next one may be there already."""
    pid = room.pid
    assert pid is not None
    os.kill(pid, by)
    terminal.walker.until(lambda: room.pid != pid, f"the end of {room.module}")
    return pid


def is_back(terminal: Terminal, room: Room, fallen: int) -> None:
    terminal.walker.until(lambda: room.pid not in (None, fallen), f"{room.module} to come back")


def test_the_identity_process_falls_during_a_face_check(start: Start) -> None:
    terminal = start()
    walker, app = terminal.walker, terminal.app
    terminal.begin()
    walker.press("consent.useFace")
    walker.press("who.demo_card")
    walker.until(lambda: app.identity.pid is not None, "an identity process")
    fallen = kill(terminal, app.identity)
    walker.until(lambda: app.screens.face.stage == "failed", "a clear message")
    is_back(terminal, app.identity, fallen)
    walker.press("face.otherWay")
    terminal.enter_pin()


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGSEGV])
def test_the_hall_falls_while_somebody_walks_and_they_walk_on(
    start: Start, by: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.hall._HICCUP_MS", 30_000)  # others may have the processor
    terminal = start()
    walker, app = terminal.walker, terminal.app
    hall, frames = app.screens.hall, app.screens.hall_frames
    terminal.begin()
    terminal.identify_by_pin()
    walker.until(lambda: bool(hall.ready), "the hall")
    opened: list[dict[str, Any]] = []
    covered: list[bool] = []
    hall.readyChanged.connect(  # type: ignore[attr-defined]
        lambda: covered.append(not hall.ready)
    )
    app.hall_room.message.connect(opened.append)
    walker.press("hall.counter.tax")
    walker.press("hall.takeMeThere")
    walker.until(lambda: hall.meY > 3.0, "some steps")
    before = (hall.meX, hall.meY, hall.heading)
    opened.clear()
    fallen = kill(terminal, app.hall_room, by)
    assert frames.latest() is not None, "the last picture stays"
    is_back(terminal, app.hall_room, fallen)
    walker.until(lambda: any(m["event"] == "route" for m in opened), "the way again")
    route = next(m for m in opened if m["event"] == "route")
    place = next(m for m in opened if m["event"] == "place")
    assert route["goal"] == {"counter": "tax"}
    assert math.dist((place["x"], place["y"]), before[:2]) < 0.8
    assert abs((place["heading"] - before[2] + 180) % 360 - 180) < 30
    walker.until(lambda: hall.place == "counter:tax" and hall.arrived != "", "the counter")
    assert covered == [] and app.screens.session.trouble == "", "nobody noticed more than a hiccup"
    terminal.open_service()
    terminal.fill_form()


def test_a_hall_that_falls_again_and_again_leads_to_the_list_and_comes_back(start: Start) -> None:
    terminal = start()
    walker, app = terminal.walker, terminal.app
    terminal.begin()
    terminal.identify_by_pin()
    walker.until(lambda: bool(app.screens.hall.ready), "the hall")
    for _ in range(3):
        walker.until(lambda: app.hall_room.pid is not None, "a hall's process")
        kill(terminal, app.hall_room)
    walker.screen("services")
    assert app.screens.session.trouble == "trouble_hall"
    walker.until(lambda: app.screens.session.trouble == "", "the hall again")
    walker.press("page.back")
    walker.until(lambda: bool(app.screens.hall.ready), "its picture")


def test_the_courier_falls_with_something_to_send(start: Start) -> None:
    terminal = start()
    walker, app = terminal.walker, terminal.app
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service()
    terminal.fill_form()
    walker.until(lambda: app.courier.pid is not None, "a courier")
    fallen = kill(terminal, app.courier)
    walker.press("check.send")
    walker.until(lambda: app.screens.receipt.stage == "received", "a receipt all the same")
    is_back(terminal, app.courier, fallen)
    assert received(terminal.home) == 1


def test_the_back_end_falls_before_sending_and_the_receipt_still_comes(start: Start) -> None:
    terminal = start()
    walker, app = terminal.walker, terminal.app
    terminal.begin()
    terminal.identify_by_pin()
    terminal.open_service()
    terminal.fill_form()
    fallen = kill(terminal, app.backend)
    walker.press("check.send")
    walker.until(
        lambda: app.screens.sending.stage in ("saved", "sending", "queued", "received"),
        "the word that it is saved",
    )
    walker.until(lambda: app.screens.receipt.stage == "received", "the receipt")
    is_back(terminal, app.backend, fallen)
    assert received(terminal.home) == 1


def test_what_was_saved_is_delivered_after_everything_was_killed(start: Start) -> None:
    first = start()
    first.begin()
    first.identify_by_pin()
    first.open_service()
    first.fill_form()
    first.app.backend.stop()
    first.walker.press("check.send")
    first.walker.until(
        lambda: first.screens.sending.stage in ("saved", "sending", "queued"), "saved"
    )
    for room in first.app.rooms:
        if room.pid is not None:
            os.kill(room.pid, signal.SIGKILL)
    first.stop()
    assert received(first.home) == 0
    second = start()

    def delivered() -> bool:
        return received(second.home) == 1

    second.walker.until(delivered, "the delivery")
    with sqlite3.connect(second.home / "data" / "outbox.sqlite") as outbox:
        second.walker.until(
            lambda: outbox.execute("SELECT state FROM outbox").fetchone()[0] == "closed",
            "the receipt, and the content erased since the person left",
        )


@pytest.mark.parametrize("times", [3])
def test_a_back_end_that_falls_again_and_again_is_started_again(start: Start, times: int) -> None:
    terminal = start()
    terminal.walker.until(lambda: bool(terminal.app.backend_url), "a back-end")
    for _ in range(times):
        fallen = kill(terminal, terminal.app.backend)
        is_back(terminal, terminal.app.backend, fallen)
    terminal.walker.until(terminal.app.department.healthy, "an answer of the new back-end")
    terminal.begin()
    terminal.identify_by_pin()
