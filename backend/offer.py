"""What the back-end needs of the catalogue: departments, and for each service its form."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from backend.cases.formats import CHECKER


@dataclass(frozen=True)
class Service:
    """One service as its department accepts it."""

    id: str
    department: str
    minutes: int
    form: dict[str, Any]

    @cached_property
    def validator(self) -> Draft202012Validator:
        """Checks the answers of a submission."""
        return Draft202012Validator(self.form["schema"], format_checker=CHECKER)

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
    return Service(row["id"], row["department"], row["minutes"], form)


def _prefills(form: dict[str, Any]) -> Iterator[str]:
    asked = [field for page in form["pages"] for field in page["fields"]]
    for one in [*form.get("known", ()), *asked]:
        if "prefill" in one:
            yield one["prefill"]


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
