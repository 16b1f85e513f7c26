"""One page of questions on the screen: what is entered, what follows from it, what is wrong."""

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQml import QJSValue

from kiosk.app.attaching import AttachingController
from kiosk.app.attempt import Asked, Attachment, takes
from kiosk.app.conductor import Conductor
from kiosk.app.session import SessionController
from kiosk.journey import events as ev
from kiosk.screens.models.choices import ChoiceList
from kiosk.screens.window import Screens
from kiosk.services.catalogue.pinyin import says
from kiosk.services.files import size_words
from kiosk.services.forms import Draft
from kiosk.services.forms.entries import split
from kiosk.services.forms.entries import title as entry_title
from kiosk.services.forms.model import Calculated, Field

CHOSEN = ("choice", "several", "yes_no", "declaration")
"""Kinds whose control shows the model's value; what is typed lives in its entry."""

ATTACHED = ("file", "photo", "signature")

LONG_LIST = 10
"""More choices than this are searched rather than looked through."""

SHOTS = ("image/jpeg", "image/*", "*/*")
"""What a photograph of the paper can stand for."""


class AskingController(QObject):
    """Binds the question screen to a place of the draft that it is given.

    whole: show also what answers hide, to whoever looks at the form rather than fills it in.
    """

    def __init__(
        self,
        conductor: Conductor,
        screens: Screens,
        session: SessionController,
        attaching: AttachingController,
    ) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._model = screens.question
        self._screens = screens
        self._session = session
        self._attaching = attaching
        self._draft: Draft | None = None
        self._title = ""
        self._place = ""
        self._entered: dict[str, Any] = {}
        self._errors: dict[str, str] = {}
        self._lists: dict[str, ChoiceList] = {}
        self._fresh = ""
        self._spoken = ""
        self.whole = False
        # What follows from an answer is shown after the touch that gave it: a control must not
        # be taken away while it still answers that touch.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._follow)
        self._bind()

    def show(self, draft: Draft, place: str, title: str) -> None:
        """Ask the questions of a place; what was entered elsewhere is the draft's."""
        self._leave_fresh(draft, place)
        self._attaching.stop()
        self._draft, self._place, self._title = draft, place, title
        self._entered, self._errors = {}, {}
        for one in self._lists.values():
            one.deleteLater()
        self._lists = {}
        self._model.page = place  # first: the page that is left takes nothing of this one
        self._model.errors = []
        self._show_head()
        self._show_fields()

    def relabel(self, title: str) -> None:
        """The same in the language of the session; what was typed stays."""
        if self._draft is not None:
            self._title = title
            self._draft.keep(self._place, self._values())
            self._show_head()
            self._show_fields()

    def amend(self, entered: Mapping[str, Any]) -> None:
        """Show the page again with these answers in place of what was entered."""
        if self._draft is not None:
            self._entered.update(entered)
            self.keep()
            self._show_fields()

    def forget(self) -> None:
        """Nothing that was entered stays."""
        self._draft, self._place, self._fresh = None, "", ""
        self._title = ""
        self._entered, self._errors = {}, {}
        self._attaching.forget()
        self._model.reset()
        for one in self._lists.values():
            one.deleteLater()
        self._lists = {}

    def keep(self) -> None:
        """Take what is entered so far into the draft, whether it is right or not."""
        if self._draft is not None and self._place:
            self._draft.keep(self._place, self._values())

    @property
    def language(self) -> str:
        """What the form's own texts are said in: the session's language, unless set otherwise."""
        return self._spoken or str(self._screens.session.language)

    @language.setter
    def language(self, code: str) -> None:
        self._spoken = code

    @property
    def _fields(self) -> tuple[Field, ...]:
        assert self._draft is not None
        page, entry = split(self._place)
        asked = self._draft.form.page(page)
        group = asked.group if entry is not None else None
        return group.fields if group else asked.fields

    def _bind(self) -> None:
        model = self._model
        model.edited.connect(self._edited)
        model.continue_.connect(self._continue)
        model.photograph.connect(lambda name: self._attaching.photograph(self._asked(name)))
        model.browse.connect(lambda name: self._attaching.browse(self._asked(name)))
        model.detach.connect(self._detach)
        model.addEntry.connect(self._add_entry)
        model.openEntry.connect(lambda place: self._conductor.send(ev.OpenEntry(place)))
        model.removeEntry.connect(self._remove_entry)

    def _edited(self, name: str, value: Any) -> None:
        if isinstance(value, QJSValue):  # a list made by QML arrives unconverted
            value = value.toVariant()
        draft = self._draft
        if draft is None:
            return
        self._entered[name] = value
        if _moves_others(self._fields):
            draft.keep(self._place, self._values())
            self._settle.start()
            return
        self._model.fields = [
            {**one, "value": value} if one["name"] == name and one["kind"] in CHOSEN else one
            for one in self._model.fields
        ]

    def _follow(self) -> None:
        if self._draft is not None:
            self._show_fields()

    def _values(self) -> dict[str, Any]:
        """What was entered, but for signatures that still have to be kept."""
        return {name: raw for name, raw in self._entered.items() if not isinstance(raw, Mapping)}

    def _continue(self) -> None:
        """Signatures are kept first, one after the other; then the page is judged."""
        for name, raw in self._entered.items():
            if isinstance(raw, Mapping) and self._attaching.sign(raw, self._then(name, True)):
                return
        draft, visit = self._draft, self._conductor.visit
        if draft is None or visit.page is None:
            return
        errors = draft.answer(self._place, self._values(), self.language)
        self._errors = {error.field: error.text for error in errors}
        if errors:
            self._show_fields()
            self._model.errors = [{"field": e.field, "text": e.text} for e in errors]
            return
        self._fresh = ""
        self._conductor.send(ev.PageAnswered(self._following(draft)))

    def _following(self, draft: Draft) -> str | None:
        visit = self._conductor.visit
        listed = split(self._place)[0]
        if visit.changing and visit.trail[-1:] != (listed,):
            return draft.next_incomplete_page()
        return draft.next_page(self._place)

    def _asked(self, name: str) -> Asked:
        field = next(one for one in self._model.fields if one["name"] == name)
        return Asked(name, takes(field), self._then(name, False))

    def _then(self, name: str, go_on: bool) -> Any:
        """What becomes of an attachment that is kept."""
        place = self._place

        def kept(attachment: Attachment) -> None:
            if self._draft is None or self._place != place:
                return
            self._entered.pop(name, None)
            self._draft.attach(place, name, attachment)
            self._show_fields()
            if go_on:
                self._continue()

        return kept

    def _detach(self, name: str, index: int) -> None:
        draft = self._draft
        field = next(one for one in self._model.fields if one["name"] == name)
        if draft is not None and index < len(field["value"]):
            draft.detach(self._place, name, field["value"][index]["sha256"])
            self._show_fields()

    def _add_entry(self) -> None:
        if self._draft is not None:
            self._fresh = self._draft.add_entry(self._place)
            self._conductor.send(ev.OpenEntry(self._fresh))

    def _remove_entry(self, place: str) -> None:
        if self._draft is not None:
            self._draft.remove_entry(place)
            self._errors = {}
            self._model.errors = []
            self._show_fields()

    def _leave_fresh(self, draft: Draft, place: str) -> None:
        """Going back from an entry that was only just added takes it away again."""
        fresh, self._fresh = self._fresh, self._fresh if place == self._fresh else ""
        if fresh and place != fresh and draft is self._draft:
            draft.remove_entry(fresh)

    def _show_head(self) -> None:
        draft, model, language = self._draft, self._model, self.language
        assert draft is not None
        own, entry = split(self._place)
        page = draft.form.page(own)
        title, section = page.title[language], page.section[language] if page.section else ""
        model.lead = page.lead[language] if page.lead and entry is None else ""
        if entry is not None:
            assert page.group is not None
            model.title, model.section = entry_title(page.group, entry, language), title
        else:
            model.title, model.section = title, section
        applies = [one.id for one in draft.pages()]
        index = applies.index(own) + 1 if own in applies else 0
        self._session.show_step(index, len(applies) + 1, self._title)

    def _show_fields(self) -> None:
        draft = self._draft
        assert draft is not None
        asked = draft.fields(self._place, self.language, self.whole)
        shown = {one["name"]: one for one in asked}
        fields = [
            self._prepared(shown[field.name])
            if field.name in shown
            else {"name": field.name, "kind": "note", "shown": False}
            for field in self._fields
        ]
        self._model.lists = dict(self._lists)
        self._model.fields = fields

    def _prepared(self, field: dict[str, Any]) -> dict[str, Any]:
        """One question as the screen takes it."""
        name, kind = field["name"], field["kind"]
        field = {**field, "error": self._errors.get(name, "")}
        field["most"] = field["most"] or 1000
        if name in self._entered:
            field["value"] = self._entered[name]
        if kind in ("choice", "several") and len(field["choices"]) > LONG_LIST:
            self._offer(name, field["choices"])
            return {**field, "choices": [], "long": True}
        if kind == "group":
            return {**field, "entries": self._entries()}
        if kind in ATTACHED:
            return self._prepared_attachment(field)
        return field

    def _prepared_attachment(self, field: dict[str, Any]) -> dict[str, Any]:
        if isinstance(field["value"], list):
            held = [self._attaching.shown(one) for one in field["value"]]
            field = {**field, "value": held}
        if field["kind"] != "file":
            return field
        taken = takes(field)
        return {
            **field,
            "allowed": f"{taken.words} · ≤ {size_words(taken.most)}",
            "browsable": self._attaching.browsable,
            "photographable": any(kind in SHOTS for kind in taken.kinds),
        }

    def _offer(self, name: str, choices: list[dict[str, Any]]) -> None:
        if name in self._lists:
            self._lists[name].offer(choices)
        else:
            self._lists[name] = ChoiceList(choices, self, says)

    def _entries(self) -> list[dict[str, str]]:
        """Each with what is still missing in it, once the page was found wrong."""
        draft, language = self._draft, self.language
        assert draft is not None
        rows = draft.entries(self._place, language)
        if not self._errors:
            return rows
        return [{**row, "error": _first(draft.answer(row["page"], {}, language))} for row in rows]


def _first(errors: Iterable[Any]) -> str:
    return next((error.text for error in errors), "")


def _moves_others(fields: tuple[Field, ...]) -> bool:
    """Whether what is entered may show, hide or fill something else of the same page."""
    return any(
        field.visible_if
        or isinstance(field.default, Calculated)
        or any(choice.visible_if for choice in field.choices)
        for field in fields
    )
