"""Erasure at the staff desk: who is enrolled, and the signed receipt for whoever was erased."""

from collections.abc import Callable
from typing import Any

from kiosk.app.background import Background
from kiosk.app.paper import Paper
from kiosk.app.room import RequestRoom
from kiosk.app.staffenrolment import LABEL
from kiosk.devices.printer import FAILED, Printed
from kiosk.screens.window import Screens
from kiosk.services.receipts import Proof, proof_of, qr_rows


class Erasing:
    """The receipt is in memory only while it is shown: nothing here keeps or logs it."""

    def __init__(
        self,
        screens: Screens,
        identity: RequestRoom,
        background: Background,
        paper: Paper,
        note: Callable[[str, str], None],
    ) -> None:
        self._model = screens.staff
        self._identity = identity
        self._background = background
        self._paper = paper
        self._note = note
        self._proof: Proof | None = None
        self._model.erase.connect(self._erase)
        self._model.printErasure.connect(self._print)
        self._model.erasureSeen.connect(self._seen)

    def open(self) -> None:
        """The list of who is enrolled."""
        self.forget()

        def show(rows: Any) -> None:
            self._model.subjects = [
                {
                    "subject": row["subject"],
                    "label": row["subject"][:LABEL],
                    "images": row["images"],
                    "date": str(row["enrolled_at"])[:10],
                }
                for row in rows
            ]

        self._identity.request("subjects", show, self._refused)

    def forget(self) -> None:
        """The receipt was given, or nobody waits for it any more."""
        self._proof = None
        self._model.erasure = {}

    def _erase(self, subject: str) -> None:
        if not self._model.signedIn:
            return

        def erased(result: Any) -> None:
            self.open()
            if result["erased"]:
                self._note("erase", subject)
                self._show(result["receipt"])
            else:
                self._model.message = "not_enrolled_here"

        self._identity.request("erase", erased, self._refused, subject=subject)

    def _show(self, signed: str) -> None:
        """A receipt that does not check is not given away, but what happened is still said."""
        proof = self._proof = proof_of(signed)
        self._model.message = "erased" if proof else "erased_unproved"
        if proof is not None:
            self._model.erasure = {
                "label": proof.label,
                "time": proof.time,
                "templates": proof.templates,
                "qr": qr_rows(signed),
                "printed": "",
                "failure": "",
            }

    def _print(self) -> None:
        proof = self._proof
        if proof is None:
            return
        self._tell(printed="printing")

        def finished(outcome: Printed) -> None:
            self._background.run(self._paper.forget, lambda _: None)
            if self._proof is proof:
                self._tell(printed=outcome.state, failure=outcome.failure)

        def broke(error: Exception) -> None:
            if self._proof is proof:
                self._tell(printed="failed", failure=FAILED)
            raise error

        self._background.run(lambda: self._paper.print_erasure(proof), finished, broke)

    def _tell(self, **changed: str) -> None:
        self._model.erasure = {**self._model.erasure, **changed}

    def _seen(self) -> None:
        self._model.message = ""
        self.open()

    def _refused(self, error: dict[str, str]) -> None:
        self._model.message = "trouble_identity"
