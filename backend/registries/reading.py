"""Reading what registries know of a citizen: with their consent, or where the law needs none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection

from backend.consents.giving import Agreed, must_stand
from backend.offer import Offer, Service
from backend.problems import Problem
from backend.registries.asking import Found, registry_of
from backend.registries.log import ReadLine, log_read


@dataclass(frozen=True)
class Request:
    """Who asks what about whom, for which service and why."""

    citizen: str
    service: str
    purpose: str
    fields: Sequence[str]
    consent: str | None


def permitted(connection: Connection, request: Request, offer: Offer, moment: datetime) -> Service:
    """The service that reads what its form needs and the citizen agreed to, and no more.

    Raises Problem 403 or 422.
    """
    service = offer.service(request.service)
    beyond = sorted(set(request.fields) - service.readable)
    if beyond:
        raise Problem(403, "beyond-purpose", "this service has no need of these", fields=beyond)
    asked = {registry_of(field) for field in request.fields} - service.lawful_reads
    if asked:
        needed = Agreed(request.citizen, request.service, request.purpose, asked)
        must_stand(connection, request.consent, needed, moment)
    return service


def log_found(
    connection: Connection, request: Request, service: Service, found: Found, moment: datetime
) -> None:
    """A line for each registry that was asked, whether it answered or not."""
    ordered = sorted(dict.fromkeys(request.fields), key=registry_of)
    for registry, group in groupby(ordered, key=registry_of):
        fields = list(group)
        line = ReadLine(
            request.citizen,
            request.service,
            service.department,
            registry,
            fields,
            [one for one in fields if one in found.values],
            request.purpose,
            None if registry in service.lawful_reads else request.consent,
        )
        log_read(connection, line, moment)
