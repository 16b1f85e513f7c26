"""A city's index: PostgreSQL with pgvector, one partition a district, looked at whole.

What lies there are rotated vectors of whole numbers (docs/decisions/0011-templates-at-rest.md).
"""

import hashlib
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import psycopg
from pgvector import HalfVector
from pgvector.psycopg import register_vector
from psycopg import sql

from identity.errors import IdentityError
from identity.gallery.search.grid import Codes, decode, encode, nearest_first
from identity.gallery.search.index import Near, Vectors
from identity.pictures import Vector

_TABLE = "atrium_gallery"
_SPARE = 4
"""Times as many candidates are fetched as are asked for, then ordered exactly: a deployment may
add an approximate index of its own to a partition."""


class PostgresIndex:
    """An Index in a table that several terminals share.

    space: the model and rotation that its vectors are of; others' are never compared. The numbers
    of a half-precision vector are exact up to 2048, so bytes stay what they were.
    """

    def __init__(self, address: str, space: str) -> None:
        """address: a libpq connection string or URL. Raises IdentityError `search_unavailable`."""
        self._address, self._space = address, space
        self._lock = threading.Lock()
        self._link: psycopg.Connection[Any] | None = None
        with self._work() as link:
            link.execute(_CREATE)

    def put(self, references: Sequence[int], vectors: Vectors, district: str = "") -> None:
        """See Index."""
        rows = [
            (district, self._space, reference, HalfVector(codes.astype(np.float32)))
            for reference, codes in zip(references, encode(vectors), strict=True)
        ]
        with self._work() as link:
            self._partition(link, district)
            with link.cursor() as cursor:
                cursor.executemany(_PUT, rows)

    def remove(self, reference: int) -> bool:
        """See Index. PostgreSQL overwrites the row when it is vacuumed."""
        with self._work() as link:
            gone = link.execute(
                "DELETE FROM atrium_gallery WHERE space = %s AND reference = %s",
                (self._space, reference),
            ).rowcount
        return gone > 0

    def nearest(self, probe: Vector, count: int, district: str | None = None) -> list[Near]:
        """See Index."""
        (codes,) = encode(probe[None])
        asked = {
            "space": self._space,
            "district": district,
            "probe": HalfVector(codes.astype(np.float32)),
            "count": count * _SPARE,
        }
        with self._work() as link:
            found = link.execute(_NEAREST_HERE if district is not None else _NEAREST, asked)
            rows = found.fetchall()
        if not rows:
            return []
        held: Codes = np.array([row[1].to_list() for row in rows]).astype(np.int8)
        order = nearest_first(held, codes)[:count]
        return [Near(rows[n][0], decode(held[n])) for n in order]

    def clear(self) -> None:
        """See Index."""
        with self._work() as link:
            link.execute("DELETE FROM atrium_gallery WHERE space = %s", (self._space,))

    def close(self) -> None:
        """See Index."""
        with self._lock:
            self._drop()

    def __len__(self) -> int:
        with self._work() as link:
            row = link.execute(
                "SELECT count(*) FROM atrium_gallery WHERE space = %s", (self._space,)
            ).fetchone()
        return int(row[0]) if row else 0

    def _partition(self, link: psycopg.Connection[Any], district: str) -> None:
        name = f"{_TABLE}_{hashlib.sha256(district.encode()).hexdigest()[:16]}"
        link.execute(
            sql.SQL("CREATE TABLE IF NOT EXISTS {} PARTITION OF {} FOR VALUES IN ({})").format(
                sql.Identifier(name), sql.Identifier(_TABLE), sql.Literal(district)
            )
        )

    @contextmanager
    def _work(self) -> Iterator[psycopg.Connection[Any]]:
        """One transaction; a connection that was lost is made anew for the next."""
        with self._lock:
            try:
                if self._link is None or self._link.closed:
                    self._link = self._connected()
                with self._link.transaction():
                    yield self._link
            except psycopg.Error as failed:
                self._drop()
                raise IdentityError(
                    "search_unavailable",
                    f"the search server does not answer ({type(failed).__name__}): check that"
                    " PostgreSQL with pgvector runs at the address of --search, and try again",
                ) from failed

    def _connected(self) -> psycopg.Connection[Any]:
        link = psycopg.connect(self._address, autocommit=True, connect_timeout=5)
        link.execute("CREATE EXTENSION IF NOT EXISTS vector")
        register_vector(link)
        return link

    def _drop(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None


_CREATE = """
CREATE TABLE IF NOT EXISTS atrium_gallery (
    district text NOT NULL, space text NOT NULL, reference bigint NOT NULL,
    codes halfvec NOT NULL, PRIMARY KEY (district, space, reference)
) PARTITION BY LIST (district)"""
_PUT = """
INSERT INTO atrium_gallery VALUES (%s, %s, %s, %s)
ON CONFLICT (district, space, reference) DO UPDATE SET codes = excluded.codes"""
_NEAREST = """
SELECT reference, codes FROM atrium_gallery WHERE space = %(space)s
ORDER BY codes <-> %(probe)s LIMIT %(count)s"""
_NEAREST_HERE = """
SELECT reference, codes FROM atrium_gallery WHERE space = %(space)s AND district = %(district)s
ORDER BY codes <-> %(probe)s LIMIT %(count)s"""
