"""Accepting a submission: the case, its receipt and the answer to its key, all or none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import uuid6
from sqlalchemy import Connection, bindparam, insert, select

from backend.attachments import claiming
from backend.cases.references import next_reference
from backend.clock import local_day, stamp
from backend.documents.holding import need_theirs
from backend.problems import Problem
from backend.receipts.keys import ReceiptKey
from backend.receipts.signing import Claims, link, sign
from backend.store.prepared import Prepared
from backend.store.tables import cases, submissions
from foundation.attachments import attachments_in


@dataclass(frozen=True)
class Accepted:
    """The answer to a key; the same every time, but for `replayed`."""

    case: str
    reference: str
    receipt: str
    replayed: bool

    def answer(self) -> dict[str, str]:
        """As the terminal gets it."""
        return {"case": self.case, "reference": self.reference, "receipt": self.receipt}


def accept(
    connection: Connection,
    key: str,
    body: Mapping[str, Any],
    fingerprint: str,
    department: str,
    moment: datetime,
    signer: ReceiptKey,
) -> Accepted:
    """The case of this key: a new one, or the one it already has. Raises Problem 409 or 422.

    fingerprint: SHA-256 of the body's canonical spelling.
    """
    earlier = find(connection, key)
    if earlier is not None:
        if earlier[1] != fingerprint:
            raise Problem(422, "key-reused", "this key was used for another application")
        return earlier[0]
    _need_what_it_names(connection, key, body)
    claims = Claims(
        case=str(uuid6.uuid7()),
        reference=next_reference(connection, local_day(moment)),
        key=key,
        service=body["service"],
        department=department,
        body_sha256=fingerprint,
        received_at=stamp(moment),
        previous=_last_link(connection),
    )
    return _store(connection, claims, body, sign(claims, signer))


def find(connection: Connection, key: str) -> tuple[Accepted, str] | None:
    """(the answer to this key, the fingerprint of its body), None for an unknown key."""
    row = _FIND.run(connection, key=key).fetchone()
    if row is None:
        return None
    case, reference, receipt, fingerprint = row
    return Accepted(case, reference, receipt, replayed=True), fingerprint


def _need_what_it_names(connection: Connection, key: str, body: Mapping[str, Any]) -> None:
    """In the transaction of the case, so that nothing of it is cleared away in between."""
    if documents := body.get("documents"):
        need_theirs(connection, body["citizen"], documents)
    if attachments_in(body["answers"]):
        claiming.need_all(connection, key, body["answers"])


def _store(
    connection: Connection, claims: Claims, body: Mapping[str, Any], receipt: str
) -> Accepted:
    _NEW_CASE.run(
        connection,
        id=claims.case,
        reference=claims.reference,
        citizen=body["citizen"],
        service=claims.service,
        department=claims.department,
        state="received",
        body=json.dumps(body),
        received_at=claims.received_at,
    )
    _ANSWER.run(
        connection,
        key=claims.key,
        fingerprint=claims.body_sha256,
        case=claims.case,
        receipt=receipt,
    )
    return Accepted(claims.case, claims.reference, receipt, replayed=False)


def _last_link(connection: Connection) -> str | None:
    last = _LAST.run(connection).fetchone()
    return None if last is None else link(last[0])


_FIND = Prepared(
    select(cases.c.id, cases.c.reference, submissions.c.receipt, submissions.c.fingerprint)
    .join(cases, cases.c.id == submissions.c.case)
    .where(submissions.c.key == bindparam("key"))
)

_CASE = (
    "id",
    "reference",
    "citizen",
    "service",
    "department",
    "state",
    "body",
    "received_at",
)

_NEW_CASE = Prepared(insert(cases).values({name: bindparam(name) for name in _CASE}))

_ANSWER = Prepared(
    insert(submissions).values(
        {name: bindparam(name) for name in ("key", "fingerprint", "case", "receipt")}
    )
)

_LAST = Prepared(select(submissions.c.receipt).order_by(submissions.c.sequence.desc()).limit(1))
