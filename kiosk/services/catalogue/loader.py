"""Reading the catalogue's files; a fault names the file and what to mend in it."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from foundation.paths import asset
from kiosk.services.catalogue.errand import Errand
from kiosk.services.catalogue.model import (
    Department,
    DocumentKind,
    LifeEvent,
    Registry,
    Service,
    Zone,
)
from kiosk.services.catalogue.search import Finder

_Record = TypeVar("_Record", bound=BaseModel)


class CatalogueError(Exception):
    """The catalogue's files contradict themselves; the text says where."""


class Catalogue:
    """All departments in the order of their counters, and all services."""

    def __init__(
        self,
        departments: Sequence[Department],
        services: Sequence[Service],
        registries: Sequence[Registry],
        life_events: Sequence[LifeEvent] = (),
        document_kinds: Sequence[DocumentKind] = (),
    ) -> None:
        self.departments = tuple(sorted(departments, key=lambda one: one.counter))
        place = {one.id: one.counter for one in self.departments}
        self.document_kinds = {one.id: one for one in document_kinds}
        _refuse_strangers(services, place, {one.id for one in registries})
        _refuse_unknown_documents(services, self.document_kinds)
        self.services = tuple(sorted(services, key=lambda one: (place[one.department], one.id)))
        self._departments = {one.id: one for one in self.departments}
        self._services = {one.id: one for one in self.services}
        self._registries = {one.id: one for one in registries}
        _refuse_broken_events(life_events, self._services)
        self.life_events = tuple(life_events)
        self._services_by_words = Finder(self.services)
        self._events_by_words = Finder(self.life_events)
        self._errands = {one.id: Errand.of_service(one) for one in self.services} | {
            one.id: Errand.of_event(one, [self._services[name] for name in one.services])
            for one in life_events
        }

    def department(self, identifier: str) -> Department:
        """One department; KeyError when there is none of this id."""
        return self._departments[identifier]

    def service(self, identifier: str) -> Service:
        """One service; KeyError when there is none of this id."""
        return self._services[identifier]

    def errand(self, identifier: str) -> Errand:
        """A service or a life event; KeyError when there is neither of this id."""
        return self._errands[identifier]

    def services_of(self, department: str) -> tuple[Service, ...]:
        """The services of one counter."""
        return tuple(one for one in self.services if one.department == department)

    def registry_name(self, identifier: str, language: str) -> str:
        """A registry as people know it."""
        return self._registries[identifier].name[language]

    def search(self, query: str) -> list[Service]:
        """Services that match what somebody typed, best first; all of them for a blank query."""
        return self._services_by_words.find(query)

    def search_events(self, query: str) -> list[LifeEvent]:
        """Life events that match what somebody typed, best first; all for a blank query."""
        return self._events_by_words.find(query)


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """The catalogue in `folder` (default: assets/catalogue). Raises CatalogueError."""
    root = folder or asset("catalogue")
    departments = _departments(root)
    registries = _records(root / "registries.json", Registry)
    services = [
        _record(path, Service, _json(path)) for path in sorted(root.glob("services/*.json"))
    ]
    events = [
        _record(path, LifeEvent, _json(path)) for path in sorted(root.glob("life_events/*.json"))
    ]
    kinds = _records(root / "documents.json", DocumentKind)
    return Catalogue(departments, services, registries, events, kinds)


def _departments(root: Path) -> list[Department]:
    """Departments name their zone by its id."""
    zones = {one.id: one for one in _records(root / "zones.json", Zone)}
    path = root / "departments.json"
    found = []
    for row in _rows(path):
        zone = row.get("zone") if isinstance(row, dict) else None
        if zone not in zones:
            raise CatalogueError(f"{path}: {row} needs a zone, one of {', '.join(zones)}")
        found.append(_record(path, Department, {**row, "zone": zones[zone]}))
    return found


def _records(path: Path, kind: type[_Record]) -> list[_Record]:
    return [_record(path, kind, row) for row in _rows(path)]


def _rows(path: Path) -> list[Any]:
    rows = _json(path)
    if not isinstance(rows, list):
        raise CatalogueError(f"{path} must be a list")
    return rows


def _record(path: Path, kind: type[_Record], data: Any) -> _Record:
    try:
        return kind.model_validate(data)
    except ValidationError as invalid:
        raise CatalogueError(f"{path}: {invalid}") from invalid


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as broken:
        raise CatalogueError(f"{path} cannot be read: {broken}") from broken


def _refuse_strangers(
    services: Sequence[Service], departments: dict[str, int], registries: set[str]
) -> None:
    for service in services:
        if service.department not in departments:
            raise CatalogueError(f"{service.id} names no known department: {service.department}")
        for need in service.needs:
            if need.registry is not None and need.registry not in registries:
                raise CatalogueError(f"{service.id} names no known registry: {need.registry}")


def _refuse_unknown_documents(
    services: Sequence[Service], kinds: Mapping[str, DocumentKind]
) -> None:
    for service in services:
        named = [kind for need in service.needs if need.licence for kind in need.licence.kinds]
        unknown = sorted(set(named) - set(kinds))
        if unknown:
            raise CatalogueError(f"{service.id} names no known document: {', '.join(unknown)}")


def _refuse_broken_events(
    life_events: Sequence[LifeEvent], services: Mapping[str, Service]
) -> None:
    for event in life_events:
        if event.id in services:
            raise CatalogueError(f"{event.id} is a service and a life event; rename one of them")
        unknown = sorted(set(event.services) - set(services))
        if unknown:
            raise CatalogueError(f"{event.id} names no known service: {', '.join(unknown)}")
