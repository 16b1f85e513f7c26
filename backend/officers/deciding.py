"""What an officer does with a case: look at what is open, move it, write, and all that follows."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from backend.cases.listing import due_day
from backend.cases.moving import decide
from backend.cases.states import CaseStates
from backend.cases.talking import OFFICER, case_of, write_message
from backend.clock import local_day
from backend.offer import Offer
from backend.problems import Problem
from backend.registries.correcting import put_right
from backend.store.tables import cases

NEEDS_WORDS = ("ask", "answer", "refuse")
"""Moves that a citizen cannot understand without a message."""


def open_cases(
    connection: Connection, states: CaseStates, offer: Offer, department: str | None
) -> list[dict[str, Any]]:
    """[{"reference", "service", "department", "state", "received_at", "due", "moves"}] that an
    officer can move, the most urgent first."""
    states_open = [name for name, one in states.states.items() if one.open_to(OFFICER)]
    table = cases.c
    shown = (table.reference, table.service, table.department, table.state, table.received_at)
    query = select(*shown).where(table.state.in_(states_open))
    if department is not None:
        query = query.where(table.department == department)
    rows = [
        {
            "reference": row.reference,
            "service": row.service,
            "department": row.department,
            "state": row.state,
            "received_at": row.received_at,
            "due": due_day(offer, row.service, row.received_at),
            "moves": states.states[row.state].open_to(OFFICER),
        }
        for row in connection.execute(query)
    ]
    return sorted(rows, key=lambda row: (str(row["due"]), str(row["reference"])))


def move_case(
    connection: Connection,
    states: CaseStates,
    offer: Offer,
    reference: str,
    move: str,
    text: str | None,
    moment: datetime,
) -> str:
    """Move it and say why; the new state. Raises Problem 404, 409, or 422 without words that it
    needs."""
    if move in NEEDS_WORDS and not text:
        raise Problem(422, "words-needed", "tell the citizen what and why")
    state = decide(connection, states, reference, move, moment)
    case = case_of(connection, reference)
    if text:
        write_message(connection, case.id, OFFICER, text, moment)
    service = offer.services.get(case.service)
    if service is not None and service.corrects and move == "approve":
        put_right(connection, case.citizen, case.body, local_day(moment))
    return state
