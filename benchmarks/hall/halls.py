"""Halls of any number of counters, baked beforehand."""

import time
from typing import Any

from hall3d.plan import many, parse_departments
from hall3d.renderer.prepare import prepare as prepare_hall
from kiosk.app.hall import hall_departments
from kiosk.services.catalogue import load_catalogue


def rows(counters: int) -> list[dict[str, Any]]:
    """The catalogue's departments with as many windows as make up so many counters."""
    known = hall_departments(load_catalogue().departments)
    zones = {one["id"]: one["zone"] for one in known}
    return [
        {
            "id": one.id,
            "number": one.number,
            "colour": one.colour,
            "name": one.name,
            "zone": zones[one.id.partition("-")[0]],
        }
        for one in many(parse_departments(known), counters)
    ]


def prepare(told: list[dict[str, Any]]) -> float:
    """Bake what the cache does not hold; seconds of the processor that it took."""
    began = time.process_time()
    prepare_hall(parse_departments(told))
    return round(time.process_time() - began, 1)
