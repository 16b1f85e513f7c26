"""Choosing a service: in the hall, at a counter, in the flat list, or by searching."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from kiosk.app.conductor import Conductor
from kiosk.app.hall import HallController
from kiosk.app.milestones import Milestones
from kiosk.journey import events as ev
from kiosk.journey.visit import State, Visit
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Catalogue, Errand, LifeEvent, Service
from kiosk.services.forms.display import say

_SUGGESTED = 3
"""Services that a search in the hall proposes while somebody types."""


class ChoosingController(QObject):
    """Binds the hall and the list to the visit; both offer the same services."""

    def __init__(
        self,
        conductor: Conductor,
        screens: Screens,
        catalogue: Catalogue,
        hall: HallController,
        milestones: Milestones,
    ) -> None:
        super().__init__(conductor)
        self._conductor = conductor
        self._screens = screens
        self._catalogue = catalogue
        self._hall = hall
        self._milestones = milestones
        self._department = ""
        self._wanted = ""
        conductor.moved.connect(self._moved)
        self._bind()

    def relabel(self) -> None:
        """The list and what was searched for in the language of the session."""
        self._show_list()
        self._suggest("")
        if self._screens.hall.service:
            self._screens.hall.service = self._wanted_title()

    def leave_hall(self) -> None:
        """The hall cannot be shown just now: whoever is in it goes on by the list."""
        if self._conductor.visit.state is State.HALL:
            self._list_all()

    def _bind(self) -> None:
        hall, services, send = self._screens.hall, self._screens.services, self._conductor.send
        hall.openCounter.connect(self._open_counter)
        hall.showList.connect(self._list_all)
        hall.search.connect(self._search_from_hall)
        hall.searchChanged.connect(self._suggest)
        hall.suggested.connect(self._go_for)
        services.open.connect(self.open)
        services.searchChanged.connect(self._search)
        services.allDepartments.connect(lambda: self._filter(""))
        services.showCases.connect(lambda: send(ev.ShowCases()))
        services.showHall.connect(lambda: send(ev.ShowHall()))

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.identified and not before.identified:
            self._milestones.begin("hall_first_frame")
            self._hall.enter()
            self._suggest("")
            self._filter("")

    def open(self, service: str) -> None:
        """To a service, wherever it was chosen."""
        needed = self._catalogue.errand(service).face_assurance
        self._conductor.send(ev.OpenService(service, needed))

    def _suggest(self, query: str) -> None:
        language = str(self._screens.session.language)
        found = [one.id for one in self._catalogue.search_events(query)]
        found += [one.id for one in self._catalogue.search(query)]
        errands = [self._catalogue.errand(one) for one in found[:_SUGGESTED] if query.strip()]
        self._screens.hall.suggestions = [self._suggestion(one, language) for one in errands]

    def _suggestion(self, one: Errand, language: str) -> dict[str, Any]:
        department = self._catalogue.department(one.first.department)
        return {
            "id": one.id,
            "title": one.title[language],
            "number": department.counter,
            "colour": department.colour,
            "name": department.name[language],
        }

    def _go_for(self, service: str) -> None:
        """Somebody chose a service in the hall: its counter is the one they want."""
        self._hall.select(self._catalogue.errand(service).first.department)
        self._wanted = service
        self._screens.hall.service = self._wanted_title()
        self._suggest("")

    def _wanted_title(self) -> str:
        language = str(self._screens.session.language)
        return self._catalogue.errand(self._wanted).title[language] if self._wanted else ""

    def _open_counter(self, department: str) -> None:
        if self._screens.hall.service:
            self.open(self._wanted)
            return
        self._filter(department)
        self._conductor.send(ev.ShowList())

    def _list_all(self) -> None:
        self._filter("")
        self._conductor.send(ev.ShowList())

    def _search_from_hall(self, query: str) -> None:
        self._list_all()
        self._search(query)

    def _filter(self, department: str) -> None:
        self._department = department
        self._screens.services.query = ""
        self._show_list()

    def _search(self, query: str) -> None:
        self._screens.services.query = query
        self._show_list()

    def _show_list(self) -> None:
        services = self._screens.services
        language = str(self._screens.session.language)
        found = self._catalogue.search(str(services.query))
        departments = [
            one for one in self._catalogue.departments if self._department in ("", one.id)
        ]
        chosen = [one for one in departments if one.id == self._department]
        services.departmentFilter = chosen[0].name[language] if chosen else ""
        events = self._catalogue.search_events(str(services.query)) if not chosen else []
        groups = [
            {
                "counter": 0,
                "colour": "",
                "department": say("life_events", language),
                "services": [_event_row(one, language) for one in events],
            }
        ]
        groups += [
            {
                "counter": one.counter,
                "colour": one.colour,
                "department": one.name[language],
                "services": _rows([s for s in found if s.department == one.id], language),
            }
            for one in departments
        ]
        services.groups = [group for group in groups if group["services"]]


def _rows(services: Sequence[Service], language: str) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "title": one.title[language],
            "note": say("questions_and_minutes", language, minutes=one.minutes),
        }
        for one in services
    ]


def _event_row(one: LifeEvent, language: str) -> dict[str, Any]:
    return {"id": one.id, "title": one.title[language], "note": one.summary[language]}
