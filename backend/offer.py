"""What the back-end needs of the catalogue: departments, and for each service its form."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

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

    def service(self, identifier: str) -> Service:
        """One service. Raises Problem 422 when there is none of this id."""
        found = self.services.get(identifier)
        if found is None:
            raise Problem(422, "unknown-service", "there is no such service")
        return found

    def has_errand(self, identifier: str) -> bool:
        """Whether this is a service or a life event."""
        events = {one["id"] for one in self.catalogue["life_events"]}
        return identifier in self.services or identifier in events


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
    return Offer(counters, {one.id: one for one in services}, catalogue)


def _service(row: dict[str, Any], assets: Path) -> Service:
    form = _json(assets / "forms" / f"{row['form']}.json")
    lawful = frozenset(one["registry"] for one in row.get("lawful_reads", ()))
    return Service(row["id"], row["department"], row["minutes"], form, lawful)


def _prefills(form: dict[str, Any]) -> Iterator[str]:
    asked = [field for page in form["pages"] for field in page["fields"]]
    for one in [*form.get("known", ()), *asked]:
        if "prefill" in one:
            yield one["prefill"]


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
