"""Giving consent, taking it back, and whether it stands."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from backend.clock import stamp
from backend.problems import Problem
from backend.store.tables import consents

LASTS = timedelta(hours=24)
"""Long enough for one visit and its second thoughts; the next visit asks anew."""


@dataclass(frozen=True)
class Agreed:
    """Who lets which service read which registries, and what for."""

    citizen: str
    service: str
    purpose: str
    registries: Collection[str]


def give(connection: Connection, agreed: Agreed, moment: datetime) -> dict[str, str]:
    """Keep it; {"id", "until"}."""
    told = {"id": uuid.uuid4().hex, "until": stamp(moment + LASTS)}
    row = insert(consents).values(
        **told,
        citizen=agreed.citizen,
        service=agreed.service,
        purpose=agreed.purpose,
        registries=sorted(agreed.registries),
        given_at=stamp(moment),
    )
    connection.execute(row)
    return told


def withdraw(connection: Connection, citizen: str, identifier: str, moment: datetime) -> None:
    """End it now; again changes nothing. Raises Problem 404 for what is not this citizen's."""
    mine = (consents.c.id == identifier) & (consents.c.citizen == citizen)
    if connection.execute(select(consents.c.id).where(mine)).first() is None:
        raise Problem(404, "unknown-consent", "there is no such consent")
    standing = mine & consents.c.withdrawn_at.is_(None)
    connection.execute(update(consents).where(standing).values(withdrawn_at=stamp(moment)))


def must_stand(
    connection: Connection, identifier: str | None, needed: Agreed, moment: datetime
) -> None:
    """Raises Problem 403 unless this consent covers what is needed, now."""
    row = connection.execute(select(consents).where(consents.c.id == (identifier or ""))).first()
    if row is None or not _covers(row, needed):
        raise Problem(403, "no-consent", "the citizen has not agreed to this read")
    if row.withdrawn_at is not None or row.until <= stamp(moment):
        raise Problem(403, "consent-over", "the citizen's consent has ended; ask again")


def _covers(row: Any, needed: Agreed) -> bool:
    given = (row.citizen, row.service, row.purpose)
    same = given == (needed.citizen, needed.service, needed.purpose)
    return same and set(needed.registries) <= set(row.registries)


def consents_of(connection: Connection, citizen: str, moment: datetime) -> list[dict[str, Any]]:
    """[{"id", "service", "purpose", "registries", "given_at", "until", "withdrawn_at",
    "stands": bool}], the newest first."""
    shown = [column for column in consents.c if column.name != "citizen"]
    query = select(*shown).where(consents.c.citizen == citizen)
    rows = connection.execute(query.order_by(consents.c.given_at.desc(), consents.c.id))
    now = stamp(moment)
    return [
        {**row._mapping, "stands": row.withdrawn_at is None and now < row.until} for row in rows
    ]
