"""Answers kept for later under a code, and taken up again."""

from typing import Any

from PySide6.QtCore import QObject

from foundation.attachments import attachments_in
from foundation.secrets.chunked import BrokenSeal
from kiosk.app.form import FormController
from kiosk.app.kit import Kit
from kiosk.app.paper import Paper
from kiosk.app.printing import show_print
from kiosk.app.session import SessionController
from kiosk.journey import events as ev
from kiosk.journey.visit import State, Visit
from kiosk.services.department import Unreachable
from kiosk.services.drafts.client import KeptDraft, NoDraft, OpenedDraft
from kiosk.services.drafts.code import shown_code
from kiosk.services.drafts.slip import DraftSlip
from kiosk.services.forms import Draft
from kiosk.services.forms.display import long_date
from kiosk.services.forms.entries import split
from kiosk.services.receipts import qr_rows


class PausingController(QObject):
    """Binds the paused and resume screens to the department's drafts; no code is kept here."""

    def __init__(
        self,
        kit: Kit,
        session: SessionController,
        paper: Paper,
        form: FormController,
    ) -> None:
        super().__init__(kit.conductor)
        conductor, screens = kit.conductor, kit.screens
        self._conductor = conductor
        self._screens = screens
        self._session = session
        self._catalogue = kit.catalogue
        self._department = kit.department
        self._background = kit.background
        self._person = kit.person
        self._paper = paper
        self._form = form
        self._slip: DraftSlip | None = None
        conductor.moved.connect(self._moved)
        for screen in (screens.question, screens.check):
            screen.keepForLater.connect(self._keep)
        screens.paused.goOn.connect(lambda: conductor.send(ev.Back()))
        screens.paused.print.connect(self._print)
        screens.service.resume.connect(lambda: conductor.send(ev.AskForCode()))
        screens.resume.submit.connect(self._open)

    def forget(self) -> None:
        """The code is the person's alone."""
        self._slip = None
        self._screens.paused.reset()
        self._screens.resume.reset()

    def relabel(self) -> None:
        """The same in the language of the session."""
        slip, language = self._slip, self._language
        if slip is not None:
            self._screens.paused.service = slip.service[language]
            self._screens.paused.until = long_date(slip.until, language)
        if self._conductor.visit.state is State.RESUME:
            self._screens.resume.service = self._form.errand.title[language]

    @property
    def _language(self) -> str:
        return str(self._screens.session.language)

    def _moved(self, before: Visit, now: Visit) -> None:
        offered = self._person.number is not None
        self._screens.question.canKeep = self._screens.check.canKeep = offered
        if now.state is State.RESUME:
            self._screens.resume.reset()
            self.relabel()

    def _keep(self) -> None:
        draft, number = self._form.draft, self._person.number
        if draft is None or number is None:
            return
        if self._conductor.visit.state is State.QUESTION:
            self._form.questions.keep()
        errand, form = self._form.errand, draft.form
        saved, files = without_files(draft)
        self._offer(False)

        def kept(answer: KeptDraft | Unreachable) -> None:
            if self._form.draft is not draft:
                return
            self._offer(True)
            if isinstance(answer, Unreachable):
                self._session.say("draft_not_kept", "warn")
                return
            self._slip = DraftSlip(errand.title, shown_code(answer.code), answer.expires_at[:10])
            self._show(answer.code, files)
            self._conductor.send(ev.Paused())

        def broke(error: Exception) -> None:
            if self._form.draft is draft:
                self._offer(True)
            raise error

        self._background.run(
            lambda: self._department.keep_draft(
                number.text, errand.id, form.id, form.version, saved
            ),
            kept,
            broke,
        )

    def _show(self, code: str, files: bool) -> None:
        model = self._screens.paused
        model.reset()
        model.code, model.qr = shown_code(code), qr_rows(code)
        model.withoutFiles = files
        self.relabel()

    def _print(self) -> None:
        slip, model = self._slip, self._screens.paused
        if slip is not None:
            show_print(
                self._background,
                model,
                lambda: self._paper.print_draft(slip),
                lambda: self._slip is slip,
            )

    def _open(self, typed: str) -> None:
        draft, number = self._form.draft, self._person.number
        model = self._screens.resume
        if draft is None or number is None or model.waiting:
            return
        model.waiting, model.error = True, ""

        def waits() -> bool:
            return self._form.draft is draft and self._conductor.visit.state is State.RESUME

        def opened(answer: OpenedDraft | NoDraft | Unreachable) -> None:
            if waits():
                model.waiting = False
                self._opened(draft, answer)

        def broke(error: Exception) -> None:
            if waits():
                model.waiting = False
                model.error = "draft_damaged"
            if not isinstance(error, BrokenSeal):
                raise error

        self._background.run(lambda: self._department.open_draft(number.text, typed), opened, broke)

    def _opened(self, draft: Draft, answer: OpenedDraft | NoDraft | Unreachable) -> None:
        model = self._screens.resume
        if isinstance(answer, Unreachable):
            model.error = "service_unreachable"
        elif isinstance(answer, NoDraft):
            model.error = f"draft_{answer.cause}"
            model.limit = str(answer.tries_left)
        elif answer.errand != self._form.errand.id:
            title = self._catalogue.errand(answer.errand).title[self._language]
            model.limit, model.error = title, "draft_other"
        else:
            draft.restore(answer.saved)
            self._conductor.send(resumed(draft))

    def _offer(self, on: bool) -> None:
        self._screens.question.canKeep = self._screens.check.canKeep = on


def without_files(draft: Draft) -> tuple[dict[str, Any], bool]:
    """What is kept, and whether something was attached: files leave with the visit."""
    saved = draft.saved()
    files = bool(attachments_in(saved["answers"]))
    return {**saved, "answers": _bare(saved["answers"])}, files


def resumed(draft: Draft) -> ev.Resumed:
    """Where to go on: the first page that lacks something, with the ones before it behind."""
    pages = [page.id for page in draft.pages()]
    place = draft.next_incomplete_page()
    if place is None:
        return ev.Resumed(pages[-1], tuple(pages[:-1]), complete=True)
    page, entry = split(place)
    before = pages[: pages.index(page) + (entry is not None)]
    return ev.Resumed(place, tuple(before))


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(one) for name, one in value.items() if not _attached(one)}
    return [_bare(one) for one in value] if isinstance(value, list) else value


def _attached(value: Any) -> bool:
    return isinstance(value, list) and bool(attachments_in(value)) and "sha256" in value[0]
