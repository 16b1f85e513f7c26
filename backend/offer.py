"""What the back-end needs of the catalogue: departments, and for each service its form."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from backend.appointments.hours import Hours, load_hours
from backend.documents.kinds import Kind, load_kinds
from backend.problems import Problem
from foundation.forms import Rules, read_rules


@dataclass(frozen=True)
class Service:
    """One service as its department accepts it."""

    id: str
    department: str
    minutes: int
    form: dict[str, Any]
    lawful_reads: frozenset[str] = frozenset()
    """Registries that the law lets it read without consent."""
    answer_days: int = 0
    """Working days until its department answers."""
    routing: tuple[str, Mapping[str, str]] | None = None
    """(an answer's name, department by what it may be): other counters that its cases belong to."""
    corrects: bool = False
    """An application asks for a register to be put right, and its approval does so."""

    def department_for(self, answers: Mapping[str, Any]) -> str:
        """Whose case an application with these answers is."""
        if self.routing is None:
            return self.department
        name, departments = self.routing
        return departments.get(answers.get(name, ""), self.department)

    @cached_property
    def rules(self) -> Rules:
        """What the answers of a submission must keep."""
        return read_rules(self.form)

    @cached_property
    def readable(self) -> frozenset[str]:
        """Registry fields that this service's form may ask for, and no others."""
        return frozenset(_prefills(self.form))


@dataclass(frozen=True)
class Offer:
    """All departments (id -> counter number) and services."""

    departments: dict[str, int]
    services: dict[str, Service]
    catalogue: dict[str, list[dict[str, Any]]]
    """What anybody may read: departments, services and life events as their files say."""
    kinds: dict[str, Kind]
    """Documents that departments issue."""
    hours: dict[str, Hours]
    """When departments receive with an appointment."""

    def service(self, identifier: str) -> Service:
        """One service. Raises Problem 422 when there is none of this id."""
        found = self.services.get(identifier)
        if found is None:
            raise Problem(422, "unknown-service", "there is no such service")
        return found

    @cached_property
    def errands(self) -> dict[str, frozenset[str]]:
        """Services and life events, each with the services that it consists of."""
        events = {one["id"]: frozenset(one["services"]) for one in self.catalogue["life_events"]}
        return events | {one: frozenset({one}) for one in self.services}


def load_offer(assets: Path) -> Offer:
    """Read catalogue/ and forms/ below the assets folder."""
    rows = _json(assets / "catalogue" / "departments.json")
    files = {
        kind: [_json(path) for path in sorted(assets.glob(f"catalogue/{kind}/*.json"))]
        for kind in ("services", "life_events")
    }
    services = [_service(row, assets) for row in files["services"]]
    counters = {row["id"]: row["counter"] for row in rows}
    catalogue = {"departments": rows, **files}
    by_id = {one.id: one for one in services}
    return Offer(counters, by_id, catalogue, load_kinds(assets), load_hours(assets))


def _service(row: dict[str, Any], assets: Path) -> Service:
    form = _json(assets / "forms" / f"{row['form']}.json")
    lawful = frozenset(one["registry"] for one in row.get("lawful_reads", ()))
    routing = row.get("routing")
    return Service(
        row["id"],
        row["department"],
        row["minutes"],
        form,
        lawful,
        row["answer_days"],
        (routing["answer"], routing["departments"]) if routing else None,
        row.get("corrects", False),
    )


def _prefills(form: dict[str, Any]) -> Iterator[str]:
    asked = [field for page in form["pages"] for field in page["fields"]]
    for one in [*form.get("known", ()), *asked]:
        if "prefill" in one:
            yield one["prefill"]


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
