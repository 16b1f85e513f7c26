"""What a citizen has applied for: all of it in short, and one application in full."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from backend.cases.states import CaseStates
from backend.cases.talking import OFFICER, case_of, messages_of, steps_of
from backend.days import after_working_days
from backend.documents.holding import documents_of_case
from backend.offer import Offer
from backend.store.tables import cases, messages, ratings


def cases_of(
    connection: Connection, states: CaseStates, offer: Offer, citizen: str
) -> list[dict[str, Any]]:
    """[{"reference", "service", "department", "state", "received_at", "title", "next", "moves",
    "due", "rated", "messages"}], the newest first; title and next by language, moves are those
    the citizen may make, due is the day by which the department answers, None once it has,
    messages counts those of the department."""
    query = select(cases).where(cases.c.citizen == citizen)
    rows = connection.execute(query.order_by(cases.c.received_at.desc(), cases.c.id.desc()))
    return [_told(connection, states, offer, row) for row in rows.all()]


def case_in_full(
    connection: Connection, states: CaseStates, offer: Offer, citizen: str, reference: str
) -> dict[str, Any]:
    """As in `cases_of`, with {"steps", "said", "documents"}. Raises Problem 404."""
    row = case_of(connection, reference, citizen)
    return {
        **_told(connection, states, offer, row),
        "steps": steps_of(connection, states, row._mapping),
        "said": messages_of(connection, row.id),
        "documents": documents_of_case(connection, row.id),
    }


def due_day(offer: Offer, service: str, received_at: str) -> str:
    """The day by which the department promised to answer."""
    days = offer.services[service].answer_days if service in offer.services else 0
    return after_working_days(date.fromisoformat(received_at[:10]), days).isoformat()


def _told(connection: Connection, states: CaseStates, offer: Offer, row: Any) -> dict[str, Any]:
    now = states.states[row.state]
    open_still = any(move.by == OFFICER for move in now.moves.values())
    theirs = (messages.c.case == row.id) & (messages.c.by == OFFICER)
    count = connection.execute(select(func.count()).where(theirs)).scalar_one()
    rated = connection.execute(select(ratings.c.case).where(ratings.c.case == row.id)).first()
    return {
        "reference": row.reference,
        "service": row.service,
        "department": row.department,
        "state": row.state,
        "received_at": row.received_at,
        "title": now.title,
        "next": now.next,
        "moves": now.open_to("citizen"),
        "due": due_day(offer, row.service, row.received_at) if open_still else None,
        "rated": rated is not None,
        "messages": count,
    }
