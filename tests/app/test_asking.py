"""A form of every kind of question, filled in through the real window by hand."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from kiosk.demo.answers import fill_page
from tests.app.hand import Begin
from tests.forms.importing.parts import imported
from tests.forms.parts import ask, made, page


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


@pytest.mark.parametrize("place", ["story", "when", "place", "papers", "picture", "people", "sign"])
def test_every_control_is_named_for_a_screen_reader(begin: Begin, place: str) -> None:
    from tests.screens import looking

    hand = begin()
    hand.ask(place)
    for one in looking.controls(hand.screens):
        assert one.item.objectName(), one.words
        spoken = QAccessible.queryAccessibleInterface(one.item)
        assert spoken is not None and spoken.text(QAccessible.Text.Name), one.words
