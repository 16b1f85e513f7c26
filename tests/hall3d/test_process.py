"""The renderer as the window meets it: a process, its frames and its events."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from foundation.children import Child, spawn
from tests.hall3d.samples import rows

SIZE = (320, 180)
_PATIENCE_S = 20.0


class Window:
    """A window's end of the hall process."""

    def __init__(self, child: Child) -> None:
        self.child = child

    def tell(self, command: str, **fields: object) -> None:
        """Send a command."""
        self.child.channel.send({"command": command, **fields})

    def hear(self, event: str) -> dict[str, Any]:
        """The next event of a kind."""
        end = time.monotonic() + _PATIENCE_S
        while (left := end - time.monotonic()) > 0:
            message = self.child.channel.receive(left)
            if message is not None and message["event"] == event:
                return message
        raise AssertionError(f"no {event} came")

    def quiet(self, seconds: float = 0.6) -> list[dict[str, Any]]:
        """Everything that arrives until nothing has for a while, and the process sleeps."""
        heard = []
        while (message := self.child.channel.receive(seconds)) or self.busy():
            heard += [message] if message else []
        return heard

    def busy(self) -> bool:
        """Whether the process wants the processor, which others may have just now."""
        stat = Path(f"/proc/{self.child.process.pid}/stat").read_text()
        return stat.rsplit(")", 1)[1].split()[0] == "R"

    def picture(self) -> NDArray[np.uint8]:
        """The newest frame, height x width x 3, blue first."""
        assert self.child.frames is not None
        frame = self.child.frames.latest()
        assert frame is not None
        pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
        return pixels[..., :3].copy()


@pytest.fixture
def window(cache: Path) -> Iterator[Window]:
    """A process without an open hall."""
    with spawn("hall3d", frames=SIZE, env={"ATRIUM_CACHE": str(cache)}) as child:
        yield Window(child)


@pytest.fixture
def opened(window: Window) -> Window:
    """A process that shows the hall from the entrance, at rest."""
    window.tell("open", departments=rows(4), language="zh_CN", size=list(SIZE), theme="day")
    window.hear("frame")
    window.quiet()
    return window


def test_open_tells_the_plan_and_shows_a_picture(window: Window) -> None:
    window.tell("open", departments=rows(4), language="zh_CN", size=list(SIZE), theme="day")
    plan = window.hear("ready")["plan"]
    assert [c["id"] for c in plan["counters"]] == [row["id"] for row in rows(4)]
    assert {p["id"] for p in plan["places"]} == {"entrance", "desk"}
    x0, y0, x1, y1 = plan["bounds"]
    assert all(x0 <= c["x"] <= x1 and y0 <= c["y"] <= y1 for c in plan["counters"])
    frame = window.hear("frame")
    assert frame["seq"] == 1
    picture = window.picture()
    assert picture.shape == (180, 320, 3)
    assert picture.std() > 25
    assert picture.reshape(-1, 3).mean() > 90


def test_at_rest_nothing_is_drawn_and_no_time_is_used(opened: Window) -> None:
    stat = Path(f"/proc/{opened.child.process.pid}/stat")

    def used() -> int:
        return sum(int(part) for part in stat.read_text().rsplit(")", 1)[1].split()[11:13])

    before = used()
    assert opened.quiet(1.0) == []
    assert used() == before


def test_going_to_a_counter_shows_the_route_and_arrives(opened: Window) -> None:
    still = opened.picture()
    opened.tell("go", counter="tax")
    heard = opened.quiet()
    kinds = [message["event"] for message in heard]
    assert kinds.count("route") == 1 and kinds.count("arrived") == 1
    assert next(m for m in heard if m["event"] == "arrived") == {
        "event": "arrived",
        "counter": "tax",
    }
    places = [m for m in heard if m["event"] == "place"]
    assert places[-1]["place"] == "counter:tax"
    assert kinds.count("frame") > 10
    assert opened.picture().shape == still.shape
    assert (opened.picture() != still).mean() > 0.5


