"""Choosing a service: in the hall, at a counter, in the flat list, or by searching."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject

from kiosk.app.conductor import Conductor
from kiosk.app.hall import HallController
from kiosk.app.milestones import Milestones
from kiosk.journey import events as ev
from kiosk.journey.visit import Visit
from kiosk.screens.window import Screens
from kiosk.services.catalogue import Catalogue, Service
from kiosk.services.forms.display import say


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
        conductor.moved.connect(self._moved)
        self._bind()

    def relabel(self) -> None:
        """The list in the language of the session."""
        self._show_list()

    def _bind(self) -> None:
        hall, services, send = self._screens.hall, self._screens.services, self._conductor.send
        hall.openCounter.connect(self._open_counter)
        hall.showList.connect(self._list_all)
        hall.search.connect(self._search_from_hall)
        services.open.connect(self._open)
        services.searchChanged.connect(self._search)
        services.allDepartments.connect(lambda: self._filter(""))
        services.showHall.connect(lambda: send(ev.ShowHall()))

    def _moved(self, before: Visit, now: Visit) -> None:
        if now.identified and not before.identified:
            self._milestones.begin("hall_first_frame")
            self._hall.enter()
            self._filter("")

    def _open(self, service: str) -> None:
        needed = self._catalogue.service(service).policy.face_assurance
        self._conductor.send(ev.OpenService(service, needed))

    def _open_counter(self, department: str) -> None:
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
        groups = [
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
