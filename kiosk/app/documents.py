"""My documents: what a citizen has, whether it is genuine and still valid, on paper if wanted."""

from typing import Any

from kiosk.app.following import Following
from kiosk.app.kit import Kit
from kiosk.app.paper import Paper
from kiosk.app.printing import show_print
from kiosk.journey.visit import State
from kiosk.services.asking import Unreachable
from kiosk.services.certificates import Certificate, certificate_of
from kiosk.services.follow_up import DocumentRow
from kiosk.services.forms.display import long_date, say
from kiosk.services.receipts import load_keys, qr_rows, trusted_keys_file, verify


class DocumentsController(Following):
    """Binds the screen of documents."""

    state = State.DOCUMENTS

    def __init__(self, kit: Kit, paper: Paper) -> None:
        super().__init__(kit, kit.screens.documents)
        self._paper = paper
        self._documents: list[DocumentRow] = []
        self._genuine: frozenset[str] = frozenset()
        self._model = kit.screens.documents
        self._model.show.connect(self._show)
        self._model.print.connect(self._print)

    def forget(self) -> None:
        """Nothing of it is kept."""
        self._documents, self._genuine = [], frozenset()
        super().forget()

    def ask(self) -> None:
        """All documents, the newest first."""

        def ask(citizen: str) -> tuple[list[DocumentRow] | Unreachable, frozenset[str]]:
            rows = self.kit.department.documents(citizen)
            return rows, frozenset() if isinstance(rows, Unreachable) else _genuine(rows)

        self.ask_for(ask, self._told)

    def relabel(self) -> None:
        """The same in the language of the session."""
        self._model.documents = [self._row(one) for one in self._documents]

    def _told(self, answer: tuple[list[DocumentRow] | Unreachable, frozenset[str]]) -> None:
        rows, self._genuine = answer
        self._model.failed = isinstance(rows, Unreachable)
        self._documents = [] if isinstance(rows, Unreachable) else rows
        self.relabel()
        self._model.loaded = True

    def _row(self, one: DocumentRow) -> dict[str, Any]:
        language = self.language
        kind = self.kit.catalogue.document_kinds[one.kind]
        names = {fact.id: fact.name[language] for fact in kind.facts}
        return {
            "id": one.id,
            "title": kind.name[language],
            "level": say(f"level_{one.level}", language),
            "state": one.state,
            "validity": validity(one, language),
            "facts": [
                {"label": names.get(name, name), "value": fact} for name, fact in one.facts.items()
            ],
            "genuine": one.id in self._genuine,
        }

    def _find(self, identifier: str) -> DocumentRow | None:
        return next((one for one in self._documents if one.id == identifier), None)

    def _show(self, identifier: str) -> None:
        model, one = self._model, self._find(identifier)
        hidden = one is None or model.shown == identifier
        model.shown = "" if hidden else identifier
        model.qr = [] if hidden or one is None else qr_rows(one.signed)
        model.printed = model.printFailure = ""

    def _print(self, identifier: str) -> None:
        model, one = self._model, self._find(identifier)
        if one is None or model.printed == "printing":
            return
        paper = self._certificate(one)
        show_print(
            self.kit.background,
            model,
            lambda: self._paper.print_certificate(paper),
            lambda: bool(model.shown == identifier),
        )

    def _certificate(self, one: DocumentRow) -> Certificate:
        kind = self.kit.catalogue.document_kinds[one.kind]
        return certificate_of(one, kind, self.kit.catalogue.department(one.department))


def validity(one: DocumentRow, language: str) -> str:
    """Until when it counts, or since when it does not."""
    if one.state == "revoked":
        return say("document_revoked", language)
    if one.valid_until is None:
        return say("document_for_good", language)
    day = long_date(one.valid_until, language)
    name = "document_until" if one.state == "valid" else "document_expired"
    return say(name, language, date=day)


def _genuine(rows: list[DocumentRow]) -> frozenset[str]:
    """Those whose signature a pinned key vouches for."""
    keys = load_keys(trusted_keys_file())
    verdicts = {one.id: verify(one.signed, keys) for one in rows}
    return frozenset(
        name
        for name, one in verdicts.items()
        if one.document is not None and one.document.id == name
    )
