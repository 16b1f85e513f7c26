"""What a citizen has applied for."""

from typing import Any

from sqlalchemy import Connection, select

from backend.store.tables import cases


def cases_of(connection: Connection, citizen: str) -> list[dict[str, Any]]:
    """[{"reference", "service", "department", "state", "received_at"}], the newest first."""
    shown = (cases.c.reference, cases.c.service, cases.c.department)
    query = select(*shown, cases.c.state, cases.c.received_at).where(cases.c.citizen == citizen)
    rows = connection.execute(query.order_by(cases.c.received_at.desc(), cases.c.id.desc()))
    return [dict(row._mapping) for row in rows]
