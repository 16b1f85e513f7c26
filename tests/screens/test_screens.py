"""The screens at work: what is pressed becomes an intent, what is assigned is shown."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem

from foundation.frames import FrameRing
from foundation.paths import asset
from kiosk.screens.window import Screens
from tests.screens import gallery, looking, samples
from tests.screens.samples.outcome import receipt

SOURCE = Path(asset()).parent / "kiosk" / "screens"


def _key(screens: Screens, key: Qt.Key, text: str = "") -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
        QGuiApplication.sendEvent(screens.window, event)


def _focused(screens: Screens) -> QQuickItem:
    item = screens.window.activeFocusItem()
    assert item is not None
    return item


Signal = Callable[[Screens], Any]
INTENTS: list[tuple[str, str, Signal, list[Any]]] = [
    ("attract", "attract.begin", lambda s: s.attract.begin, []),
    ("attract", "attract.language.en", lambda s: s.attract.beginIn, ["en"]),
    ("attract-first", "attract.enrol", lambda s: s.attract.enrolDemonstration, []),
    ("language", "language.zh_CN", lambda s: s.language.choose, ["zh_CN"]),
    ("language", "language.voice.off", lambda s: s.session.voiceChosen, [False]),
    ("language", "language.continue", lambda s: s.language.continue_, []),
    ("consent", "consent.useFace", lambda s: s.consent.useFace, []),
    ("consent", "consent.useOtherWay", lambda s: s.consent.useOtherWay, []),
    ("consent", "consent.readNotice", lambda s: s.consent.readNotice, []),
    ("consent", "page.back", lambda s: s.session.back, []),
    ("who", "who.demo_card", lambda s: s.who.wayChosen, ["demo_card"]),
    ("who-number", "who.submit", lambda s: s.who.numberSubmitted, ["11010119900307"]),
    ("pin-phone", "pin.usePhone", lambda s: s.pin.usePhone, []),
    ("phone", "phone.otherWay", lambda s: s.phone.otherWay, []),
    ("phone-expired", "phone.again", lambda s: s.phone.again, []),
    ("phone-expired", "phone.otherWay", lambda s: s.phone.otherWay, []),
    ("step-up", "stepup.checkFace", lambda s: s.stepUp.checkFace, []),
    ("step-up", "stepup.useCard", lambda s: s.stepUp.useCard, []),
    ("step-up-card", "stepup.useCard", lambda s: s.stepUp.useCard, []),
    ("face", "page.back", lambda s: s.face.stop, []),
    ("face", "face.otherWay", lambda s: s.face.otherWay, []),
    ("face-failed", "face.retry", lambda s: s.face.retry, []),
    ("face-failed", "face.otherWay", lambda s: s.face.otherWay, []),
    ("hall", "hall.takeMeThere", lambda s: s.hall.takeMeThere, ["exit_entry"]),
    ("hall", "hall.open", lambda s: s.hall.openCounter, ["exit_entry"]),
    ("hall", "hall.counter.tax", lambda s: s.hall.counterFocused, ["tax"]),
    ("hall", "hall.list", lambda s: s.hall.showList, []),
    ("hall", "hall.place.entrance", lambda s: s.hall.goTo, ["entrance"]),
    ("hall", "hall.place.desk", lambda s: s.hall.goTo, ["desk"]),
    ("services", "services.service.s01", lambda s: s.services.open, ["s01"]),
    ("services", "services.service.s32", lambda s: s.services.open, ["s32"]),
    ("services", "page.back", lambda s: s.services.showHall, []),
    ("service", "service.start", lambda s: s.service.start, []),
    ("question", "question.continue", lambda s: s.question.continue_, []),
    ("question", "keypad.7", lambda s: s.question.edited, ["phone", "130000000007"]),
    (
        "question-choice",
        "question.choice.home.rent",
        lambda s: s.question.edited,
        ["home", "rent"],
    ),
    (
        "question-text",
        "question.choice.only.false",
        lambda s: s.question.edited,
        ["only", False],
    ),
    (
        "question-text",
        "question.field.sure",
        lambda s: s.question.edited,
        ["sure", False],
    ),
    ("check", "check.send", lambda s: s.check.send, []),
    ("check", "check.change.phone", lambda s: s.check.change, ["phone"]),
    ("receipt", "receipt.print", lambda s: s.receipt.print, []),
    ("receipt", "receipt.finish", lambda s: s.receipt.finish, []),
    ("receipt", "receipt.another", lambda s: s.receipt.another, []),
    ("rating", "rating.2", lambda s: s.rating.scored, [2]),
    ("rating", "rating.tag.clear", lambda s: s.rating.tag, ["clear"]),
    ("rating", "rating.send", lambda s: s.rating.send, []),
    ("rating", "page.back", lambda s: s.rating.skip, []),
    ("idle", "idle.stay", lambda s: s.session.stay, []),
    ("check", "dock.leave", lambda s: s.session.leaveRequested, []),
    ("check", "dock.staff", lambda s: s.session.staffCalled, []),
    ("check", "dock.voice", lambda s: s.session.voiceChosen, [False]),
    ("staff-home", "staff.page.enrol", lambda s: s.staff.openPage, ["enrol"]),
    ("staff-duplicate", "staff.enrol.anyway", lambda s: s.staff.enrolAnyway, []),
    ("staff-duplicate", "staff.enrol.cancel", lambda s: s.staff.stopEnrolling, []),
    ("staff-erased", "staff.erasure.print", lambda s: s.staff.printErasure, []),
    ("staff-erased", "staff.erasure.done", lambda s: s.staff.erasureSeen, []),
    ("staff-home", "page.back", lambda s: s.staff.signOut, []),
    (
        "staff-settings",
        "staff.setting.voice.false",
        lambda s: s.staff.change,
        ["voice", False],
    ),
    ("staff-settings", "staff.save", lambda s: s.staff.save, []),
]


@pytest.mark.parametrize("form", ["portrait-en", "landscape-zh-elder"])
@pytest.mark.parametrize(("name", "control", "signal", "said"), INTENTS)
def test_pressing_says_what_the_person_wants(
    screens: Screens,
    name: str,
    control: str,
    signal: Signal,
    said: list[Any],
    form: str,
) -> None:
    heard: list[list[Any]] = []
    gallery.stage(screens, name, form)
    intent = signal(screens)
    listener = intent.connect(lambda *values: heard.append(list(values)))
    screens.click(control)
    gallery.pause(1)
    intent.disconnect(listener)
    assert heard == [said]


@pytest.mark.parametrize("name", samples.SCREENS)
def test_every_control_has_a_name_to_be_spoken_and_to_be_found(screens: Screens, name: str) -> None:
    gallery.stage(screens, name, "landscape-en")
    for one in looking.controls(screens):
        assert one.item.objectName(), f"no objectName: {one.words}"
        spoken = QAccessible.queryAccessibleInterface(one.item)
        assert spoken is not None and spoken.text(QAccessible.Text.Name), one.words


def test_a_whole_page_by_keyboard(screens: Screens) -> None:
    heard: list[str] = []
    gallery.stage(screens, "consent", "portrait-zh")
    screens.consent.useOtherWay.connect(lambda: heard.append("other"))
    seen = []
    for _ in range(12):
        _key(screens, Qt.Key.Key_Tab)
        seen.append(_focused(screens).objectName())
        if seen[-1] == "consent.useOtherWay":
            _key(screens, Qt.Key.Key_Return)
            break
    assert heard == ["other"], seen
    assert seen[0] == "consent.useFace", seen


def test_the_more_button_turns_to_the_end_and_back(screens: Screens) -> None:
    gallery.stage(screens, "services", "landscape-en")

    def top() -> float:
        item = next(i for i in looking.controls(screens) if i.words == "services.search")
        return item.box.y()

    start, presses = top(), 0
    while True:
        before = top()
        screens.click("page.more")
        gallery.pause(1)
        presses += 1
        if top() > before:
            break
        assert presses < 20
    assert presses >= 2
    assert top() == start


def test_typing_a_number_with_keys_and_keypad(screens: Screens) -> None:
    gallery.stage(screens, "who-number", "portrait-en")
    for letter in "12":
        _key(screens, Qt.Key(0), letter)
    screens.click("keypad.3")
    screens.click("keypad.X")
    heard: list[str] = []
    screens.who.numberSubmitted.connect(heard.append)
    screens.click("who.submit")
    assert heard == ["11010119900307123X"]


def test_a_pin_is_sent_once_and_forgotten(screens: Screens) -> None:
    gallery.stage(screens, "pin", "landscape-en")
    heard: list[str] = []
    screens.pin.submit.connect(heard.append)
    for digit in "123":
        screens.click(f"keypad.{digit}")
    for digit in "456":
        _key(screens, Qt.Key(0), digit)
    screens.click("pin.submit")
    screens.click("pin.submit")
    assert heard == ["123456"]
    assert all("•" not in str(one.item.property("text")) for one in looking.texts(screens))


def test_walking_by_keyboard_and_by_touch(screens: Screens) -> None:
    gallery.stage(screens, "hall", "landscape-en")
    heard: list[Any] = []
    screens.hall.keyChanged.connect(lambda key, down: heard.append((key, down)))
    screens.hall.tapped.connect(lambda x, y: heard.append((round(x, 1), round(y, 1))))
    screens.click("hall.picture")
    _key(screens, Qt.Key.Key_Up)
    _key(screens, Qt.Key.Key_D)
    screens.click("hall.left")
    assert heard == [
        (0.5, 0.5),
        ("forward", True),
        ("forward", False),
        ("right", True),
        ("right", False),
        ("left", True),
        ("left", False),
    ]


def test_a_date_is_three_numbers(screens: Screens) -> None:
    gallery.stage(screens, "question-date", "portrait-zh")
    heard: list[Any] = []
    screens.question.edited.connect(lambda name, value: heard.append(value))
    screens.click("question.field.since.day")
    screens.click("keypad.5")
    assert heard[-1] == "2024-09-15"


@pytest.mark.parametrize("form", ["landscape-zh", "landscape-en-elder", "portrait-en"])
def test_a_register_is_disputed_without_moving_the_keypad_out_of_sight(
    screens: Screens, form: str
) -> None:
    gallery.stage(screens, "dispute-number", form)
    boxes = {one.words: one.box for one in looking.controls(screens)}
    assert "page.more" not in boxes
    dispute, key = boxes["question.dispute.phone"], boxes["keypad.0"]
    if form.startswith("landscape"):
        assert dispute.right() < boxes["question.field.phone"].left()
    else:
        assert dispute.top() > key.bottom()
    heard: list[str] = []
    screens.question.beginDispute.connect(heard.append)
    screens.click("question.dispute.phone")
    assert heard == ["phone"]


def test_reset_leaves_nothing_of_the_last_person(screens: Screens) -> None:
    gallery.stage(screens, "check", "portrait-zh")
    receipt(screens, True)
    screens.reset()
    assert screens.check.rows == [] and screens.receipt.reference == "" and screens.receipt.qr == []
    assert screens.session.screen == "attract"


def test_frames_are_painted_and_none_is_not_used_up(screens: Screens) -> None:
    ring = FrameRing.create(8, 8)
    ring.begin(8, 8)[:] = bytes((0, 0, 255, 255)) * 64  # red, in BGRX
    ring.commit()
    gallery.stage(screens, "hall", "landscape-en")
    screens.hall_frames.attach(ring)
    before = sys.getrefcount(None)
    for _ in range(300):
        screens.hall_frames.refresh()
        screens.window.grabWindow()
    after = sys.getrefcount(None)
    where = screens.centre("hall.picture").toPoint()
    assert screens.window.grabWindow().pixelColor(where).red() > 240
    assert after > before - 100


def test_every_label_of_the_texts_is_known_to_both_sides(screens: Screens) -> None:
    texts = (SOURCE / "style" / "Texts.qml").read_text(encoding="utf-8")
    for cause in (
        "no_match",
        "spoof_suspected",
        "no_camera",
        "not_enrolled",
        "locked",
        "timeout",
    ):
        assert f'"{cause}": [' in texts


def test_qmllint_is_clean() -> None:
    tool = Path(sys.executable).with_name("pyside6-qmllint")
    files = sorted(str(file) for file in SOURCE.rglob("*.qml"))
    done = subprocess.run(
        [tool, "-I", SOURCE / "types", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_keyboard_for_words_leaves_the_page_in_sight(screens: Screens) -> None:
    gallery.stage(screens, "question-text", "landscape-zh")
    heard: list[Any] = []
    screens.question.edited.connect(lambda name, value: heard.append((name, value)))
    screens.click("question.field.address")
    gallery.pause(600)
    gallery.settle(screens)
    edge = screens.window.property("keyboardEdge")
    assert 0 < edge < screens.window.height(), "the keyboard did not come"
    field = next(one for one in looking.controls(screens) if one.words == "question.field.address")
    button = next(one for one in looking.controls(screens) if one.words == "question.continue")
    assert field.box.bottom() < button.box.top() < button.box.bottom() < edge
    for letter in "A1":
        _key(screens, Qt.Key(0), letter)
    assert heard[-1][0] == "address" and heard[-1][1].endswith("A1")
    went: list[bool] = []
    screens.question.continue_.connect(lambda: went.append(True))
    screens.click("question.continue")
    assert went == [True]
