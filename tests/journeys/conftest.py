"""A whole terminal for a test: real window, real processes, a home of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from kiosk.app.application import Application
from kiosk.app.milestones import Milestones
from kiosk.app.opening import open_window
from kiosk.demo.answers import fill_page
from kiosk.demo.walker import Walker
from kiosk.screens.window import Screens
from kiosk.settings import Settings

PIN = "246801"


@dataclass
class Terminal:
    """A running terminal and the hand that works it."""

    app: Application
    walker: Walker
    home: Path
    stopped: bool = False

    @property
    def screens(self) -> Screens:
        return self.app.screens

    def stop(self) -> None:
        """End this terminal, once."""
        if not self.stopped:
            self.stopped = True
            self.app.__exit__(None, None, None)

    def begin(self) -> None:
        """To the question of who is there."""
        self.walker.until(lambda: bool(self.app.backend_url), "a back-end")
        self.walker.press("attract.begin")
        self.walker.press("language.continue")

    def identify_by_pin(self) -> None:
        """To the hall without a camera."""
        self.walker.press("consent.useOtherWay")
        self.walker.press("who.demo_card")
        self.enter_pin()

    def enter_pin(self) -> None:
        """From the PIN screen to the hall."""
        for digit in PIN:
            self.walker.press(f"keypad.{digit}")
        self.walker.press("pin.submit")
        self.walker.screen("hall", "services")

    def open_service(self, service: str = "residence_permit") -> None:
        """From the hall to the first question, by the list."""
        self.walker.press("hall.list")
        self.walker.press(f"services.service.{service}")
        self.walker.press("service.start")
        self.walker.screen("question")

    def fill_form(self) -> None:
        """From the first question to check-your-answers."""
        question = self.screens.question
        while self.walker.screen("question", "check") == "question":
            page = question.page
            fill_page(self.walker, question)
            self.walker.press("question.continue")
            self.walker.until(partial(self._is_past, str(page)), "the next page")

    def _is_past(self, page: str) -> bool:
        return self.screens.session.screen != "question" or self.screens.question.page != page

    def finish(self) -> None:
        """From the receipt to the first screen."""
        self.walker.press("receipt.finish")
        self.walker.press("rating.5")
        self.walker.press("rating.send")
        self.walker.screen("attract")


@pytest.fixture
def start(qt: QCoreApplication, home: Path, tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts a terminal with these settings; ends it after the test."""
    running: list[Terminal] = []

    def begin(**settings: object) -> Terminal:
        chosen = Settings.model_validate({"camera": "demonstration", "language": "en", **settings})
        milestones = Milestones()
        app = Application(chosen, open_window(chosen, milestones, (1280, 720)), milestones)
        app.__enter__()
        pictures = tmp_path / "pictures"
        pictures.mkdir(exist_ok=True)
        terminal = Terminal(app, Walker(app.screens, pictures), home)
        running.append(terminal)
        return terminal

    yield begin
    for terminal in running:
        terminal.stop()
        assert terminal.screens.warnings == []
