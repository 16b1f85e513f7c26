"""Statements that are compiled once: where thousands run, building them anew costs most of it."""

from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.engine import Dialect


class Prepared:
    """A statement with named parameters. Values go to the database as they are: JSON as text."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._texts: dict[str, tuple[str, list[tuple[str, Any]]]] = {}

    def run(self, connection: Connection, **values: Any) -> CursorResult[Any]:
        """Execute it; every parameter must be given."""
        dialect = connection.dialect
        text, named = self._texts.get(dialect.name) or self._compile(dialect)
        given = tuple(values[name] if own is None else own for name, own in named)
        return connection.exec_driver_sql(text, given)

    def _compile(self, dialect: Dialect) -> tuple[str, list[tuple[str, Any]]]:
        compiled = self._statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        named = [(name, compiled.params[name]) for name in compiled.positiontup or ()]
        made = self._texts[dialect.name] = (str(compiled), named)
        return made
