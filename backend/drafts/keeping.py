"""Keeping a sealed draft, and giving it to who names its locator; wrong ones wait.

The terminal derives locator and key from the code and the citizen, slowly on purpose; neither the
code nor the key ever comes here.
"""

import hmac
from collections.abc import Mapping, Set
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from backend.clock import stamp
from backend.registries.pins import begin_try, end_try
from backend.store.prepared import Prepared
from backend.store.tables import cases, drafts

LASTS = timedelta(days=30)


@dataclass(frozen=True)
class SealedDraft:
    """`errand`: a service or life event; `form`: {"id", "version"}; `sealed`: base64."""

    citizen: str
    errand: str
    locator: str
    form: dict[str, Any]
    sealed: str


def keep(connection: Connection, draft: SealedDraft, moment: datetime) -> str:
    """Keep it in place of the citizen's draft of the same errand; when it will be erased."""
    expires_at = stamp(moment + LASTS)
    row = {**asdict(draft), "expires_at": expires_at}
    connection.execute(insert(drafts).values(row).on_conflict_do_update(set_=row))
    return expires_at


def erase_expired(connection: Connection, moment: datetime) -> None:
    """Those that nobody took up in time."""
    connection.execute(delete(drafts).where(drafts.c.expires_at <= stamp(moment)))


def open_draft(
    connection: Connection, citizen: str, locator: str, moment: datetime
) -> dict[str, Any]:
    """{"draft": {"errand", "form", "sealed", "expires_at"} | None, "tries_left",
    "retry_after_s"}; after some wrong locators a citizen waits, longer each time."""
    tries, now = f"draft:{citizen}", int(moment.timestamp())
    locked = begin_try(connection, tries, now)
    if locked is not None:
        return _told(None, locked.tries_left, locked.retry_after_s)
    query = select(drafts).where(drafts.c.citizen == citizen, drafts.c.expires_at > stamp(moment))
    rows = connection.execute(query).all()
    found = next((row for row in rows if hmac.compare_digest(row.locator, locator)), None)
    verdict = end_try(connection, tries, found is not None)
    return _told(found, verdict.tries_left, verdict.retry_after_s)


def erase(connection: Connection, citizen: str, errand: str) -> bool:
    """Whether there was one to erase."""
    mine = (drafts.c.citizen == citizen) & (drafts.c.errand == errand)
    return connection.execute(delete(drafts).where(mine)).rowcount > 0


def erase_done(
    connection: Connection, citizen: str, service: str, errands: Mapping[str, Set[str]]
) -> None:
    """Erase the drafts that have done their work now that an application for this service came:
    every service of their errand (errand -> its services) was applied for since they were kept."""
    for errand, expires_at in _MINE.run(connection, citizen=citizen).fetchall():
        needed = errands.get(errand, frozenset())
        if service in needed and needed <= _applied_for(connection, citizen, expires_at):
            erase(connection, citizen, errand)


def _applied_for(connection: Connection, citizen: str, expires_at: str) -> Set[str]:
    """The services, since a draft was kept that expires then."""
    kept_at = stamp(datetime.fromisoformat(expires_at) - LASTS)
    since = (cases.c.citizen == citizen) & (cases.c.received_at >= kept_at)
    return set(connection.execute(select(cases.c.service).where(since)).scalars())


def _told(row: Any, tries_left: int, retry_after_s: int | None) -> dict[str, Any]:
    draft = None
    if row is not None:
        names = ("errand", "form", "sealed", "expires_at")
        draft = {name: row._mapping[name] for name in names}
    return {"draft": draft, "tries_left": tries_left, "retry_after_s": retry_after_s}


_MINE = Prepared(
    select(drafts.c.errand, drafts.c.expires_at).where(drafts.c.citizen == bindparam("citizen"))
)