def test_a_tap_on_a_counter_opens_it(opened: Window) -> None:
    opened.tell("view", place="counter:medical")
    opened.quiet()
    opened.tell("tap", x=0.5, y=0.45)
    assert opened.hear("counter") == {"event": "counter", "id": "medical"}


def test_a_tap_on_the_floor_walks_there(opened: Window) -> None:
    opened.tell("tap", x=0.5, y=0.9)
    points = opened.hear("route")["points"]
    opened.hear("arrived")
    opened.quiet()
    assert points[0] == [0.0, 1.15] and points[-1][1] > 2.0


def test_a_hall_opens_where_somebody_stood_and_they_walk_on(window: Window) -> None:
    told = {"departments": rows(4), "language": "en", "size": list(SIZE), "theme": "day"}
    window.tell("open", **told, at={"x": 1.0, "y": 3.0, "heading": 40.0})
    place = window.hear("place")
    assert (place["x"], place["y"], place["heading"]) == (1.0, 3.0, 40.0)
    window.hear("frame")
    window.tell("go", x=-1.0, y=3.5)
    route = window.hear("route")
    assert route["points"][0] == [1.0, 3.0] and route["goal"] == {"x": -1.0, "y": 3.5}
    window.hear("arrived")
    window.tell("go", counter="tax")
    assert window.hear("route")["goal"] == {"counter": "tax"}


def test_reduced_motion_is_there_at_once(opened: Window) -> None:
    opened.tell("reduced_motion", on=True)
    opened.tell("go", counter="tax")
    kinds = [message["event"] for message in opened.quiet()]
    assert "route" not in kinds
    assert kinds.count("arrived") == 1 and kinds.count("frame") <= 3


def test_keys_walk_and_turn(opened: Window) -> None:
    opened.tell("key", key="forward", down=True)
    opened.tell("key", key="right", down=True)
    time.sleep(0.5)
    opened.tell("key", key="forward", down=False)
    opened.tell("key", key="right", down=False)
    last = [m for m in opened.quiet() if m["event"] == "place"][-1]
    assert last["y"] > 1.2 and 5 < last["heading"] < 90


def test_the_queue_and_the_language_change_the_picture(opened: Window) -> None:
    first = opened.picture()
    opened.tell("queue", rows=[{"counter": "tax", "serving": "A023", "waiting": 3, "minutes": 6}])
    opened.quiet()
    queued = opened.picture()
    opened.tell("language", language="en")
    opened.quiet()
    assert (first != queued).any()
    assert (queued != opened.picture()).any()


def test_notices_change_the_walls_while_somebody_looks_at_them(window: Window) -> None:
    told = {"departments": rows(4), "language": "en", "size": list(SIZE), "theme": "day"}
    window.tell("open", **told, at={"x": 5.0, "y": 10.0, "heading": 90.0})
    window.hear("frame")
    window.quiet()
    before = window.picture()
    words = {"zh_CN": "照常办理", "en": "Open as usual"}
    window.tell("notices", rows=[{"id": "a", "icon": "bell", "title": words, "text": words}])
    window.quiet()
    assert (window.picture() != before).mean() > 0.02


def test_another_size_and_pictures_no_larger_than_the_ring(opened: Window) -> None:
    opened.tell("resize", size=[160, 160])
    opened.quiet()
    assert opened.picture().shape == (160, 160, 3)
    opened.tell("resize", size=[201, 137])
    opened.quiet()
    assert opened.picture().shape == (136, 200, 3)
    opened.tell("resize", size=[3200, 1800])
    opened.quiet()
    assert opened.picture().shape == (180, 320, 3)


def test_the_same_place_is_the_same_picture(opened: Window) -> None:
    first = opened.picture()
    opened.tell("view", place="desk")
    opened.quiet()
    opened.tell("view", place="entrance")
    opened.quiet()
    assert (opened.picture() == first).all()


