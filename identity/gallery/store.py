"""The gallery: who is enrolled, their templates, their tries."""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from identity.decisions.attempts import Attempts
from identity.decisions.decision import ModelInfo
from identity.gallery.copying import from_plain, rewrapped
from identity.gallery.database import Connection, Database, unreadable
from identity.gallery.entries import (
    opened_key,
    rotation_of,
    sealed_template,
    template_of,
    wrapped_key,
)
from identity.gallery.keys import KeyRing, Keys
from identity.gallery.rotation import Rotation
from identity.gallery.sealing import Unreadable, new_key
from identity.gallery.search.index import reference_of
from identity.pictures import Vector

_SOME = 1024
_NEXT_PEOPLE = """
SELECT people.row, people.subject, people.wrapped, number, sealed FROM (
    SELECT rowid AS row, subject, wrapped FROM keys WHERE rowid > :row AND EXISTS (
        SELECT 1 FROM templates AS own
        WHERE own.subject = keys.subject AND own.model = :model AND own.version = :version)
    ORDER BY rowid LIMIT :some) AS people
JOIN templates ON templates.subject = people.subject AND model = :model AND version = :version
ORDER BY people.row, number"""


@dataclass(frozen=True)
class Enrolment:
    """One enrolled subject; `enrolled_at` is ISO 8601 in UTC."""

    subject: str
    images: int
    enrolled_at: str


@dataclass(frozen=True)
class Destroyed:
    """What was destroyed of one subject. `key_sha256` is over their wrapped key, as hex."""

    subject: str
    models: tuple[tuple[str, str], ...]
    templates: int
    key_sha256: str
    at: str


