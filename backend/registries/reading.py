"""Reading what registries know of a citizen; each read leaves a line that they can see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, insert, select

from backend.clock import stamp
from backend.offer import Offer
from backend.problems import Problem
from backend.store.tables import reads, registry_values


@dataclass(frozen=True)
class Request:
    """Who asks what about whom, for which service and why."""

    citizen: str
    service: str
    purpose: str
    fields: Sequence[str]


def permitted(request: Request, offer: Offer) -> None:
    """A service reads what its form needs and no more. Raises Problem 403 or 422."""
    service = offer.services.get(request.service)
    if service is None:
        raise Problem(422, "unknown-service", "there is no such service")
    beyond = sorted(set(request.fields) - service.readable)
    if beyond:
        raise Problem(403, "beyond-purpose", "this service has no need of these", fields=beyond)


def read(connection: Connection, request: Request, moment: datetime) -> dict[str, dict[str, Any]]:
    """field -> {"value", "registry", "as_of"} for those that are known, and the log of it."""
    query = select(registry_values).where(
        registry_values.c.citizen == request.citizen,
        registry_values.c.field.in_(request.fields),
    )
    values = {
        row.field: {"value": row.value, "registry": row.registry, "as_of": row.as_of}
        for row in connection.execute(query)
    }
    for registry, fields in groupby(sorted(request.fields, key=_registry_of), key=_registry_of):
        line = insert(reads).values(
            citizen=request.citizen,
            service=request.service,
            registry=registry,
            fields=list(fields),
            purpose=request.purpose,
            at=stamp(moment),
        )
        connection.execute(line)
    return values


def reads_of(connection: Connection, citizen: str) -> list[dict[str, Any]]:
    """Who read what, why and when; the newest first."""
    query = select(
        reads.c.service, reads.c.registry, reads.c.fields, reads.c.purpose, reads.c.at
    ).where(reads.c.citizen == citizen)
    rows = connection.execute(query.order_by(reads.c.id.desc()))
    return [dict(row._mapping) for row in rows]


def _registry_of(field: str) -> str:
    return field.split(".", 1)[0]
