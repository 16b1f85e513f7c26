"""Everybody's entries from one file into another: under new keys, turned anew, or from before
files were encrypted."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from identity.decisions.decision import ModelInfo
from identity.gallery.database import Connection, connected, unreadable
from identity.gallery.entries import (
    opened_key,
    rotation_of,
    sealed_template,
    template_of,
    wrapped_key,
)
from identity.gallery.keys import Keys
from identity.gallery.rotation import Rotation
from identity.gallery.sealing import Unreadable, new_key, unseal
from identity.gallery.search.index import reference_of
from identity.gallery.template import unpack

_PEOPLE = "SELECT subject, wrapped FROM keys"
_TEMPLATES = "SELECT number, model, version, sealed FROM templates WHERE subject = ?"
_PUT_TEMPLATE = "INSERT INTO templates VALUES (?, ?, ?, ?, ?)"


def rewrapped(source: Path, old: Keys, base: Connection, new: Keys) -> None:
    """Each person's key wrapped by the new key; templates turned by the new tenant secret where
    that is another, each costing one more rounding to bytes."""
    held = connected(source, old)
    try:
        for subject, wrapped in held.execute(_PEOPLE):
            key = opened_key(old, subject, wrapped)
            base.execute(
                "INSERT INTO keys VALUES (?, ?)", (subject, wrapped_key(new, subject, key))
            )
            for number, name, version, sealed in held.execute(_TEMPLATES, (subject,)):
                if new.tenant != old.tenant:
                    model = ModelInfo(name, version, "")
                    vector = template_of(key, subject, model, number, sealed)
                    vector = _turned(old, model, len(vector)).turn_back(vector)
                    vector = _turned(new, model, len(vector)).turn(vector)
                    sealed = sealed_template(key, subject, model, number, vector)
                base.execute(_PUT_TEMPLATE, (subject, number, name, version, sealed))
        for table, columns in (("enrolments", "?, ?, ?, ?"), ("attempts", "?, ?, ?")):
            rows = held.execute(f"SELECT * FROM {table}")
            base.executemany(f"INSERT INTO {table} VALUES ({columns})", rows)
    except Unreadable as wrong:
        raise unreadable(source, "an entry does not open with this terminal's key") from wrong
    finally:
        held.close()


def from_plain(source: Path, old: Keys, base: Connection, new: Keys) -> None:
    """A gallery of version 1: a plain file whose templates were sealed but neither turned nor
    bound to their number."""
    held = sqlite3.connect(source)
    try:
        for subject, wrapped in held.execute(_PEOPLE):
            before, key = opened_key(old, subject, wrapped), new_key()
            base.execute(
                "INSERT INTO keys VALUES (?, ?)", (subject, wrapped_key(new, subject, key))
            )
            for number, name, version, sealed in held.execute(_TEMPLATES, (subject,)):
                model = ModelInfo(name, version, "")
                vector = unpack(unseal(before, sealed, (subject, name, version)))
                turned = _turned(new, model, len(vector)).turn(vector)
                again = sealed_template(key, subject, model, number, turned)
                base.execute(_PUT_TEMPLATE, (subject, number, name, version, again))
        for subject, images, at in held.execute("SELECT * FROM enrolments"):
            row = (subject, reference_of(subject), images, at)
            base.execute("INSERT INTO enrolments VALUES (?, ?, ?, ?)", row)
        base.executemany("INSERT INTO attempts VALUES (?, ?, ?)", _attempts(held))
    except (sqlite3.DatabaseError, Unreadable) as wrong:
        raise unreadable(source, str(wrong)) from wrong
    finally:
        held.close()


def _attempts(held: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    yield from held.execute("SELECT subject, failed, last_failed_at FROM attempts")


def _turned(keys: Keys, model: ModelInfo, dimensions: int) -> Rotation:
    return rotation_of(keys.tenant, model.name, model.version, dimensions)
