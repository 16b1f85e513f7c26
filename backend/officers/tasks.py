"""Work for officers that no case shows."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from backend.clock import stamp
from backend.days import after_working_days
from backend.problems import Problem
from backend.store.tables import cases, tasks

CALL_BACK = "call_back"
CALL_BACK_DAYS = 15
"""Working days, as 好差评 promises."""


def call_back_by(day: str) -> str:
    """The last day for calling back somebody who rated low on this day."""
    return after_working_days(date.fromisoformat(day), CALL_BACK_DAYS).isoformat()


def set_task(connection: Connection, kind: str, case: str, due: str) -> None:
    """Give officers something to do about a case."""
    connection.execute(insert(tasks).values(kind=kind, case=case, due=due))


def open_tasks(connection: Connection) -> list[dict[str, Any]]:
    """[{"id", "kind", "reference", "department", "due"}], the most urgent first."""
    shown = (tasks.c.id, tasks.c.kind, cases.c.reference, cases.c.department, tasks.c.due)
    query = select(*shown).join(cases, cases.c.id == tasks.c.case)
    rows = connection.execute(query.where(tasks.c.done_at.is_(None)).order_by(tasks.c.due))
    return [dict(row._mapping) for row in rows]


def end_task(connection: Connection, identifier: int, moment: datetime) -> None:
    """It is done. Raises Problem 404 when it is not open."""
    mine = (tasks.c.id == identifier) & tasks.c.done_at.is_(None)
    done = connection.execute(update(tasks).where(mine).values(done_at=stamp(moment)))
    if not done.rowcount:
        raise Problem(404, "unknown-task", "there is no such task, or it is done")
