"""A file of an earlier version keeps what it holds and becomes what a new file would be."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Column, Engine, Text, create_engine, inspect

from backend.store.database import Database
from backend.store.migrations import STEPS, LaterVersion, Step, bring_up_to_date
from backend.store.tables import metadata

OLD = Path(__file__).with_name("backend-0.sql")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as the first version left it, with one case, its receipt and its rating."""
    path = tmp_path / "backend.sqlite"
    with sqlite3.connect(path) as file:
        file.executescript(OLD.read_text(encoding="utf-8"))
    file.close()
    return path


def engine_of(path: Path) -> Engine:
    return create_engine(f"sqlite:///{path}")


@pytest.mark.parametrize("new", [True, False])
def test_old_and_new_files_are_as_the_tables_say(old: Path, tmp_path: Path, new: bool) -> None:
    path = tmp_path / "new.sqlite" if new else old
    Database(path).close()
    Database(path).close()
    engine = engine_of(path)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
        (steps,) = connection.exec_driver_sql("SELECT steps FROM schema_version").one()
        cases = connection.exec_driver_sql("SELECT count(*) FROM cases").scalar_one()
    engine.dispose()
    assert steps == len(STEPS)
    assert cases == (0 if new else 1)


def test_a_step_changes_a_table_and_keeps_its_rows(old: Path) -> None:
    def stricter(change: Operations) -> None:
        with change.batch_alter_table("cases") as cases:  # made anew, under its children
            cases.add_column(Column("channel", Text, nullable=False, server_default="terminal"))

    def never(change: Operations) -> None:
        raise AssertionError("a table that is not there yet needs no change")

    steps = (*STEPS, Step("cases", stricter), Step("of_a_later_day", never))
    engine = engine_of(old)
    for _ in range(2):
        with engine.begin() as connection:
            bring_up_to_date(connection, steps)
    with engine.connect() as connection:
        row = connection.exec_driver_sql("SELECT reference, channel FROM cases").one()
        assert tuple(row) == ("HZ 2026 1123 0001 6", "terminal")
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        assert "ratings" in inspect(connection).get_table_names()
    engine.dispose()


def test_a_file_of_a_later_version_is_left_alone(old: Path) -> None:
    Database(old).close()
    with sqlite3.connect(old) as file:
        file.execute("UPDATE schema_version SET steps = steps + 1")
    file.close()
    with pytest.raises(LaterVersion):
        Database(old)
