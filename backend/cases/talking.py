"""What is said about a case: messages of its department and of its citizen, and its steps."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from backend.cases.states import CaseStates
from backend.clock import stamp
from backend.problems import Problem
from backend.store.tables import case_steps, cases, messages

CITIZEN, OFFICER = "citizen", "officer"


def case_of(connection: Connection, reference: str, citizen: str | None = None) -> Any:
    """The case's row; somebody else's does not exist for a citizen. Raises Problem 404."""
    query = select(cases).where(cases.c.reference == reference)
    if citizen is not None:
        query = query.where(cases.c.citizen == citizen)
    row = connection.execute(query).first()
    if row is None:
        raise Problem(404, "unknown-reference", "there is no case of this reference")
    return row


def write_message(connection: Connection, case: str, by: str, text: str, moment: datetime) -> None:
    """Add to what was said about a case."""
    row = insert(messages).values(case=case, by=by, text=text, at=stamp(moment))
    connection.execute(row)


def messages_of(connection: Connection, case: str) -> list[dict[str, str]]:
    """[{"by": citizen or officer, "text", "at"}], the oldest first."""
    query = select(messages.c.by, messages.c.text, messages.c.at).where(messages.c.case == case)
    return [dict(row._mapping) for row in connection.execute(query.order_by(messages.c.id))]


def steps_of(
    connection: Connection, states: CaseStates, case: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """[{"at", "by", "to", "title" by language}], from when it was received on."""
    query = select(case_steps).where(case_steps.c.case == case["id"]).order_by(case_steps.c.id)
    first = {"at": case["received_at"], "by": CITIZEN, "to": "received"}
    steps = [first] + [
        {"at": row.at, "by": row.by, "to": row.to} for row in connection.execute(query)
    ]
    return [{**step, "title": states.states[step["to"]].title} for step in steps]
