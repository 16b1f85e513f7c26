"""A hand at the question screen, and the form of every kind of question."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.app.formwindow import FormWindow
from kiosk.demo.walker import Walker
from kiosk.services.forms import Draft

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


Begin = Callable[..., Hand]
