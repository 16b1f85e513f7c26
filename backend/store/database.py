"""The SQLite file: a writer that commits in groups, readers that never wait for it."""

import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event

from backend.store.migrations import bring_up_to_date

T = TypeVar("T")
Job = Callable[[Connection], Any]

_GROUP = 64
"""Most writes that share one commit, and so one fsync."""


class Database:
    """Reads run on the caller's thread; writes queue for one thread and share its commits."""

    def __init__(self, path: Path) -> None:
        self._readers = _engine(path, "BEGIN")
        self._writer = _engine(path, "BEGIN IMMEDIATE")
        _prepare(path)
        self._jobs: queue.SimpleQueue[tuple[Job, Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="writer", daemon=True)
        self._thread.start()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot to read from."""
        with self._readers.connect() as connection:
            yield connection

    def write(self, job: Callable[[Connection], T]) -> T:
        """Run `job` in a transaction; returns, or raises what it raised, once that is durable.

        It may be run again when another that shares its transaction fails.
        """
        return self.begin_write(job).result()

    def begin_write(self, job: Callable[[Connection], T]) -> Future[T]:
        """The same, for who waits elsewhere."""
        future: Future[T] = Future()
        self._jobs.put((job, future))
        return future

    def close(self) -> None:
        """Finish what is queued and let go of the file."""
        self._jobs.put(None)
        self._thread.join()
        self._readers.dispose()
        self._writer.dispose()

    def _serve(self) -> None:
        while (first := self._jobs.get()) is not None:
            group = [first]
            while len(group) < _GROUP and not self._jobs.empty():
                following = self._jobs.get()
                if following is None:
                    self._jobs.put(None)
                    break
                group.append(following)
            self._commit(group)

    def _commit(self, group: list[tuple[Job, Future[Any]]]) -> None:
        """All in one transaction. Should one fail, each again, where it fails alone."""
        try:
            with self._writer.begin() as connection:
                results = [job(connection) for job, _ in group]
        except Exception as failed:  # noqa: BLE001 - the caller gets it
            if len(group) == 1:
                group[0][1].set_exception(failed)
                return
            for one in group:
                self._commit([one])
            return
        for (_, future), result in zip(group, results, strict=True):
            future.set_result(result)


def _prepare(path: Path) -> None:
    engine = _engine(path, "BEGIN IMMEDIATE", foreign_keys=False)  # a table may be made anew
    with engine.begin() as connection:
        bring_up_to_date(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"{path} could not be brought up to date: {broken[:3]}")
    engine.dispose()


def _engine(path: Path, begin: str, foreign_keys: bool = True) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 10})

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's own BEGIN below, none by sqlite3
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA foreign_keys={foreign_keys:d}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
