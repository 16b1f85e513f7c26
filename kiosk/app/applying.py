"""From "Send" to the rating: saved on this terminal, received by the department, signed, rated."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from foundation.messages import Message
from kiosk.app.background import Background
from kiosk.app.conductor import Conductor
from kiosk.app.form import FormController
from kiosk.app.milestones import Milestones
from kiosk.app.paper import Paper
from kiosk.app.person import Person
from kiosk.app.printing import show_print
from kiosk.app.room import Room
from kiosk.app.sent import Application, Sent
from kiosk.app.session import SessionController
from kiosk.devices.printer import Printed
from kiosk.journey import events as ev
from kiosk.journey.visit import State, Visit
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Catalogue
from kiosk.services.elsewhere import Elsewhere
from kiosk.services.forms.display import say
from kiosk.services.outbox import NotAdmitted, Outbox
from kiosk.services.outbox import State as Delivery
from kiosk.services.receipts import (
    Receipt,
    load_keys,
    parse_acknowledgement,
    qr_rows,
    verify,
)
from kiosk.services.receipts.slip import Slip, slip_of

TROUBLE_DISK = "trouble_disk"

LOOK_EVERY_MS = 2000
"""How often the outbox is asked about what is on its way, beside the courier's messages."""

QUEUED_AFTER_MS = 8000
"""How long a person waits for the department before they may go on with what is saved."""


SEEN_MS = 900
"""How long "received" stands before the receipt takes its place."""