class Gallery:
    """Safe from any thread. Raises IdentityError `gallery_unreadable` when the file is damaged
    or belongs to other keys.

    Templates are turned by the tenant's rotation before they are sealed. `templates` turns them
    back; `turned` and `everybody` leave them as the search compares them.
    """

    def __init__(self, file: Path, ring: KeyRing) -> None:
        """Nothing is opened before it is needed."""
        self._file = file
        self._database = Database(file, ring, from_plain)

    def enrol(self, subject: str, model: ModelInfo, vectors: Sequence[Vector]) -> None:
        """Store a person's templates in place of earlier ones, under a new key; tries start
        again."""
        key = new_key()
        with self._database.transaction() as (base, keys):
            sealed = [
                sealed_template(key, subject, model, n, _turn(keys, model, vector))
                for n, vector in enumerate(vectors)
            ]
            base.execute("DELETE FROM keys WHERE subject = ?", (subject,))
            wrapped = wrapped_key(keys, subject, key)
            base.execute("INSERT INTO keys VALUES (?, ?)", (subject, wrapped))
            base.executemany(
                "INSERT INTO templates VALUES (?, ?, ?, ?, ?)",
                [(subject, n, model.name, model.version, one) for n, one in enumerate(sealed)],
            )
            base.execute(
                "INSERT INTO enrolments VALUES (?, ?, ?, ?)",
                (subject, reference_of(subject), len(sealed), time.time()),
            )

    def templates(self, subject: str, model: ModelInfo) -> list[Vector]:
        """A person's templates of exactly this model; those of others are never given out."""
        with self._database.transaction() as (base, keys):
            turned = self._turned(base, keys, subject, model)
            return [_rotation(keys, model, one).turn_back(one) for one in turned]

    def models(self, subject: str) -> list[str]:
        """The names of the models that a person's templates are of; empty for nobody enrolled."""
        with self._database.transaction() as (base, _):
            rows = base.execute(
                "SELECT DISTINCT model FROM templates WHERE subject = ? ORDER BY model", (subject,)
            ).fetchall()
        return [name for (name,) in rows]

    def turn(self, vector: Vector, model: ModelInfo) -> Vector:
        """A vector as templates of this model are stored and searched."""
        with self._database.transaction() as (_, keys):
            return _turn(keys, model, vector)

    def everybody(self, model: ModelInfo) -> Iterator[tuple[str, list[Vector]]]:
        """Each subject with templates of this model, turned."""
        last = 0
        while people := self._after(last, model):  # some at a time: nobody else waits for all
            last = people[-1][0]
            for _, subject, turned in people:
                yield subject, turned

    def erase(
        self, subject: str, before: Callable[[Destroyed], None] = lambda destroyed: None
    ) -> Destroyed | None:
        """Destroy a person's key and all else of them; None when nobody was enrolled so.

        before: is told what is about to be destroyed; when it raises, nothing is.
        """
        with self._database.transaction() as (base, _):
            row = base.execute("SELECT wrapped FROM keys WHERE subject = ?", (subject,)).fetchone()
            if row is None:
                return None
            models = base.execute(
                "SELECT model, version FROM templates WHERE subject = ? ORDER BY model, version",
                (subject,),
            ).fetchall()
            destroyed = Destroyed(
                subject,
                tuple(dict.fromkeys(models)),
                len(models),
                hashlib.sha256(row[0]).hexdigest(),
                _utc(time.time()),
            )
            before(destroyed)
            base.execute("DELETE FROM keys WHERE subject = ?", (subject,))
        return destroyed

    def subjects(self) -> list[Enrolment]:
        """Everybody enrolled, the earliest first."""
        with self._database.transaction() as (base, _):
            rows = base.execute(
                "SELECT subject, images, enrolled_at FROM enrolments ORDER BY enrolled_at"
            ).fetchall()
        return [Enrolment(s, n, _utc(at)) for s, n, at in rows]

    def owner(self, reference: int) -> Enrolment | None:
        """Who a search's reference stands for; None for one that another terminal enrolled."""
        with self._database.transaction() as (base, _):
            row = base.execute(
                "SELECT subject, images, enrolled_at FROM enrolments WHERE reference = ?",
                (reference,),
            ).fetchone()
        return Enrolment(row[0], row[1], _utc(row[2])) if row else None

    def changed_by_others(self) -> tuple[int, int]:
        """Differs after another process changed the gallery, or its keys were changed."""
        with self._database.transaction() as (base, _):
            ((version,),) = base.execute("PRAGMA data_version").fetchall()
            return self._database.openings, int(version)

    def space(self, model: ModelInfo) -> str:
        """A name for the vectors of this model under this rotation; it gives no secret away."""
        with self._database.transaction() as (_, keys):
            drawn = hashlib.sha256(b"atrium rotation\0" + keys.tenant).hexdigest()[:16]
        return f"{model.name} {model.version} {drawn}"

    def attempts(self, subject: str) -> Attempts:
        """The failures in a row of a subject."""
        with self._database.transaction() as (base, _):
            row = base.execute(
                "SELECT failed, last_failed_at FROM attempts WHERE subject = ?",
                (subject,),
            ).fetchone()
        return Attempts(*row) if row else Attempts()

    def keep_attempts(self, subject: str, attempts: Attempts) -> None:
        """Store the failures in a row, on disk before this returns; nothing of a subject who was
        erased meanwhile."""
        with self._database.transaction() as (base, _):
            base.execute(
                "INSERT OR REPLACE INTO attempts SELECT subject, ?, ? FROM keys WHERE subject = ?",
                (attempts.failed, attempts.last_failed_at, subject),
            )

    def change_keys(self, tenant: bool = False) -> None:
        """New keys for the file and for everybody's keys; the old ones are destroyed. With
        `tenant` the templates are turned anew too, so that copies of old ones fit nothing."""
        self._database.rekey(tenant, rewrapped)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _turned(self, base: Connection, keys: Keys, subject: str, model: ModelInfo) -> list[Vector]:
        row = base.execute("SELECT wrapped FROM keys WHERE subject = ?", (subject,)).fetchone()
        sealed = base.execute(
            "SELECT number, sealed FROM templates WHERE subject = ? AND model = ? AND version = ?"
            " ORDER BY number",
            (subject, model.name, model.version),
        ).fetchall()
        return self._opened(keys, subject, row[0], model, sealed) if row and sealed else []

    def _after(self, row: int, model: ModelInfo) -> list[tuple[int, str, list[Vector]]]:
        """(row, subject, turned templates) of the next people behind a row."""
        asked = {"row": row, "model": model.name, "version": model.version, "some": _SOME}
        with self._database.transaction() as (base, keys):
            rows = base.execute(_NEXT_PEOPLE, asked).fetchall()
        return [
            (at, subject, self._opened(keys, subject, wrapped, model, [one[3:] for one in entries]))
            for (at, subject, wrapped), entries in groupby(rows, key=lambda one: one[:3])
        ]

    def _opened(
        self,
        keys: Keys,
        subject: str,
        wrapped: bytes,
        model: ModelInfo,
        sealed: Sequence[tuple[int, bytes]],
    ) -> list[Vector]:
        try:
            key = opened_key(keys, subject, wrapped)
            return [template_of(key, subject, model, n, one) for n, one in sealed]
        except Unreadable as wrong:
            raise unreadable(
                self._file, "an entry does not open with this terminal's key"
            ) from wrong


def _turn(keys: Keys, model: ModelInfo, vector: Vector) -> Vector:
    return _rotation(keys, model, vector).turn(vector)


def _rotation(keys: Keys, model: ModelInfo, vector: Vector) -> Rotation:
    return rotation_of(keys.tenant, model.name, model.version, len(vector))


def _utc(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
