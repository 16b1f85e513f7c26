"""Bringing a file of an earlier version up to date, step by step, in one transaction.

A new table needs no step: it is made where it is missing, as `tables` has it now. A change of a
table that files hold already is a step at the end of STEPS. A step that was released is never
changed; it must leave the table as `tables` has it, which a test compares.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import JSON, Column, Connection, Text, delete, insert, inspect, select, text

from backend.registries.log import chain_anew
from backend.store.tables import metadata, schema_version

if TYPE_CHECKING:
    from alembic.operations import Operations


Change = Callable[["Operations"], None]


@dataclass(frozen=True)
class Step:
    """A change of one table; a file that does not have the table yet gets it as it is now."""

    table: str
    change: Change


def _reads_are_chained(change: "Operations") -> None:
    with change.batch_alter_table("reads") as reads:
        reads.add_column(Column("department", Text, nullable=False, server_default=""))
        reads.add_column(Column("shown", JSON, nullable=False, server_default="[]"))
        reads.add_column(Column("consent", Text))
        reads.add_column(Column("digest", Text, nullable=False, server_default=""))
    connection = change.get_bind()
    connection.execute(text("UPDATE reads SET shown = fields"))
    chain_anew(connection)


STEPS: tuple[Step, ...] = (Step("reads", _reads_are_chained),)


class LaterVersion(RuntimeError):
    """The file was written by a later version of Atrium: install that one, or a backup."""


def bring_up_to_date(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Make what is missing and change what is old. Foreign keys must not be enforced meanwhile.

    Raises LaterVersion.
    """
    there = set(inspect(connection).get_table_names())
    done = _steps_done(connection, there) if there else len(steps)
    if done > len(steps):
        raise LaterVersion(f"the back-end's file has had {done} steps, this version knows fewer")
    changes = [step.change for step in steps[done:] if step.table in there]
    if changes:
        _change(connection, changes)
    metadata.create_all(connection)
    connection.execute(delete(schema_version))
    connection.execute(insert(schema_version).values(steps=len(steps)))


def _change(connection: Connection, changes: Sequence[Change]) -> None:
    from alembic.migration import MigrationContext  # slow to load, and hardly ever needed
    from alembic.operations import Operations

    operations = Operations(MigrationContext.configure(connection))
    for change in changes:
        change(operations)


def _steps_done(connection: Connection, there: set[str]) -> int:
    if schema_version.name not in there:
        return 0
    steps: int = connection.execute(select(schema_version.c.steps)).scalar_one()
    return steps
