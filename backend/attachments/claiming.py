"""Attachments as rows: what came whole and right, and whether a submission has all of its own."""

from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from backend.attachments.kinds import fits
from backend.problems import Problem
from backend.store.tables import attachments
from foundation.attachments import attachments_in

UPLOADED = "C"


def complete(connection: Connection, key: str, sha256: str) -> bool:
    """Whether this one is here, whole and right."""
    query = select(attachments.c.bytes)
    found = query.where(attachments.c.key == key, attachments.c.sha256 == sha256)
    return connection.execute(found).first() is not None


def note(connection: Connection, key: str, sha256: str, size: int, kind: str, at: str) -> None:
    """It is here, whole and right; said again, nothing changes."""
    row = {"key": key, "sha256": sha256, "bytes": size, "kind": kind}
    statement = insert(attachments).values(**row, trust=UPLOADED, received_at=at)
    connection.execute(statement.on_conflict_do_nothing())


def forget(connection: Connection, key: str) -> None:
    """They are here no more."""
    connection.execute(delete(attachments).where(attachments.c.key == key))


def need_all(connection: Connection, key: str, answers: dict[str, Any]) -> None:
    """Raises Problem 409 unless everything that the answers name is here, and 422 for a file that
    is not what they say."""
    named = attachments_in(answers)
    query = select(attachments).where(attachments.c.key == key)
    here = {row.sha256: row for row in connection.execute(query)}
    missing = [one.sha256 for one in named if one.sha256 not in here]
    if missing:
        raise Problem(409, "attachments-missing", "bring the attachments first", missing=missing)
    for one in named:
        row = here[one.sha256]
        if row.bytes != one.bytes or not fits(one.media_type, row.kind):
            faults = [{"field": "answers", "rule": "attachment"}]
            raise Problem(422, "invalid-answers", "a file is not what it is called", errors=faults)