class ApplyingController(QObject):
    """Binds the sending, receipt and rating screens to the outbox."""

    def __init__(
        self,
        conductor: Conductor,
        screens: Screens,
        catalogue: Catalogue,
        form: FormController,
        outbox: Outbox,
        courier: Room,
        background: Background,
        person: Person,
        paper: Paper,
        milestones: Milestones,
        session: SessionController,
        elsewhere: Elsewhere,
    ) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._screens = screens
        self._catalogue = catalogue
        self._form = form
        self._outbox = outbox
        self._courier = courier
        self._background = background
        self._person = person
        self._paper = paper
        self._milestones = milestones
        self._session = session
        self._elsewhere = elsewhere
        self._sent = Sent()
        self.printed: Path | None = None
        self._watch = QTimer(self, interval=LOOK_EVERY_MS)
        self._watch.timeout.connect(self._look_again)
        self._queued = QTimer(self, singleShot=True, interval=QUEUED_AFTER_MS)
        self._queued.timeout.connect(self._still_waiting)
        conductor.on(ev.Submit, lambda _: self._submit())
        conductor.on(ev.ForgetAnswers, lambda _: self._forget_service())
        conductor.moved.connect(self._moved)
        courier.message.connect(self._courier_said)
        self._bind()

    def forget(self) -> None:
        """The person has left: nothing of theirs that is settled stays, and no paper's file.

        Behind what they still asked for, so that a commit or a print on its way is forgotten too.
        """
        visit = self._person.visit
        self._forget_receipt()
        self._session.mended(TROUBLE_DISK)

        def forget() -> None:
            self._paper.forget()
            self._outbox.forget_visit(visit)

        self._background.run(forget, lambda _: None)

    def relabel(self) -> None:
        """The receipt says when the answer comes in the language of the session."""
        self._show_receipt()

    @property
    def receipt(self) -> Receipt | None:
        """What the department signed for the application that is shown; None before."""
        return self._sent.shown.receipt if self._sent.shown else None

    @property
    def signed(self) -> str:
        """The same as it came; "" before."""
        return self._sent.shown.signed if self._sent.shown else ""

    @property
    def _language(self) -> str:
        return str(self._screens.session.language)

    def _bind(self) -> None:
        screens, send = self._screens, self._conductor.send
        screens.sending.continue_.connect(self._go_on)
        screens.receipt.print.connect(self._print)
        screens.receipt.next.connect(self._show_next)
        screens.receipt.finish.connect(lambda: send(ev.Finish(bool(self._rateable))))
        screens.receipt.another.connect(lambda: send(ev.AnotherService()))
        screens.rating.scored.connect(lambda score: setattr(screens.rating, "score", score))
        screens.rating.tag.connect(self._tag)
        screens.rating.send.connect(self._rate)
        screens.rating.skip.connect(lambda: send(ev.RatingDone()))

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.state is State.RECEIPT:
            self._show_receipt()

    def _forget_service(self) -> None:
        self._form.forget()
        self._forget_receipt()

    def _forget_receipt(self) -> None:
        self._queued.stop()
        self._watch.stop()
        self._sent, self.printed = Sent(), None
        for model in (self._screens.sending, self._screens.receipt, self._screens.rating):
            model.reset()

    def _submit(self) -> None:
        number = self._person.number
        if number is None:
            raise RuntimeError("there is nothing to submit")
        self._screens.sending.reset()
        self._screens.sending.department = self._form.departments
        self._sent.drop_refused()
        parts = [part for part in self._form.parts() if not self._sent.holds(part[0])]
        bodies = [
            (
                service,
                {
                    **draft.body(service.id, number.text, self._language),
                    "documents": self._form.documents_for(service),
                },
            )
            for service, draft in parts
        ]
        visit = self._person.visit
        self._milestones.begin("submit_commit")
        kept: list[Application] = []

        def commit() -> None:
            for service, body in bodies:
                department = service.department_for(body["answers"])
                key = self._outbox.commit(visit, department, body)
                kept.append(Application(service, department, key))

        self._background.run(
            commit,
            lambda _: self._saved(visit, kept),
            lambda error: self._not_saved(visit, kept, error),
        )

    def _still_sends(self, visit: str) -> bool:
        """Whether whoever sent is still there and waits for it."""
        return self._person.visit == visit and self._conductor.visit.state is State.SENDING

    def _saved(self, visit: str, kept: list[Application]) -> None:
        self._milestones.end("submit_commit")
        self._courier.send({"command": "wake"})
        if not self._still_sends(visit):
            return  # the person has left; what they sent is delivered all the same
        self._sent.add(kept)
        self._screens.sending.stage = "saved"
        self._conductor.send(ev.Saved(self._sent.applications[0].key))
        self._queued.start()
        self._watch.start()

    def _not_saved(self, visit: str, kept: list[Application], error: Exception) -> None:
        if self._still_sends(visit):
            self._sent.add(kept)  # these are safe, and not committed again
            self._conductor.send(ev.SaveFailed())
        if self._person.visit == visit:
            self._session.trouble(TROUBLE_DISK)
        if not isinstance(error, NotAdmitted):
            raise error

    def _courier_said(self, message: Message) -> None:
        if not self._sent.has(message.get("key")):
            return
        if message["event"] == "sending" and self._screens.sending.stage == "saved":
            self._screens.sending.stage = "sending"
        self._look_again()

    def _look_again(self) -> None:
        """The outbox is the truth; a message only says that it is worth a look, and a courier
        that fell may have taken its message with it."""
        if self._conductor.visit.submission is None or not self._sent.waiting:
            return
        for one in self._sent.waiting:
            self._look(one)
        if self._sent.waiting:
            self._show_receipt()
            return
        self._queued.stop()
        self._watch.stop()
        if any(one.refused for one in self._sent.applications):
            self._screens.sending.reason = "rejected_by_department"
            self._screens.sending.stage = "rejected"
            return
        self._screens.sending.stage = "received"
        wait = SEEN_MS if self._conductor.visit.state is State.SENDING else 0
        key = self._sent.applications[0].key
        QTimer.singleShot(wait, self, lambda: self._go_to_receipt(key))

    def _look(self, one: Application) -> None:
        progress = self._outbox.status(one.key)
        if progress.receipt is not None:
            one.word = parse_acknowledgement(progress.receipt)
            if one.word is None:
                keys = self._elsewhere.receipt_keys(one.department)
                one.signed, one.word = progress.receipt, _verified(progress.receipt, keys)
        elif progress.state in (Delivery.REJECTED, Delivery.DEAD):
            one.refused = True

    def _go_to_receipt(self, key: str) -> None:
        self._conductor.send(ev.Received(key))
        self._show_receipt()

    def _go_on(self) -> None:
        key = self._conductor.visit.submission
        if self._screens.sending.stage == "rejected" and key:
            self._conductor.send(ev.Rejected(key))
        else:
            self._conductor.send(ev.GoOnWithoutReceipt())

    def _still_waiting(self) -> None:
        if self._conductor.visit.state is State.SENDING and self._conductor.visit.submission:
            self._screens.sending.stage = "queued"

    def _show_receipt(self) -> None:
        if self._conductor.visit.state is not State.RECEIPT or self._sent.shown is None:
            return
        slip, model = self._slip(self._sent.shown), self._screens.receipt
        model.index, model.count = self._sent.position
        model.serviceZh, model.serviceEn = slip.service["zh_CN"], slip.service["en"]
        model.departmentZh, model.departmentEn = slip.department["zh_CN"], slip.department["en"]
        model.counterNumber, model.counterColour = slip.counter, slip.colour
        model.time = slip.time or datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
        model.answerBy = answer_sentence(slip.answer_days, self._language)
        model.reference = slip.reference
        model.qr = qr_rows(self.signed) if self.signed else []
        model.stage = "received" if slip.signed else "numbered" if slip.reference else "saved"

    def _show_next(self) -> None:
        self._sent.show_next()
        self._screens.receipt.printed = ""
        self._show_receipt()

    def _print(self) -> None:
        model, shown = self._screens.receipt, self._sent.shown
        if shown is None or shown.word is None:
            model.printFailure, model.printed = "printer_not_yet", "failed"
            return
        slip = self._slip(shown)

        def printed(outcome: Printed) -> None:
            self.printed = outcome.file

        show_print(
            self._background,
            model,
            lambda: self._paper.print(slip),
            lambda: self._sent.shown is shown,
            printed,
        )

    def _slip(self, one: Application) -> Slip:
        department = self._catalogue.department(one.department)
        return slip_of(one.service, department, one.word, one.signed)

    def _tag(self, tag: str) -> None:
        chosen = list(self._screens.rating.tags)
        self._screens.rating.tags = (
            [one for one in chosen if one != tag] if tag in chosen else [*chosen, tag]
        )

    @property
    def _rateable(self) -> list[str]:
        """The applications whose departments take ratings."""
        takes = self._elsewhere.takes_ratings
        return [one.key for one in self._sent.applications if takes(one.department)]

    def _rate(self) -> None:
        rating, about = self._screens.rating, self._rateable
        visit, score, tags = self._person.visit, int(rating.score), list(rating.tags)
        if not about or not score:
            return

        def rate() -> None:
            for key in about:
                self._outbox.rate(visit, key, score, tags)

        def over() -> None:
            if self._person.visit == visit:
                self._conductor.send(ev.RatingDone())

        def kept(_: None) -> None:
            self._courier.send({"command": "wake"})
            over()

        def broke(error: Exception) -> None:
            over()
            raise error

        self._background.run(rate, kept, broke)

    def claims(self) -> dict[str, Any]:
        """What the department signed; {} before."""
        return asdict(self.receipt) if self.receipt else {}


def _verified(signed: str, keys: Path) -> Receipt:
    verdict = verify(signed, load_keys(keys))
    if verdict.receipt is None:
        raise RuntimeError(f"the outbox holds a receipt that is {verdict.reason}")
    return verdict.receipt


def answer_sentence(days: int, language: str) -> str:
    """When the person will hear, as a sentence."""
    return say("answer_promise" if days else "answer_promise_now", language, days=days)
