"""What a citizen said the last time they used a service, for them to use again."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from backend.consents.giving import Agreed, must_stand
from backend.offer import Service
from backend.registries.log import ReadLine, log_read
from backend.store.tables import cases

PURPOSE = "reuse"
EARLIER = "applications"
"""The register that a citizen's own earlier applications count as."""

_OWN = "citizen"
"""The source of an answer that the citizen gave, in a submission's `sources`."""


def said_on(connection: Connection, citizen: str, service: str) -> str | None:
    """The day of their newest application for this service, None when there is none."""
    row = _newest(connection, citizen, service)
    return None if row is None else str(row.received_at[:10])


def last_answers(
    connection: Connection, citizen: str, service: Service, consent: str, moment: datetime
) -> dict[str, Any] | None:
    """{"form": {"id", "version"}, "answers", "said_on"} with the answers that they gave
    themselves; logged like any read. Raises Problem 403 without their consent."""
    must_stand(connection, consent, Agreed(citizen, service.id, PURPOSE, {EARLIER}), moment)
    row = _newest(connection, citizen, service.id)
    if row is None:
        return None
    sources = row.body.get("sources", {})
    answers = {
        name: value
        for name, value in row.body["answers"].items()
        if sources.get(name, _OWN) == _OWN
    }
    names = sorted(answers)
    line = ReadLine(
        citizen, service.id, service.department, EARLIER, names, names, PURPOSE, consent
    )
    log_read(connection, line, moment)
    return {"form": row.body["form"], "answers": answers, "said_on": row.received_at[:10]}


def _newest(connection: Connection, citizen: str, service: str) -> Any:
    query = select(cases.c.body, cases.c.received_at).where(
        cases.c.citizen == citizen, cases.c.service == service
    )
    return connection.execute(query.order_by(cases.c.received_at.desc()).limit(1)).first()
