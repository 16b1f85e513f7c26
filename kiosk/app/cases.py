"""My applications: what departments say of them, and one of them in full."""

from typing import Any

from kiosk.app.following import Following
from kiosk.app.kit import Kit
from kiosk.journey import events as ev
from kiosk.journey.visit import State
from kiosk.services.asking import Unreachable
from kiosk.services.elsewhere import Elsewhere
from kiosk.services.follow_up import CaseRow, DocumentRow, FullCase
from kiosk.services.forms.display import long_date, say

Cases = list[CaseRow] | Unreachable


class CasesController(Following):
    """Binds the list of applications; remembers which one is opened."""

    state = State.CASES

    def __init__(self, kit: Kit, elsewhere: Elsewhere) -> None:
        super().__init__(kit, kit.screens.cases)
        self._elsewhere = elsewhere
        self.opened = ""
        self._cases: list[CaseRow] = []
        self._here: set[str] = set()
        model, send = kit.screens.cases, kit.conductor.send
        model.open.connect(self._open)
        model.showData.connect(lambda: send(ev.ShowData()))
        model.showDocuments.connect(lambda: send(ev.ShowDocuments()))
        model.showComing.connect(lambda: send(ev.ShowComing()))

    def forget(self) -> None:
        """Nothing of it is kept."""
        self._cases, self._here = [], set()
        super().forget()

    def ask(self) -> None:
        """All applications, the newest first; also at departments that speak another protocol."""
        here, elsewhere = self.kit.department, self._elsewhere
        self.ask_for(lambda citizen: (here.cases(citizen), elsewhere.cases(citizen)), self._told)

    def relabel(self) -> None:
        """The same in the language of the session."""
        self.kit.screens.cases.cases = [self._row(one) for one in self._cases]

    def _open(self, reference: str) -> None:
        self.opened = reference
        self.kit.conductor.send(ev.OpenCase())

    def _told(self, answer: tuple[Cases, Cases]) -> None:
        model = self.kit.screens.cases
        model.failed = any(isinstance(one, Unreachable) for one in answer)
        here, elsewhere = ([] if isinstance(one, Unreachable) else one for one in answer)
        self._here = {row.reference for row in here}
        rows = [*here, *elsewhere]
        self._cases = sorted(rows, key=lambda row: row.received_at, reverse=True)
        self.relabel()
        model.loaded = True

    def _row(self, one: CaseRow) -> dict[str, Any]:
        language = self.language
        news = say("messages_count", language, count=one.messages) if one.messages else ""
        return {
            **head(self.kit, one, language),
            "title": one.title[language],
            "next": one.next[language],
            "news": news,
            "here": one.reference in self._here,
        }


class CaseController(Following):
    """Binds the screen of one application."""

    state = State.CASE

    def __init__(self, kit: Kit, cases: CasesController) -> None:
        super().__init__(kit, kit.screens.case)
        self._cases = cases
        self._case: FullCase | None = None
        self._documents: list[DocumentRow] = []
        model = self._model = kit.screens.case
        model.move.connect(self._move)
        model.edited.connect(lambda words: setattr(model, "words", words))
        model.write.connect(self._write)
        model.rate.connect(self._rate)

    def forget(self) -> None:
        """Nothing of it is kept."""
        self._case, self._documents = None, []
        super().forget()

    def ask(self) -> None:
        """The application with all that happened to it."""
        reference, department = self._cases.opened, self.kit.department
        self.ask_for(
            lambda citizen: (department.case(citizen, reference), department.documents(citizen)),
            self._told,
        )

    def relabel(self) -> None:
        """The same in the language of the session."""
        case, model, language = self._case, self._model, self.language
        if case is None:
            return
        for name, value in head(self.kit, case, language).items():
            setattr(model, name, value)
        model.title, model.next = case.title[language], case.next[language]
        model.due = say("due", language, date=long_date(case.due, language)) if case.due else ""
        model.asked = "supply" in case.moves
        model.moves = [
            {"move": one, "label": say(f"move_{one}", language)}
            for one in case.moves
            if one != "supply"
        ]
        model.steps = [
            {"title": one.title[language], "when": long_date(one.at[:10], language)}
            for one in case.steps
        ]
        model.said = [
            {
                "mine": one.by == "citizen",
                "text": one.text,
                "when": long_date(one.at[:10], language),
            }
            for one in case.said
        ]
        model.documents = [self._document(one) for one in self._documents]
        model.rateable = not case.rated

    def _document(self, one: DocumentRow) -> dict[str, str]:
        kind = self.kit.catalogue.document_kinds[one.kind]
        issued = long_date(one.issued_on, self.language)
        return {
            "title": kind.name[self.language],
            "when": say("issued_on", self.language, date=issued),
        }

    def _told(self, answer: tuple[FullCase | Unreachable, list[DocumentRow] | Unreachable]) -> None:
        case, documents = answer
        model = self._model
        model.busy = False
        model.failed = isinstance(case, Unreachable) or isinstance(documents, Unreachable)
        if isinstance(case, Unreachable) or isinstance(documents, Unreachable):
            self._case = None
        else:
            self._case = case
            self._documents = [one for one in documents if one.id in case.documents]
        self.relabel()
        model.loaded = True

    def _move(self, move: str) -> None:
        reference, department = self._cases.opened, self.kit.department
        self._model.busy = True
        self.ask_for(
            lambda citizen: department.move_case(citizen, reference, move),
            lambda _: self.ask(),  # what is true now, whatever came of it
        )

    def _write(self) -> None:
        model, department = self._model, self.kit.department
        reference, words = self._cases.opened, str(model.words).strip()
        if not words or model.busy:
            return
        model.busy, model.hint = True, ""

        def written(answer: str | Unreachable) -> None:
            if isinstance(answer, Unreachable):
                model.hint = say("not_sent", self.language)
            else:
                model.words = ""
            self.ask()

        self.ask_for(lambda citizen: department.write(citizen, reference, words), written)

    def _rate(self, score: int) -> None:
        reference, department = self._cases.opened, self.kit.department

        def rated(answer: str | Unreachable) -> None:
            if isinstance(answer, Unreachable):
                self._model.rated = say("not_sent", self.language)
            elif answer:
                day = long_date(answer, self.language)
                self._model.rated = say("call_back", self.language, date=day)
            else:
                self._model.rated = say("rated_thanks", self.language)
            self.ask()

        self.ask_for(lambda _: department.rate_case(reference, score), rated)


def head(kit: Kit, one: CaseRow, language: str) -> dict[str, Any]:
    """Which application it is: reference, number, colour, service, when."""
    department = kit.catalogue.department(one.department)
    when = long_date(one.received_at[:10], language)
    return {
        "reference": one.reference,
        "number": department.counter,
        "colour": department.colour,
        "service": kit.catalogue.service(one.service).title[language],
        "when": say("received_on", language, date=when, reference=one.reference),
    }
