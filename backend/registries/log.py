"""The log of reads: a line for each registry asked, chained so that a changed one is found."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from backend.canonical import canonical, sha256
from backend.clock import stamp
from backend.store.tables import reads


@dataclass(frozen=True)
class Head:
    """A line that was the newest once; the default stands before the first."""

    line: int = 0
    digest: str = "0"


class Broken(Exception):
    """A line that is not as it was written, or is gone."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(frozen=True)
class ReadLine:
    """Which service of which department asked which registry for which fields of whom, which of
    them it was shown, what for, and the consent it stands on (None: the law allows it)."""

    citizen: str
    service: str
    department: str
    registry: str
    fields: Sequence[str]
    shown: Sequence[str]
    purpose: str
    consent: str | None


def log_read(connection: Connection, line: ReadLine, moment: datetime) -> None:
    """Enter a line after the last one."""
    row = {**asdict(line), "fields": list(line.fields), "shown": list(line.shown)}
    row["at"] = stamp(moment)
    last = connection.execute(select(reads.c.digest).order_by(reads.c.id.desc()).limit(1))
    row["digest"] = _digest(last.scalar() or Head.digest, row)
    connection.execute(insert(reads).values(row))


def reads_of(connection: Connection, citizen: str) -> list[dict[str, Any]]:
    """[{"service", "department", "registry", "fields", "shown", "purpose", "consent", "at"}], the
    newest first."""
    hidden = ("id", "citizen", "digest")
    shown = [column for column in reads.c if column.name not in hidden]
    rows = connection.execute(
        select(*shown).where(reads.c.citizen == citizen).order_by(reads.c.id.desc())
    )
    return [dict(row._mapping) for row in rows]


def follow(connection: Connection, since: Head, most: int) -> Head:
    """The last of up to `most` lines behind `since`; `since` itself where there are none.

    Raises Broken at a line that was changed, or that follows on one that was taken away; also at
    `since`, which a chain that was cut off or made anew does not hold.
    """
    if since != Head() and _digest_of(connection, since.line) != since.digest:
        raise Broken(since.line)
    query = select(reads).where(reads.c.id > since.line).order_by(reads.c.id).limit(most)
    for row in connection.execute(query):
        if row.digest != _digest(since.digest, dict(row._mapping)):
            raise Broken(row.id)
        since = Head(row.id, row.digest)
    return since


def chain_anew(connection: Connection) -> None:
    """Chain the lines of a file from before there was a chain."""
    previous = Head.digest
    for row in connection.execute(select(reads).order_by(reads.c.id)).all():
        previous = _digest(previous, dict(row._mapping))
        connection.execute(update(reads).where(reads.c.id == row.id).values(digest=previous))


def _digest_of(connection: Connection, line: int) -> str | None:
    return connection.execute(select(reads.c.digest).where(reads.c.id == line)).scalar()


def _digest(previous: str, row: Mapping[str, Any]) -> str:
    covered = {name: row[name] for name in row if name not in ("id", "digest")}
    return sha256(canonical({"previous": previous, **covered}))
