"""Coming to a counter: appointments are booked, moved and cancelled, tickets drawn and returned."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kiosk.app.following import Following
from kiosk.app.kit import Kit
from kiosk.journey.visit import State
from kiosk.services.asking import Unreachable
from kiosk.services.follow_up import Appointment, QueueTicket, Slots
from kiosk.services.forms.display import long_date, say

Told = tuple[list[Appointment] | Unreachable, list[QueueTicket] | Unreachable]
Work = Callable[[str], Any]


class ComingController(Following):
    """Binds the screen of appointments and tickets."""

    state = State.COMING

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, kit.screens.coming)
        self._appointments: list[Appointment] = []
        self._tickets: list[QueueTicket] = []
        self._slots: list[Slots] = []
        self._day = ""
        model = self._model = kit.screens.coming
        model.choose.connect(self._choose)
        model.day.connect(self._choose_day)
        model.book.connect(self._book)
        model.move.connect(self._begin_move)
        model.cancel.connect(self._cancel)
        model.draw.connect(self._draw)
        model.giveBack.connect(self._give_back)

    def forget(self) -> None:
        """Nothing of it is kept."""
        self._appointments, self._tickets, self._slots, self._day = [], [], [], ""
        super().forget()

    def ask(self) -> None:
        """What the person has already."""
        department = self.kit.department
        self.ask_for(
            lambda citizen: (department.appointments(citizen), department.tickets(citizen)),
            self._told,
        )

    def relabel(self) -> None:
        """The same in the language of the session."""
        model, language, catalogue = self._model, self.language, self.kit.catalogue
        model.departments = [
            {
                "id": one.id,
                "number": one.counter,
                "colour": one.colour,
                "name": one.name[language],
            }
            for one in catalogue.departments
        ]
        model.chosenName = (
            catalogue.department(str(model.chosen)).name[language] if model.chosen else ""
        )
        model.appointments = [self._appointment(one) for one in self._appointments]
        model.tickets = [self._ticket(one) for one in self._tickets]
        model.days = [
            {"day": one.day, "label": day_label(one.day, language), "chosen": one.day == self._day}
            for one in self._slots
        ]

    def _told(self, answer: Told) -> None:
        appointments, tickets = answer
        model = self._model
        model.failed = isinstance(appointments, Unreachable) or isinstance(tickets, Unreachable)
        self._appointments = [] if isinstance(appointments, Unreachable) else appointments
        self._tickets = [] if isinstance(tickets, Unreachable) else tickets
        self.relabel()
        model.loaded = True

    def _choose(self, department: str) -> None:
        self._model.moving, self._model.notice = "", ""
        if department:
            self._look_for_slots(department)
        else:
            self._close()

    def _close(self) -> None:
        """Back to what they have and where they may go."""
        self._model.chosen = self._model.moving = ""
        self._slots, self._day, self._model.times = [], "", []
        self.relabel()

    def _begin_move(self, identifier: str) -> None:
        mine = self._mine(identifier)
        if mine is not None:
            self._model.moving, self._model.notice = identifier, ""
            self._look_for_slots(mine.department)

    def _look_for_slots(self, department: str) -> None:
        self._model.chosen = department
        client = self.kit.department

        def told(answer: list[Slots] | Unreachable) -> None:
            if self._model.chosen != department:
                return
            self._slots = [] if isinstance(answer, Unreachable) else answer
            self._choose_day(self._slots[0].day if self._slots else "")

        self.ask_for(lambda _: client.slots(department), told)

    def _choose_day(self, day: str) -> None:
        self._day = day
        self._model.times = next((list(one.times) for one in self._slots if one.day == day), [])
        self.relabel()

    def _book(self, time: str) -> None:
        department, day, client = str(self._model.chosen), self._day, self.kit.department
        mine = self._mine(str(self._model.moving))
        if mine is not None:
            moved = mine
            self._do(lambda citizen: client.move_appointment(citizen, moved, day, time), "booked")
        else:
            self._do(lambda citizen: client.book(citizen, department, day, time), "booked")

    def _cancel(self, identifier: str) -> None:
        client = self.kit.department
        self._do(lambda citizen: client.cancel_appointment(citizen, identifier), "cancelled")

    def _draw(self) -> None:
        department, client = str(self._model.chosen), self.kit.department
        self._do(lambda citizen: client.draw_ticket(citizen, department), "drawn")

    def _give_back(self, identifier: str) -> None:
        client = self.kit.department
        self._do(lambda citizen: client.give_back_ticket(citizen, identifier), "given_back")

    def _do(self, work: Work, done: str) -> None:
        """Do it, say what came of it, and show what is true then."""
        model = self._model

        def told(answer: Any) -> None:
            model.refused = isinstance(answer, Unreachable)
            taken = isinstance(answer, Unreachable) and answer.kind == "slot-taken"
            said = "slot_taken" if taken else "not_sent" if model.refused else done
            model.notice = say(f"coming_{said}" if said != "not_sent" else said, self.language)
            if not model.refused:
                self._close()
            elif taken:
                self._look_for_slots(str(model.chosen))
            self.ask()

        self.ask_for(work, told)

    def _mine(self, identifier: str) -> Appointment | None:
        return next((one for one in self._appointments if one.id == identifier), None)

    def _appointment(self, one: Appointment) -> dict[str, str]:
        department = self.kit.catalogue.department(one.department)
        return {
            "id": one.id,
            "label": say(
                "receipt_counter",
                self.language,
                number=department.counter,
                department=department.name[self.language],
            ),
            "value": f"{day_label(one.day, self.language)} {one.time}",
        }

    def _ticket(self, one: QueueTicket) -> dict[str, str]:
        department = self.kit.catalogue.department(one.department)
        called = one.state == "called"
        told = "ticket_called" if called else "ticket_waiting"
        return {
            "id": one.id,
            "number": one.number,
            "label": department.name[self.language],
            "value": say(
                told,
                self.language,
                before=one.before,
                minutes=one.minutes,
                number=department.counter,
            ),
        }


def day_label(day: str, language: str) -> str:
    """A day with its weekday."""
    weekday = say(f"weekday_{date.fromisoformat(day).isoweekday()}", language)
    return f"{weekday} {long_date(day, language)}"
