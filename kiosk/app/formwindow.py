"""One form in the real window, without a visit around it: pages, entries, the check page."""

import os
import shutil
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from kiosk.app.asking import AskingController
from kiosk.app.attaching import AttachingController
from kiosk.app.background import Background
from kiosk.app.capture import Capture
from kiosk.app.check import rows
from kiosk.app.conductor import Conductor
from kiosk.app.person import Person
from kiosk.app.room import RequestRoom
from kiosk.app.session import SessionController
from kiosk.journey import events as ev
from kiosk.journey.visit import State, Visit
from kiosk.screens.language import LANGUAGES
from kiosk.screens.window import Screens
from kiosk.services.forms import Draft, Form
from kiosk.services.outbox.attachments import Attachments
from kiosk.settings import Settings

PATIENCE_MS = 5000


class DoesNotSettle(Exception):
    """A page did not come to rest."""


class FormWindow:
    """Use it as a context manager. The window is made once and shows one form after the other."""

    def __init__(self, screens: Screens, settings: Settings) -> None:
        self.screens = screens
        self.conductor = Conductor()
        self.identity = RequestRoom("identity", frames=(1920, 1080))
        self.chores = Background()
        self._folder = Path(tempfile.mkdtemp(prefix="atrium-form-"))
        self.attachments = Attachments(self._folder, os.urandom(32), lambda _: set())
        self.person = Person(os.urandom(32))
        self.session = SessionController(self.conductor, screens, settings)
        self.attaching = AttachingController(
            self.conductor,
            screens,
            Capture(self.identity, screens),
            settings.camera,
            self.attachments,
            self.chores,
            self.person,
            settings.files_folder,
        )
        self.questions = AskingController(self.conductor, screens, self.session, self.attaching)
        self.draft: Draft | None = None
        self.title = ""
        self.conductor.moved.connect(self._moved)
        screens.check.change.connect(lambda place: self.conductor.send(ev.ChangePage(place)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.questions.forget()
        self.session.close()
        self.identity.stop()
        self.chores.close()
        shutil.rmtree(self._folder)

    def open(self, form: Form, title: str) -> Draft:
        """Begin this form anew, on its first page."""
        self.questions.forget()
        self.title = title
        self.draft = draft = Draft(form, lambda registry, _: registry)
        self.ask(draft.first_page())
        return draft

    def ask(self, place: str) -> None:
        """Show the questions of a place."""
        self.conductor.visit = Visit(State.QUESTION, identified=True, service="form", page=place)
        self._show()

    def check(self) -> None:
        """Show all answers."""
        page = self.conductor.visit.page
        self.conductor.visit = Visit(State.CHECK, identified=True, service="form", page=page)
        self._show()

    def speak(self, language: str) -> None:
        """The form's texts in this language; the window's own in English where it lacks it."""
        self.session.choose_language(language if language in LANGUAGES else "en")
        self.questions.language = language

    def settle(self) -> None:
        """Let the window live until the page stands still. Raises DoesNotSettle."""
        self._live(30)
        for _ in range(PATIENCE_MS // 10):
            if self.screens.settled():
                return
            self._live(10)
        raise DoesNotSettle(f"the page {self.conductor.visit.page} does not stand still")

    def _moved(self, before: Visit, now: Visit) -> None:
        if (before.state, before.page) != (now.state, now.page):
            self._show()

    def _show(self) -> None:
        visit, draft, screens = self.conductor.visit, self.draft, self.screens
        if draft is None:
            return
        screens.session.canGoBack = screens.session.personKnown = True
        if visit.state is State.QUESTION and visit.page:
            self.questions.show(draft, visit.page, self.title)
            screens.session.screen = "question"
        elif visit.state is State.CHECK:
            screens.check.service = self.title
            screens.check.rows = rows(draft, self.questions.language)
            count = len(draft.pages()) + 1
            self.session.show_step(count, count, self.title)
            screens.session.screen = "check"

    def _live(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()
        QCoreApplication.sendPostedEvents()
