"""Statements that are compiled once: where thousands run, building them anew costs most of it."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.engine import Dialect


class Prepared:
    """A statement with named parameters. Values go to the database as they are: JSON as text."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._texts: dict[str, tuple[str, list[tuple[str, Any]]]] = {}

    def run(self, connection: Connection, **values: Any) -> sqlite3.Cursor:
        """Execute it in the connection's transaction, past SQLAlchemy, whose results cost more
        than these statements; every parameter must be given. Raises sqlite3.Error."""
        dialect = connection.dialect
        text, named = self._texts.get(dialect.name) or self._compile(dialect)
        given = tuple(values[name] if own is None else own for name, own in named)
        driver: Any = connection.connection.driver_connection
        cursor: sqlite3.Cursor = driver.execute(text, given)
        return cursor

    def _compile(self, dialect: Dialect) -> tuple[str, list[tuple[str, Any]]]:
        compiled = self._statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        named = [(name, compiled.params[name]) for name in compiled.positiontup or ()]
        made = self._texts[dialect.name] = (str(compiled), named)
        return made
