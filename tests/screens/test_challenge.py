"""What a face check asks: shown with its picture and words, and gone when it is over."""

from typing import Any

import pytest
from PySide6.QtGui import QColor

from foundation.paths import asset
from identity.liveness.active.kinds import Kind
from kiosk.app.challenge import Challenge
from kiosk.screens.window import Screens
from tests.screens import gallery, looking

LATE, EARLY = (
    {"kind": "nod", "passed": False, "ms": 6001},
    {"kind": "nod", "passed": False, "ms": 9},
)
MADE, DARK = {"kind": "nod", "passed": True, "ms": 900}, {"kind": "light", "passed": False, "ms": 9}


def asked(kind: str, step: int = 1, of: int = 2) -> dict[str, Any]:
    return {"event": "challenge", "kind": kind, "step": step, "of": of, "seconds": 6.0}


def words(screens: Screens) -> list[str]:
    return [str(one.item.property("text")) for one in looking.texts(screens)]


@pytest.mark.parametrize("kind", [*Kind, "blink"])
def test_each_movement_has_a_picture_words_and_a_voice(screens: Screens, kind: str) -> None:
    gallery.stage(screens, "face", "landscape-en")
    before = screens.spoken()
    Challenge(screens).heard(asked(kind))
    gallery.pause(20)
    assert asset("icons", f"ask_{kind}.svg").is_file()
    assert screens.find("face.ask") is not None
    assert screens.spoken() != before
    assert "Movement 1 of 2" in words(screens)
    assert screens.find("face.otherWay") is not None
    screens.set_language("zh_CN")
    assert "第 1 个动作，共 2 个" in words(screens)


@pytest.mark.parametrize("form", ["landscape-en", "portrait-zh"])
def test_the_persons_left_is_left_in_the_mirror(screens: Screens, form: str) -> None:
    gallery.stage(screens, "face", form)
    challenge, where = Challenge(screens), {}
    for kind in (Kind.TURN_LEFT, Kind.TURN_RIGHT):
        challenge.heard(asked(kind))
        gallery.pause(20)
        where[kind] = screens.centre("face.ask").x()
    middle = screens.centre("face.view").x()
    assert where[Kind.TURN_LEFT] < middle < where[Kind.TURN_RIGHT]


def test_when_it_is_over_guidance_speaks_again(screens: Screens) -> None:
    gallery.stage(screens, "face", "landscape-en")
    challenge = Challenge(screens)
    challenge.heard(asked("nod"))
    challenge.heard({"event": "challenge", "kind": None})
    screens.face.guidance = "turned"
    gallery.pause(20)
    sign = screens.find("face.ask")
    assert sign is not None and sign.property("kind") == ""
    assert sign.property("advice") == "see_straight"
    assert "Look straight ahead" in words(screens)


def test_who_answers_is_not_asked_whether_they_are_there(screens: Screens) -> None:
    gallery.stage(screens, "face", "landscape-en")
    heard: list[bool] = []
    listener = screens.session.touched.connect(lambda: heard.append(True))
    Challenge(screens).heard(asked("nod"))
    screens.session.touched.disconnect(listener)
    assert heard == [True]


@pytest.mark.parametrize(
    "form", ["landscape-en", "portrait-zh", "landscape-zh-high", "portrait-en-dark"]
)
def test_the_light_is_around_the_face_at_once_and_words_stay_readable(
    screens: Screens, form: str
) -> None:
    gallery.stage(screens, "face", form)
    challenge = Challenge(screens)
    challenge.heard(asked("light", of=1))
    for colour in ("#ffbe78", "#78cdff"):
        challenge.heard({"event": "light", "colour": colour})
        view = next(one for one in looking.seen(screens) if one.item.objectName() == "face.view")
        shown = screens.window.grabWindow()
        for x in (view.box.left() + 40, view.box.left() - 20):
            seen = shown.pixelColor(round(x), round(view.box.top() + 60))
            wanted = QColor(colour)
            apart = [
                seen.red() - wanted.red(),
                seen.green() - wanted.green(),
                seen.blue() - wanted.blue(),
            ]
            assert max(map(abs, apart)) <= 1  # as the picture's depth rounds
        title = next(o for o in looking.texts(screens) if o.words == "page.heading")
        assert QColor(title.item.property("color")).lightness() < 60
    challenge.heard({"event": "light", "colour": None})
    assert screens.face.light == ""


@pytest.mark.parametrize(
    ("cause", "challenges", "shown"),
    [
        ("spoof_suspected", [MADE, LATE], "challenge_late"),
        ("spoof_suspected", [EARLY], "challenge_failed"),
        ("spoof_suspected", [MADE, DARK], "light_failed"),
        ("spoof_suspected", [MADE], "challenge_failed"),
        ("spoof_suspected", [], "spoof_suspected"),
        ("no_match", [], "no_match"),
    ],
)
def test_a_failed_challenge_says_kindly_why(
    screens: Screens, cause: str, challenges: list[dict[str, Any]], shown: str
) -> None:
    challenge = Challenge(screens)
    challenge.heard(asked("nod"))
    assert challenge.failure({"cause": cause, "liveness": {"challenges": challenges}}) == shown


def test_after_a_failure_neither_way_weighs_more(screens: Screens) -> None:
    for form in ("landscape-en", "portrait-en"):
        gallery.stage(screens, "face-challenge-failed", form)
        kinds = {
            str(one.item.property("kind"))
            for one in looking.controls(screens)
            if one.words in ("face.retry", "face.otherWay")
        }
        assert kinds == {"primary"}
