"""The hall's screen: the stick, the map, searching, many counters, what is said of the place."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from kiosk.screens.window import Screens
from tests.screens import gallery

FORMS = ["landscape-en", "portrait-en"]


def pull(screens: Screens, by: QPointF) -> None:
    """Press in the middle between two arrows, pull, and let go."""
    start = (screens.centre("hall.left") + screens.centre("hall.right")) / 2
    held, let_go = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, at, buttons in (
        (QEvent.Type.MouseButtonPress, start, held),
        (QEvent.Type.MouseMove, start + by, held),
        (QEvent.Type.MouseButtonRelease, start + by, let_go),
    ):
        button = let_go if kind == QEvent.Type.MouseMove else held
        none = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, at, screens.window.mapToGlobal(at), button, buttons, none)
        QGuiApplication.sendEvent(screens.window, event)


@pytest.mark.parametrize("form", FORMS)
def test_the_stick_steers_by_how_far_it_is_pulled_and_lets_go(screens: Screens, form: str) -> None:
    gallery.stage(screens, "hall", form)
    screens.session.reducedMotion = False
    gallery.settle(screens)
    heard: list[tuple[float, float]] = []
    screens.hall.steered.connect(lambda walk, turn: heard.append((walk, turn)))
    pull(screens, QPointF(0, -45))
    pull(screens, QPointF(400, 0))
    assert 0.3 < heard[0][0] < 0.7 and heard[0][1] == 0
    assert heard[1:] == [(0, 0), (0, 1), (0, 0)]


@pytest.mark.parametrize("form", FORMS)
def test_the_map_grows_and_shrinks(screens: Screens, form: str) -> None:
    gallery.stage(screens, "hall", form)
    smaller = screens.find("hall.zoomOut")
    assert smaller is not None and not smaller.isEnabled()
    screens.click("hall.zoomIn")
    assert smaller.isEnabled()
    screens.click("hall.zoomOut")
    assert not smaller.isEnabled()


@pytest.mark.parametrize("form", FORMS)
def test_what_is_searched_is_proposed_and_chosen(screens: Screens, form: str) -> None:
    gallery.stage(screens, "hall", form)
    found = {"id": "permit", "title": "Permit", "number": 6, "colour": "#1E5E2E", "name": "Travel"}
    screens.hall.suggestions = [found]
    gallery.settle(screens)
    chosen: list[str] = []
    screens.hall.suggested.connect(chosen.append)
    screens.click("hall.suggestion.permit")
    assert chosen == ["permit"]


def hundred() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A hundred counters in four zones, and the zones."""
    zones = [
        {
            "id": f"z{i}",
            "letter": "ABCD"[i],
            "colour": "1D4F91",
            "name": f"Zone {i}",
            "x": i,
            "y": 0,
        }
        for i in range(4)
    ]
    known = {"waiting": 1, "minutes": 5, "state": "busy", "mine": False, "metres": 0, "side": ""}
    counters = [
        {"id": f"c{i}", "number": i + 1, "name": "Tax", "colour": "#5B3785", "zone": f"z{i // 25}"}
        | {"x": float(i % 10), "y": float(i // 10)}
        | known
        for i in range(100)
    ]
    return counters, zones


@pytest.mark.parametrize("form", [*FORMS, "portrait-zh-elder", "landscape-zh-elder"])
def test_a_hundred_counters_fold_up_by_zone(screens: Screens, form: str) -> None:
    gallery.stage(screens, "hall", form)
    screens.hall.counters, screens.hall.zones = hundred()
    gallery.settle(screens)
    assert screens.find("hall.counter.c30") is None
    screens.click("hall.zone.z1")
    gallery.settle(screens)
    chosen: list[str] = []
    screens.hall.counterFocused.connect(chosen.append)
    screens.click("hall.counter.c49")
    assert chosen == ["c49"]
    screens.click("hall.zone.z1")
    gallery.settle(screens)
    assert screens.find("hall.counter.c49") is None


@pytest.mark.parametrize(
    ("form", "words"), [("landscape-en", "8 m to the left"), ("portrait-zh", "左侧8米")]
)
def test_who_comes_to_rest_is_told_once_where_they_are(
    screens: Screens, form: str, words: str
) -> None:
    gallery.stage(screens, "hall", form)
    gallery.pause(700)
    assert words in screens.spoken()
    before = screens.spoken()
    screens.hall.meX = 1.0
    screens.hall.route = [[0, 0], [1, 1]]
    gallery.pause(700)
    assert screens.spoken() == before
    screens.hall.place, screens.hall.arrived = "desk", "desk"
    gallery.pause(700)
    assert screens.spoken() != before


@pytest.mark.parametrize("form", ["landscape-en", "portrait-zh", "portrait-en-elder"])
@pytest.mark.parametrize("name", ["hall", "services"])
def test_a_notice_says_the_rest_when_it_is_pressed_and_there_is_a_next(
    screens: Screens, name: str, form: str
) -> None:
    gallery.stage(screens, name, form)
    head = screens.find("hall.notice")
    assert head is not None and screens.find("hall.nextNotice") is None
    first = head.property("text")
    screens.click("hall.notice")
    gallery.settle(screens)
    screens.click("hall.nextNotice")
    gallery.settle(screens)
    assert head.property("text") != first
    screens.click("hall.notice")
    gallery.settle(screens)
    assert screens.find("hall.nextNotice") is None
    model = screens.hall if name == "hall" else screens.services
    model.notices = []
    assert screens.find("hall.notice") is None