BAD_MESSAGES: list[dict[str, Any]] = [
    {"command": "dance"},
    {},
    {"command": ["tap"]},
    {"command": "tap", "x": 2, "y": 0.5},
    {"command": "tap", "x": "left", "y": 0.5},
    {"command": "key", "key": "jump", "down": True},
    {"command": "key", "key": "left", "down": "yes"},
    {"command": "go", "counter": "nowhere"},
    {"command": "go"},
    {"command": "go", "x": 1.0},
    {"command": "go", "x": "left", "y": 1.0},
    {"command": "view", "place": "roof"},
    {"command": "highlight", "counters": ["roof"]},
    {"command": "steer", "walk": 2, "turn": 0},
    {"command": "language", "language": "tlh"},
    {"command": "resize", "size": [0, 10]},
    {"command": "resize", "size": [None, "x"]},
    {"command": "queue", "rows": "many"},
    {"command": "notices", "rows": "many"},
    {"command": "notices", "rows": [{"id": "a", "icon": "bell", "title": {"en": "x"}}]},
    {
        "command": "notices",
        "rows": [{"icon": "../x", "title": {"zh_CN": "x", "en": "x"}, "text": {}}],
    },
    {"command": "queue", "rows": [3]},
    {"command": "reduced_motion", "on": 1},
    {"command": "open", "departments": [], "language": "en", "size": [64, 64]},
    {
        "command": "open",
        "departments": rows(2),
        "language": "en",
        "size": [64, 64],
        "theme": "light",
    },
    {"command": "open", "departments": rows(2), "language": "en", "size": "big"},
    {
        "command": "open",
        "departments": rows(2),
        "language": "en",
        "size": [64, 64],
        "at": {"x": 0.0, "y": 1.0, "heading": "north"},
    },
]


def test_a_bad_message_is_answered_in_words(opened: Window) -> None:
    for message in BAD_MESSAGES:
        opened.child.channel.send(message)
        error = opened.hear("error")
        assert error["cause"] == "bad_message" and len(error["detail"]) > 10
    opened.tell("view", place="desk")
    assert opened.hear("place")["place"] == "desk"


def test_before_open_nothing_can_be_done(window: Window) -> None:
    window.tell("go", place="desk")
    assert "open" in window.hear("error")["detail"]


def test_the_process_ends_when_the_window_goes(opened: Window) -> None:
    opened.child.channel.close()
    assert opened.child.process.wait(5) == 0


def test_a_killed_process_leaves_the_newest_frame_readable(opened: Window) -> None:
    os.kill(opened.child.process.pid, signal.SIGKILL)
    opened.child.process.wait(5)
    assert opened.picture().std() > 25


def test_who_has_come_to_rest_is_told_what_is_around(opened: Window) -> None:
    opened.tell("view", place="counter:tax")
    told = opened.hear("place")["ahead"]
    assert told[0]["counter"] == "tax" and told[0]["side"] == "ahead"
    opened.tell("key", key="forward", down=True)
    assert "ahead" not in opened.hear("place")
    opened.tell("key", key="forward", down=False)


def test_a_stick_walks_as_far_as_it_is_held_and_ends_a_way(opened: Window) -> None:
    opened.tell("go", counter="tax")
    opened.hear("route")
    opened.tell("steer", walk=0.5, turn=0.0)
    assert opened.hear("route")["points"] == []
    opened.tell("steer", walk=0.0, turn=0.0)
    while "ahead" not in (place := opened.hear("place")):
        pass
    assert place["y"] > 1.15


def test_counters_are_marked_and_marks_taken_away(opened: Window) -> None:
    opened.tell("view", place="counter:tax")
    opened.quiet()
    for counters in (["tax"], []):
        opened.tell("highlight", counters=counters)
        assert any(m["event"] == "frame" for m in opened.quiet())
