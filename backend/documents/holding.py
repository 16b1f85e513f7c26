"""Issuing documents, and which of them a citizen has."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from backend.cases.talking import case_of
from backend.clock import local_day, stamp
from backend.documents.kinds import Kind
from backend.problems import Problem
from backend.receipts.keys import ReceiptKey
from backend.receipts.signing import sign_document
from backend.store.tables import documents

ISSUED = "A"
"""The trust level of what a department issued itself."""

_SHOWN = ("id", "kind", "department", "level", "facts", "issued_on", "valid_until", "signed")


def issue(
    connection: Connection, kind: Kind, reference: str, moment: datetime, signer: ReceiptKey
) -> str:
    """Issue a document on a case, signed; its id. Raises Problem 404, or 409 when the case is
    another department's."""
    case = case_of(connection, reference)
    if case.department != kind.department:
        raise Problem(409, "not-yours", "another department issues this kind of document")
    answers = case.body["answers"]
    facts = {fact: str(answers[name]) for fact, name in kind.shows.items() if name in answers}
    day = date.fromisoformat(local_day(moment))
    ends = None if kind.valid_days is None else (day + timedelta(kind.valid_days)).isoformat()
    row = {
        "id": uuid.uuid4().hex,
        "kind": kind.id,
        "department": kind.department,
        "level": ISSUED,
        "facts": facts,
        "issued_on": day.isoformat(),
        "valid_until": ends,
    }
    return enter(connection, case.citizen, row, signer, case.id)


def enter(
    connection: Connection,
    citizen: str,
    row: dict[str, Any],
    signer: ReceiptKey,
    case: str | None = None,
) -> str:
    """Sign and keep a document {"id", "kind", "department", "level", "facts", "issued_on",
    "valid_until"}; its id."""
    signed = sign_document(row, signer)
    connection.execute(insert(documents).values(**row, citizen=citizen, case=case, signed=signed))
    return str(row["id"])


def revoke(connection: Connection, identifier: str, moment: datetime) -> None:
    """It counts no more. Raises Problem 404."""
    mine = (documents.c.id == identifier) & documents.c.revoked_at.is_(None)
    done = connection.execute(update(documents).where(mine).values(revoked_at=stamp(moment)))
    if not done.rowcount:
        raise Problem(404, "unknown-document", "there is no such document, or it was revoked")


def documents_of(connection: Connection, citizen: str, day: str) -> list[dict[str, Any]]:
    """[{"id", "kind", "department", "level", "facts", "issued_on", "valid_until", "signed",
    "state": valid, expired or revoked}], the newest first."""
    query = select(documents).where(documents.c.citizen == citizen)
    rows = connection.execute(query.order_by(documents.c.issued_on.desc(), documents.c.id))
    return [{**_shown(row), "state": _state(row, day)} for row in rows]


def documents_of_case(connection: Connection, case: str) -> list[str]:
    """The ids of what was issued on a case."""
    query = select(documents.c.id).where(documents.c.case == case)
    return list(connection.execute(query.order_by(documents.c.issued_on)).scalars())


def need_theirs(connection: Connection, citizen: str, named: Sequence[str]) -> None:
    """A submission refers to its citizen's own documents. Raises Problem 422.

    One that has expired since is no fault of theirs; the officer sees it.
    """
    query = select(documents.c.id).where(documents.c.citizen == citizen)
    unknown = sorted(set(named) - set(connection.execute(query).scalars()))
    if unknown:
        raise Problem(
            422, "unknown-document", "these are no documents of this citizen", ids=unknown
        )


def _shown(row: Any) -> dict[str, Any]:
    return {name: row._mapping[name] for name in _SHOWN}


def _state(row: Any, day: str) -> str:
    if row.revoked_at is not None:
        return "revoked"
    return "expired" if row.valid_until is not None and row.valid_until < day else "valid"
