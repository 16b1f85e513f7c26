"""What a citizen has applied for."""

from typing import Any

from sqlalchemy import Connection, select

from backend.cases.states import CaseStates
from backend.store.tables import cases


def cases_of(connection: Connection, states: CaseStates, citizen: str) -> list[dict[str, Any]]:
    """[{"reference", "service", "department", "state", "received_at", "title", "next", "moves"}],
    the newest first; title and next by language, moves are those the citizen may make."""
    shown = (cases.c.reference, cases.c.service, cases.c.department)
    query = select(*shown, cases.c.state, cases.c.received_at).where(cases.c.citizen == citizen)
    rows = connection.execute(query.order_by(cases.c.received_at.desc(), cases.c.id.desc()))
    return [{**row._mapping, **_told(states, row.state)} for row in rows]


def _told(states: CaseStates, state: str) -> dict[str, Any]:
    now = states.states[state]
    return {"title": now.title, "next": now.next, "moves": now.open_to("citizen")}
