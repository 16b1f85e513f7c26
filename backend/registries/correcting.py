"""Putting a register right once its department agreed that it was wrong."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select, update

from backend.problems import Problem
from backend.registries.asking import registry_of
from backend.store.tables import registry_values


def put_right(connection: Connection, citizen: str, body: Mapping[str, Any], day: str) -> None:
    """Enter what the value should be, when the application's `sources` say which field of the
    embedded registers it is; another register is put right by its own officers. Raises Problem
    409, also for a field of another register than the one whose department decides."""
    field = body.get("sources", {}).get("value", "")
    if "." in field and registry_of(field) != body["answers"]["register"]:
        raise Problem(409, "another-register", "this field belongs to another register; refuse it")
    mine = (registry_values.c.citizen == citizen) & (registry_values.c.field == field)
    row = connection.execute(select(registry_values.c.value).where(mine)).first()
    if row is None:
        return
    value = _like(row.value, body["answers"]["should_be"])
    connection.execute(update(registry_values).where(mine).values(value=value, as_of=day))


def _like(old: Any, text: str) -> Any:
    if isinstance(old, bool) or not isinstance(old, int | str):
        raise Problem(409, "by-hand", "a value of this kind is entered at the register itself")
    if isinstance(old, str):
        return text
    if not text.strip().isdecimal():
        raise Problem(409, "by-hand", "this register holds a whole number here")
    return int(text)
