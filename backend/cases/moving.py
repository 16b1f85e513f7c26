"""Moving a case from state to state; each step leaves a line that its citizen can read."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, update

from backend.cases.states import CaseStates
from backend.cases.talking import CITIZEN, OFFICER, case_of
from backend.clock import stamp
from backend.problems import Problem
from backend.store.tables import case_steps, cases


def move(
    connection: Connection,
    states: CaseStates,
    reference: str,
    citizen: str,
    name: str,
    moment: datetime,
) -> str:
    """A citizen's move of their own case; returns its new state. Raises Problem 404 or 409.

    Somebody else's case does not exist for them.
    """
    row = case_of(connection, reference, citizen)
    return _step(connection, states, row, name, CITIZEN, moment)


def decide(
    connection: Connection, states: CaseStates, reference: str, name: str, moment: datetime
) -> str:
    """An officer's move; returns the new state. Raises Problem 404 or 409."""
    return _step(connection, states, case_of(connection, reference), name, OFFICER, moment)


def _step(
    connection: Connection, states: CaseStates, row: Any, name: str, actor: str, moment: datetime
) -> str:
    to = states.after(row.state, name, actor)
    if to is None:
        raise Problem(409, "not-now", f"a case that is {row.state} cannot be moved so")
    connection.execute(update(cases).where(cases.c.id == row.id).values(state=to))
    step = {"case": row.id, "move": name, "by": actor, "to": to, "at": stamp(moment)}
    connection.execute(insert(case_steps).values(**step))
    return to
