"""Keeping a sealed draft, and giving it to who names its locator; wrong ones wait.

The terminal derives locator and key from the code and the citizen, slowly on purpose; neither the
code nor the key ever comes here.
"""

import hmac
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from backend.clock import stamp
from backend.registries.pins import begin_try, end_try
from backend.store.prepared import Prepared
from backend.store.tables import drafts

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
    connection.execute(delete(drafts).where(drafts.c.expires_at <= stamp(moment)))
    expires_at = stamp(moment + LASTS)
    row = {**asdict(draft), "expires_at": expires_at}
    connection.execute(insert(drafts).values(row).on_conflict_do_update(set_=row))
    return expires_at


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
    return _ERASE.run(connection, citizen=citizen, errand=errand).rowcount > 0


def _told(row: Any, tries_left: int, retry_after_s: int | None) -> dict[str, Any]:
    draft = None
    if row is not None:
        names = ("errand", "form", "sealed", "expires_at")
        draft = {name: row._mapping[name] for name in names}
    return {"draft": draft, "tries_left": tries_left, "retry_after_s": retry_after_s}


_ERASE = Prepared(
    delete(drafts).where(
        drafts.c.citizen == bindparam("citizen"), drafts.c.errand == bindparam("errand")
    )
)
