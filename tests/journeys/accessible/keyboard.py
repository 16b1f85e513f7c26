"""A whole visit by the keyboard alone, for whichever hand presses the keys."""

from abc import ABC, abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from tests.journeys.conftest import PIN, Terminal

_MOST_TABS = 90


class Keys(ABC):
    """Fingers on a keyboard. A control is reached by Tab alone, however far it is."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self.window = terminal.screens.window

    @abstractmethod
    def hold(self, key: Qt.Key) -> None:
        """A key goes down."""

    @abstractmethod
    def let_go(self, key: Qt.Key) -> None:
        """A key goes up."""

    def key(self, key: Qt.Key) -> None:
        self.hold(key)
        self.let_go(key)
        self.terminal.walker.pause(15)

    def focused(self) -> str:
        item = self.window.activeFocusItem()
        return item.objectName() if isinstance(item, QQuickItem) else ""

    def reach(self, control: str) -> None:
        """Tab on until the control has the focus."""
        walker = self.terminal.walker
        walker.until(lambda: self.terminal.screens.settled() and walker.there(control), control)
        passed = []
        for _ in range(_MOST_TABS):
            if self.focused() == control:
                return
            self.tab()
            passed.append(self.focused())
        raise AssertionError(f"Tab does not reach {control}; it went by {passed}")

    def tab(self) -> None:
        """To the next control; a real key takes its time."""
        before = self.window.activeFocusItem()
        self.key(Qt.Key.Key_Tab)
        self.terminal.walker.until(
            lambda: self.window.activeFocusItem() is not before, "another focus"
        )

    def press(self, control: str) -> None:
        self.reach(control)
        self.key(Qt.Key.Key_Return)

    def type(self, words: str) -> None:
        for letter in words:
            self.key(Qt.Key(ord(letter.upper())))


class QtKeys(Keys):
    """Key events as Qt's own tests make them."""

    def hold(self, key: Qt.Key) -> None:
        QTest.keyPress(self.window, key)

    def let_go(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.window, key)


def visit(keys: Keys) -> None:
    """From the first screen to the receipt."""
    terminal = keys.terminal
    walker, screens = terminal.walker, terminal.screens
    walker.until(lambda: bool(screens.attract.ready), "a terminal that is ready")
    keys.press("attract.begin")
    keys.press("language.continue")
    keys.press("consent.useOtherWay")
    keys.press("who.demo_card")
    for digit in PIN:
        keys.press(f"keypad.{digit}")
    keys.press("pin.submit")
    walker.screen("hall")
    walker.until(lambda: bool(screens.hall.ready), "the hall")
    to_the_counter(keys)
    while walker.screen("question", "check") == "question":
        answer(keys)
    keys.press("check.send")
    walker.until(lambda: screens.receipt.stage == "received", "a signed receipt")
    keys.press("receipt.finish")


def to_the_counter(keys: Keys) -> None:
    """Turn and step by the arrows, look for a service by typing, walk to its counter."""
    hall, walker = keys.terminal.screens.hall, keys.terminal.walker
    keys.reach("hall.picture")
    before = hall.heading
    keys.hold(Qt.Key.Key_Right)
    walker.until(lambda: hall.heading != before, "a turn")
    keys.let_go(Qt.Key.Key_Right)
    keys.reach("hall.search")
    keys.type("residence")
    keys.press("hall.suggestion.residence_permit")
    walker.until(lambda: keys.focused() == "hall.takeMeThere", "the focus on the way there")
    keys.key(Qt.Key.Key_Return)
    walker.until(lambda: hall.place == "counter:households" and hall.arrived != "", "the counter")
    assert keys.focused() == "hall.open", "the focus is not lost when the way is done"
    keys.key(Qt.Key.Key_Return)
    keys.press("service.start")


def answer(keys: Keys) -> None:
    """Choose the first answer where none is known, and go on."""
    question = keys.terminal.screens.question
    page = question.page
    for field in list(question.fields):
        if field["value"] in (None, "", [], False) and not field["optional"]:
            name, kind = field["name"], field["kind"]
            first = f"question.field.{name}"
            if kind == "choice":
                first = f"question.choice.{name}.{field['choices'][0]['value']}"
            keys.press(first)
    keys.press("question.continue")
    session = keys.terminal.screens.session
    keys.terminal.walker.until(
        lambda: session.screen != "question" or question.page != page, "the next page"
    )
