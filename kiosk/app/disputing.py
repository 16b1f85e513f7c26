"""A register is wrong: said from the form, a case of its own for the register's department."""

from typing import Any

from PySide6.QtCore import QObject

from kiosk.app.background import Background
from kiosk.app.form import FormController
from kiosk.app.person import Person
from kiosk.app.room import Room
from kiosk.app.session import SessionController
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Catalogue
from kiosk.services.corrections import SERVICE, Correction, correction_body
from kiosk.services.forms.display import say
from kiosk.services.outbox import NotAdmitted, Outbox

_TYPED = ("text", "long_text", "address", "phone", "email", "url", "number", "money", "decimal")
"""Questions that take the corrected value as it was typed; others are answered in the form."""


class DisputeController(QObject):
    """Binds the question screen's dispute to the outbox: nothing that is sent is lost."""

    def __init__(
        self,
        form: FormController,
        screens: Screens,
        catalogue: Catalogue,
        outbox: Outbox,
        courier: Room,
        background: Background,
        person: Person,
        session: SessionController,
    ) -> None:
        super().__init__(form)
        self._form = form
        self._screens = screens
        self._catalogue = catalogue
        self._outbox = outbox
        self._courier = courier
        self._background = background
        self._person = person
        self._session = session
        self._name = ""
        question = self._question = screens.question
        question.fieldsChanged.connect(self._offer)  # type: ignore[attr-defined]
        question.beginDispute.connect(self._begin)
        question.closeDispute.connect(self._close)
        question.sendDispute.connect(self._send)

    def forget(self) -> None:
        """The person has left; what they sent is delivered all the same."""
        self._name = ""

    @property
    def _language(self) -> str:
        return str(self._screens.session.language)

    def _offer(self) -> None:
        """What on this page is as a register says, and so may be disputed."""
        draft, rows = self._form.draft, []
        for field in self._question.fields if draft is not None else ():
            if draft is not None and draft.disputable(field["name"]):
                text = say("dispute_offer", self._language, what=field["label"])
                rows.append({"name": field["name"], "text": text})
        self._question.disputable = rows

    def _begin(self, name: str) -> None:
        draft = self._form.draft
        field = next((one for one in self._question.fields if one["name"] == name), None)
        if draft is None or field is None:
            return
        self._name = name
        said = draft.said(name, self._language)
        register = self._catalogue.registry_name(said.registry, self._language)
        self._question.dispute = {
            "what": field["label"],
            "register": register,
            "said": said.text,
            "hint": "",
        }

    def _close(self) -> None:
        self._name = ""
        self._question.dispute = {}

    def _send(self, should_be: str, evidence: str) -> None:
        draft, number, name = self._form.draft, self._person.number, self._name
        if draft is None or number is None or not name:
            return
        if not should_be.strip() or not evidence.strip():
            self._hint("dispute_both")
            return
        said = draft.said(name, self._language)
        what = str(self._question.dispute["what"])
        wrong = Correction(said.registry, said.field, what, said.text, should_be, evidence)
        body = correction_body(wrong, number.text, self._language, self._catalogue.registry_name)
        visit, page = self._person.visit, self._question.page
        department = self._catalogue.service(SERVICE).department_for(body["answers"])
        self._name = ""  # a second touch sends nothing

        def kept(_: str) -> None:
            self._courier.send({"command": "wake"})
            if self._form.draft is draft:
                draft.dispute(name)
                if self._question.page == page:
                    self._go_on(name, should_be.strip())

        def failed(error: Exception) -> None:
            still = self._form.draft is draft and self._question.dispute and not self._name
            if still:  # and not another one by now
                self._name = name
                self._hint("not_sent")
            if not isinstance(error, NotAdmitted):
                raise error

        self._background.run(lambda: self._outbox.commit(visit, department, body), kept, failed)

    def _go_on(self, name: str, should_be: str) -> None:
        """The form goes on with what is right, marked as disputed."""
        kind = next(one["kind"] for one in self._question.fields if one["name"] == name)
        typed = kind in _TYPED
        self._form.questions.amend({name: should_be} if typed else {})
        if not self._name:  # else another one was begun by now
            self._close()
        self._session.say(say("dispute_sent" if typed else "dispute_sent_choose", self._language))

    def _hint(self, text_id: str) -> None:
        told: dict[str, Any] = dict(self._question.dispute)
        self._question.dispute = {**told, "hint": say(text_id, self._language)}
