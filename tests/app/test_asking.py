"""A form of every kind of question, filled in through the real window by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent

from kiosk.app.formwindow import FormWindow
from kiosk.demo.answers import fill_page, photograph
from kiosk.demo.walker import Walker
from kiosk.screens.window import Screens
from kiosk.services.forms import Draft, Form, read_form
from kiosk.settings import Settings
from tests.forms.importing.parts import imported
from tests.forms.parts import ask, made, page

FORM = Path(__file__).with_name("everything.json")
PDF = b"%PDF-1.7\nan agreement"


class Hand:
    """A form window and the hand that works it."""

    def __init__(self, window: FormWindow, walker: Walker, draft: Draft) -> None:
        self.window, self.walker, self.draft = window, walker, draft
        self.screens = window.screens
        self.question = window.screens.question

    def ask(self, place: str) -> None:
        self.window.ask(place)
        self.window.settle()

    def press(self, *controls: str) -> None:
        for control in controls:
            self.walker.press(control)

    def key(self, key: Qt.Key, text: str = "") -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QCoreApplication.sendEvent(self.screens.window, event)

    def tab_to(self, control: str) -> None:
        """By keyboard alone."""
        met = []
        for _ in range(40):
            self.key(Qt.Key.Key_Tab)
            focused = self.screens.window.activeFocusItem()
            met.append(focused.objectName() if focused else "")
            if met[-1] == control:
                return
        raise AssertionError(f"{control} is not met by Tab: {met}")

    def go_on(self) -> str:
        """Continue; where that leads."""
        before = self.question.page, self.screens.session.screen
        self.press("question.continue")
        self.walker.until(
            lambda: (
                bool(self.question.errors)
                or (self.question.page, self.screens.session.screen) != before
            ),
            "the next page",
        )
        self.window.settle()
        return str(self.question.page)

    def question_svg(self) -> str:
        """What is drawn on the page that is shown."""
        pad = self.screens.find("question.field.sign")
        assert pad is not None
        return str(pad.property("svg"))

    def answer(self, name: str) -> Any:
        return self.draft.answers().get(name)


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is on the person's USB stick."""
    folder = tmp_path_factory.mktemp("stick")
    (folder / "Papers").mkdir()
    (folder / "agreement.pdf").write_bytes(PDF)
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "film.mov").write_bytes(bytes(10))
    (folder / "large.pdf").write_bytes(b"%PDF-" + bytes(300_000))
    (folder / "liar.pdf").write_bytes(b"MZ\x90\x00")
    (folder / "Papers" / "page.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"picture" * 9)
    return folder


@pytest.fixture(scope="module")
def window(qt: QCoreApplication, stick: Path) -> Iterator[FormWindow]:
    """One window for all of these tests, with its one thread for chores running."""
    screens = Screens()
    settings = Settings(camera="demonstration", language="en", files_folder=str(stick))
    with FormWindow(screens, settings) as opened:
        ready: list[bool] = []
        opened.chores.run(lambda: True, ready.append, lambda _: None)
        while not ready:
            QCoreApplication.processEvents()
        yield opened
    screens.close()


@pytest.fixture(params=[(1080, 1920), (1280, 720)], ids=["portrait", "landscape"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return tuple(request.param)


@pytest.fixture
def begin(window: FormWindow, home: Path, tmp_path: Path) -> Iterator[Callable[..., "Hand"]]:
    """Opens a form, by itself that of every kind of question, in a window of this size."""
    window.screens.warnings.clear()

    def opened(size: tuple[int, int] = (1280, 720), form: Form | None = None) -> Hand:
        window.screens.show(size=size)
        window.screens.session.reducedMotion = True
        window.speak("en")
        draft = window.open(form or read_form(FORM), "A report")
        window.settle()
        return Hand(window, Walker(window.screens, tmp_path), draft)

    yield opened
    window.questions.forget()
    window.identity.stop()
    assert window.screens.warnings == []


Begin = Callable[..., Hand]


def test_every_kind_is_answered_by_touch(begin: Begin, size: tuple[int, int]) -> None:
    hand = begin(size)
    hand.window.identity.start()
    while hand.screens.session.screen == "question":
        place = str(hand.question.page)
        fill_page(hand.walker, hand.question)
        hand.go_on()
        assert not hand.question.errors, (place, hand.question.errors)
    given = hand.draft.answers()
    assert given["when"] == "2026-01-15T09:30"
    assert (given["opens"], given["since_month"]) == ("09:30", "2026-01")
    assert (given["mail"], given["area"]) == ("sample@example.org", "12.5")
    assert given["harm"] is True
    assert given["place"].startswith("d")
    assert given["people"] == [{"name": "示例", "born": "2026-01-15"}]
    for name, kind in (
        ("papers", "image/jpeg"),
        ("picture", "image/jpeg"),
        ("sign", "image/svg+xml"),
    ):
        (kept,) = given[name]
        content = hand.window.attachments.open(hand.window.person.visit, kept["sha256"])
        assert (kept["media_type"], kept["bytes"]) == (kind, len(content))
    assert hand.draft.next_incomplete_page() is None
    labels = [row["label"] for row in hand.screens.check.rows]
    assert "Witness 1" in labels


@pytest.mark.parametrize(
    ("kind", "source", "hot", "fires", "attached"),
    [
        ("defra", "stall-defra.json", True, "12.5", "application/pdf"),
        ("formio", "stall-formio.json", "yes", "12.5", "application/pdf"),
        ("xlsform", "stall.md", "yes", 2, "image/svg+xml"),
    ],
)
def test_an_imported_form_is_answered_by_touch_and_sent(
    begin: Begin, kind: str, source: str, hot: Any, fires: Any, attached: str
) -> None:
    """A group, a condition, a long list, an attachment; the answers keep the source's names."""
    form, _ = imported(kind, source)
    hand = begin((1080, 1920), form)
    while hand.screens.session.screen == "question":
        place = str(hand.question.page)
        fill_page(hand.walker, hand.question)
        hand.go_on()
        assert not hand.question.errors, (place, hand.question.errors)
    assert {"Your name", "Where do you live?", "How many fires?", "Helper 1"} <= {
        row["label"] for row in hand.screens.check.rows
    }
    answers = hand.draft.body("stalls", "somebody", "en")["answers"]
    town, (paper,) = answers.pop("town"), answers.pop("paper")
    assert town in {
        one.value for field in form.fields for one in field.choices if field.name == "town"
    }
    assert paper["media_type"] == attached
    assert answers == {
        "trader": "示例",
        "hot": hot,
        "fires": fires,
        "helper": [{"helper_name": "示例"}],
    }


def test_words_numbers_and_moments_by_keyboard(begin: Begin) -> None:
    hand = begin()
    hand.ask("story")
    hand.tab_to("question.field.story")
    hand.walker.type("Two lines")
    hand.key(Qt.Key.Key_Return, "\r")
    hand.walker.type("of it")
    hand.tab_to("question.continue")
    hand.key(Qt.Key.Key_Return)
    hand.walker.until(lambda: hand.question.page == "when", "the next page")
    assert hand.answer("story") == "Two lines\nof it"
    hand.window.settle()
    hand.tab_to("question.field.when.day")
    for digits in ("03", "02", "2026", "18", "40"):  # each full number leads to the next
        hand.walker.type(digits)
    assert hand.go_on() == "hours"
    assert hand.answer("when") == "2026-02-03T18:40"


def test_an_identity_number_by_the_keypad_ends_in_x(begin: Begin) -> None:
    hand = begin()
    hand.ask("other")
    hand.press("question.field.other")
    hand.press(*(f"keypad.{digit}" for digit in "11010119900307109X"[:3]), "keypad.X")
    hand.key(Qt.Key.Key_Backspace)
    hand.press("keypad.0", "keypad.X")
    assert hand.go_on() == "other"
    assert hand.question.fields[0]["value"] == "1100X"
    assert hand.question.fields[0]["error"] == hand.question.errors[0]["text"]


def test_a_number_is_below_nought_by_the_keypad(begin: Begin, size: tuple[int, int]) -> None:
    form = made(
        page(ask("degrees", "number")),
        page(ask("balance", "decimal")),
        page(ask("floor", "number", valid_if="self >= 0")),
        page(ask("paid", "money", valid_if="self > 0"), ask("left", "decimal")),
    )
    hand = begin(size, form)
    hand.ask("degrees")
    hand.press("keypad.4", "keypad.-", "keypad.-", "keypad.0", "keypad.-")
    assert hand.go_on() == "balance"
    assert hand.answer("degrees") == -40
    hand.press("keypad.-", "keypad.1", "keypad..", "keypad.5")
    assert hand.go_on() == "floor"
    assert hand.answer("balance") == "-1.5"
    assert hand.screens.find("keypad.-") is None
    hand.ask("paid")
    hand.press("question.field.paid")
    assert hand.screens.find("keypad.-") is None
    hand.press("question.field.left", "keypad.7", "keypad.-")
    hand.window.questions.keep()
    assert hand.answer("left") == "-7"


def test_what_an_answer_asks_for_appears_at_once(begin: Begin) -> None:
    hand = begin()
    hand.ask("harm")
    assert hand.screens.find("question.choice.what.car") is None
    hand.press(
        "question.choice.harm.true", "question.choice.what.car", "question.choice.what.house"
    )
    assert hand.question.fields[1]["value"] == ["car", "house"]
    hand.press("question.choice.harm.false")
    assert hand.screens.find("question.choice.what.car") is None
    hand.go_on()
    assert "what" not in hand.draft.answers()


def test_a_long_list_is_searched_and_chosen_from_by_touch(begin: Begin) -> None:
    hand = begin((1080, 1920))
    hand.ask("place")
    hand.press("question.search.place")
    hand.walker.type("district 47")
    assert hand.screens.find("question.choice.place.d12") is None
    hand.press("question.choice.place.d47")
    assert hand.screens.find("question.chosen.place.d47") is not None
    assert hand.go_on() == "harm"
    assert hand.answer("place") == "d47"


def test_a_long_list_is_searched_by_its_sound(begin: Begin) -> None:
    names = [
        "北京",
        "天津",
        "河北",
        "山西",
        "内蒙古",
        "辽宁",
        "吉林",
        "黑龙江",
        "上海",
        "江苏",
        "四川",
        "陕西",
    ]
    choices = [
        {"value": f"p{n}", "label": {"zh_CN": one, "en": f"Place {n}"}}
        for n, one in enumerate(names)
    ]
    hand = begin(form=made(page(ask("place", "choice", choices=choices))))
    hand.window.speak("zh_CN")
    hand.ask("place")
    hand.press("question.search.place")
    for typed, found in (("sx", ["p3", "p11"]), ("shanx", ["p3", "p11"]), ("sichuan", ["p10"])):
        hand.walker.type(typed)
        listed = hand.question.lists["place"]
        rows = [
            listed.data(listed.index(row, 0), Qt.ItemDataRole.UserRole)
            for row in range(listed.rowCount())
        ]
        assert rows == found, typed
        for _ in typed:
            hand.key(Qt.Key.Key_Backspace)
    hand.walker.type("sc")
    hand.press("question.choice.place.p10")
    assert hand.go_on() == "place"
    assert hand.answer("place") == "p10"


def test_a_long_list_is_turned_and_chosen_from_by_keyboard(begin: Begin) -> None:
    hand = begin()
    hand.ask("place")
    hand.press("question.down.place")
    hand.tab_to("question.continue")
    hand.ask("place")
    hand.tab_to("question.search.place")
    hand.key(Qt.Key.Key_Down)
    for _ in range(3):
        hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)
    assert hand.go_on() == "harm"
    assert hand.answer("place") == "d4"


@pytest.mark.parametrize(
    ("name", "failure"),
    [
        ("empty.pdf", "file_empty"),
        ("film.mov", "file_wrong_kind"),
        ("large.pdf", "file_too_large"),
        ("liar.pdf", "file_other_content"),
    ],
)
def test_a_file_that_is_not_taken_says_why(begin: Begin, name: str, failure: str) -> None:
    hand = begin()
    _browse(hand)
    hand.press(f"files.row.{_row(hand, name)}")
    hand.walker.until(lambda: bool(hand.question.attaching.get("failure")), "a refusal")
    assert hand.question.attaching["failure"] == failure
    assert hand.question.attaching["rows"], "the list is still there"
    hand.press("page.back")
    assert hand.question.attaching == {}
    assert hand.answer("papers") is None


def test_files_are_brought_and_taken_away_again(begin: Begin) -> None:
    hand = begin()
    _browse(hand)
    hand.press(f"files.row.{_row(hand, 'agreement.pdf')}")
    hand.walker.until(lambda: hand.question.attaching == {}, "a file that is kept")
    (kept,) = hand.answer("papers")
    assert (kept["name"], kept["media_type"]) == ("agreement.pdf", "application/pdf")
    visit = hand.window.person.visit
    assert hand.window.attachments.open(visit, kept["sha256"]) == PDF
    hand.press("question.browse.papers")
    hand.walker.until(lambda: bool(hand.question.attaching.get("rows")), "the list again")
    hand.press(f"files.row.{_row(hand, 'Papers')}")
    hand.walker.until(lambda: hand.question.attaching["place"] == "Papers", "the folder")
    hand.press("files.up")
    hand.walker.until(lambda: hand.question.attaching["place"] == "", "the top")
    hand.press("page.back", "question.remove.papers.0")
    assert hand.answer("papers") is None


def test_a_stick_that_is_not_there_is_said(begin: Begin, stick: Path) -> None:
    hand = begin()
    gone = stick.rename(stick.with_name("gone"))
    try:
        hand.ask("papers")
        hand.press("question.browse.papers")
        hand.walker.until(lambda: hand.question.attaching.get("failure") == "no_stick", "a refusal")
    finally:
        gone.rename(stick)


def test_a_photo_is_taken_again_and_then_used(begin: Begin) -> None:
    hand = begin()
    hand.window.identity.start()
    hand.ask("picture")
    hand.press("question.photo.picture")
    for again in (True, False):
        hand.walker.until(lambda: hand.question.attaching.get("stage") == "live", "a picture")
        hand.press("photo.shoot")
        hand.walker.until(lambda: hand.question.attaching.get("stage") == "taken", "a photo")
        hand.press("photo.again" if again else "photo.use")
    hand.walker.until(lambda: hand.question.attaching == {}, "a kept photo")
    (kept,) = hand.answer("picture")
    content = hand.window.attachments.open(hand.window.person.visit, kept["sha256"])
    assert content.startswith(b"\xff\xd8\xff")
    hand.press("question.remove.picture.0")
    assert hand.answer("picture") is None


def test_a_paper_may_be_photographed_instead_until_there_are_enough(begin: Begin) -> None:
    hand = begin((1080, 1920))
    hand.window.identity.start()
    _browse(hand)
    hand.press(f"files.row.{_row(hand, 'agreement.pdf')}")
    hand.walker.until(lambda: hand.question.attaching == {}, "a file that is kept")
    photograph(hand.walker, hand.question, "papers")
    assert [one["media_type"] for one in hand.answer("papers")] == ["application/pdf", "image/jpeg"]
    for control in ("question.browse.papers", "question.photo.papers"):
        assert hand.screens.find(control) is None, "there are enough"


def test_cancelling_closes_the_camera(begin: Begin) -> None:
    hand = begin()
    closed: list[str] = []
    hand.window.identity.told.connect(lambda event: closed.append(str(event.get("state"))))
    hand.window.identity.start()
    hand.ask("picture")
    hand.press("question.photo.picture")
    hand.walker.until(lambda: hand.question.attaching.get("stage") == "live", "a picture")
    hand.press("page.back")
    hand.walker.until(lambda: "closed" in closed, "a closed camera")
    assert hand.answer("picture") is None
    assert hand.screens.find("question.photo.picture") is not None


def test_a_signature_is_drawn_undone_and_kept(begin: Begin) -> None:
    hand = begin()
    hand.ask("sign")
    hand.screens.drag("question.field.sign", [(0.2, 0.5), (0.3, 0.3), (0.5, 0.6)])
    hand.screens.drag("question.field.sign", [(0.6, 0.5), (0.8, 0.4)])
    assert hand.question_svg().count("<path") == 2
    hand.press("signature.undo")
    assert hand.question_svg().count("<path") == 1
    hand.press("question.continue")
    hand.walker.until(
        lambda: hand.screens.session.screen == "check" or bool(hand.question.errors), "on"
    )
    (kept,) = hand.answer("sign")
    content = hand.window.attachments.open(hand.window.person.visit, kept["sha256"])
    assert content.startswith(b"<svg") and b"<path" in content
    hand.ask("sign")
    assert hand.screens.find("question.field.sign") is None
    hand.press("question.remove.sign.0")
    assert hand.screens.find("question.field.sign") is not None


def test_an_empty_signature_is_no_signature(begin: Begin) -> None:
    hand = begin()
    hand.ask("sign")
    hand.screens.drag("question.field.sign", [(0.2, 0.5), (0.3, 0.3)])
    hand.press("signature.clear")
    hand.go_on()
    assert [error["field"] for error in hand.question.errors] == ["sign"]


def test_entries_are_added_changed_and_removed(begin: Begin, size: tuple[int, int]) -> None:
    hand = begin(size)
    hand.ask("people")
    assert hand.go_on() == "people"
    assert hand.question.errors
    for name in ("Ann", "Bob"):
        hand.press("group.add")
        hand.walker.until(lambda: hand.question.page.startswith("people["), "an entry")
        _fill_entry(hand, name)
    titles = [row["summary"] for row in hand.question.fields[0]["entries"]]
    assert ["Ann" in one or "Bob" in one for one in titles] == [True, True]
    hand.press("group.change.0")
    hand.walker.until(lambda: hand.question.page == "people[0]", "the entry")
    hand.press("question.field.name")
    hand.walker.type("a")
    assert hand.go_on() == "people"
    assert hand.answer("people")[0]["name"] == "Anna"
    hand.press("group.remove.1", "group.keep.1", "group.remove.1", "group.remove.1")
    assert [one["name"] for one in hand.answer("people")] == ["Anna"]
    assert hand.go_on() == "sign"


def test_going_back_from_a_new_entry_takes_it_away(begin: Begin) -> None:
    hand = begin()
    hand.ask("people")
    hand.press("group.add")
    hand.walker.until(lambda: hand.question.page == "people[0]", "an entry")
    hand.walker.screen("question")
    hand.press("page.back")
    hand.walker.until(lambda: hand.question.page == "people", "the list")
    assert hand.question.fields[0]["entries"] == []


def test_there_are_no_more_entries_than_allowed(begin: Begin) -> None:
    hand = begin((1080, 1920))
    hand.ask("people")
    for name in ("Ann", "Bob", "Cem"):
        hand.press("group.add")
        hand.walker.until(lambda: hand.question.page.startswith("people["), "an entry")
        _fill_entry(hand, name)
    assert hand.screens.find("group.add") is None


def test_from_check_an_entry_is_changed_alone(begin: Begin) -> None:
    hand = begin()
    hand.ask("people")
    hand.press("group.add")
    hand.walker.until(lambda: hand.question.page == "people[0]", "an entry")
    _fill_entry(hand, "Ann")
    hand.window.check()
    hand.window.settle()
    hand.press("check.change.people[0]")
    hand.walker.until(lambda: hand.question.page == "people[0]", "the entry")
    hand.press("page.back")
    hand.walker.screen("check")


@pytest.mark.parametrize("place", ["story", "when", "place", "papers", "picture", "people", "sign"])
def test_every_control_is_named_for_a_screen_reader(begin: Begin, place: str) -> None:
    from tests.screens import looking

    hand = begin()
    hand.ask(place)
    for one in looking.controls(hand.screens):
        assert one.item.objectName(), one.words
        spoken = QAccessible.queryAccessibleInterface(one.item)
        assert spoken is not None and spoken.text(QAccessible.Text.Name), one.words


def _browse(hand: Hand) -> None:
    hand.ask("papers")
    hand.press("question.browse.papers")
    hand.walker.until(lambda: bool(hand.question.attaching.get("rows")), "what is on the stick")


def _row(hand: Hand, name: str) -> int:
    return next(n for n, row in enumerate(hand.question.attaching["rows"]) if row["name"] == name)


def _fill_entry(hand: Hand, name: str) -> None:
    hand.press("question.field.name")
    hand.walker.type(name)
    for part, digits in (("day", "04"), ("month", "03"), ("year", "2016")):
        hand.press(f"question.field.born.{part}")
        hand.walker.type(digits)
    assert hand.go_on() == "people", hand.question.errors
