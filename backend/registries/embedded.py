"""A registry kept in the back-end's own tables."""

from collections.abc import Sequence

from sqlalchemy import select

from backend.registries.protocol import Values
from backend.store.database import Database
from backend.store.tables import registry_values


class Embedded:
    """Every registry that is not kept elsewhere."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look_up(self, citizen: str, fields: Sequence[str]) -> Values:
        """What the tables hold; this registry is never silent."""
        query = select(registry_values).where(
            registry_values.c.citizen == citizen, registry_values.c.field.in_(fields)
        )
        with self._database.read() as connection:
            return {
                row.field: {"value": row.value, "registry": row.registry, "as_of": row.as_of}
                for row in connection.execute(query)
            }
