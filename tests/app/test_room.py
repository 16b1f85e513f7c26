"""The supervisor: answers, frames, and a child that falls in the middle of a question."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer

from kiosk.app.background import Background
from kiosk.app.room import RequestRoom


def until(qt: QCoreApplication, done: Callable[[], bool], seconds: float = 20) -> None:
    deadline = QDeadlineTimer(int(seconds * 1000))
    while not done():
        assert not deadline.hasExpired(), "it never happened"
        qt.processEvents()


@pytest.fixture
def room(qt: QCoreApplication) -> Iterator[RequestRoom]:
    room = RequestRoom("tests.app.echo_room", frames=(4, 4))
    room.start()
    yield room
    room.stop()


def test_an_answer_finds_its_question(qt: QCoreApplication, room: RequestRoom) -> None:
    got: list[object] = []
    room.request("refuse", got.append, lambda error: got.append(error["cause"]))
    room.request("echo", got.append, lambda error: got.append(error), text="你好")
    until(qt, lambda: len(got) == 2)
    assert got == ["no", "你好"]


def test_a_frame_arrives_in_shared_memory(qt: QCoreApplication, room: RequestRoom) -> None:
    events: list[dict[str, object]] = []
    room.told.connect(events.append)
    room.request("picture", lambda _: None, lambda _: None)
    until(qt, lambda: bool(events))
    assert room.frames is not None
    frame = room.frames.latest()
    assert frame is not None and bytes(frame.pixels) == b"\x01\x02\x03\x04" * 2
    assert frame.seq == events[0]["seq"]
    frame.pixels.release()


def test_a_killed_child_refuses_what_waited_and_comes_back(
    qt: QCoreApplication, room: RequestRoom
) -> None:
    first = room.pid
    got: list[str] = []
    room.request("fall", lambda _: None, lambda error: got.append(error["cause"]))
    until(qt, lambda: bool(got) and room.pid not in (None, first))
    assert got == ["restarted"]
    answers: list[object] = []
    room.request("echo", answers.append, lambda error: answers.append(error), text="back")
    until(qt, lambda: bool(answers))
    assert answers == ["back"]


def test_background_work_returns_to_the_thread_that_asked(qt: QCoreApplication) -> None:
    background = Background()
    here = threading.get_ident()
    seen: list[tuple[int, int]] = []
    errors: list[Exception] = []
    background.run(
        threading.get_ident,
        lambda there: seen.append((there, threading.get_ident())),
        errors.append,
    )
    background.run(lambda: 1 // 0, lambda _: None, errors.append)
    until(qt, lambda: bool(seen) and bool(errors))
    background.close()
    assert isinstance(errors[0], ZeroDivisionError)
    assert seen[0][1] == here != seen[0][0]
