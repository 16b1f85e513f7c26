"""Citizens who do not exist, so that the embedded back-end has somebody to serve."""

import json
import uuid
from pathlib import Path

from sqlalchemy import Connection, insert, select

from backend.documents.holding import enter
from backend.receipts.keys import ReceiptKey
from backend.registries.pins import hash_pin
from backend.store.tables import citizens, registry_values


def seed(connection: Connection, assets: Path, signer: ReceiptKey) -> None:
    """Enter the demonstration's citizens, unless there are citizens already."""
    if connection.execute(select(citizens.c.number).limit(1)).first() is not None:
        return
    path = assets / "demonstration" / "citizens.json"
    for person in json.loads(path.read_text(encoding="utf-8")):
        salt, hashed = hash_pin(person["pin"])
        row = insert(citizens).values(number=person["number"], pin_salt=salt, pin_hash=hashed)
        connection.execute(row)
        for registry, record in person["registries"].items():
            _enter(connection, person["number"], registry, record)
        for document in person.get("documents", ()):
            enter(connection, person["number"], {"id": uuid.uuid4().hex, **document}, signer)


def _enter(connection: Connection, citizen: str, registry: str, record: dict[str, object]) -> None:
    as_of = record["as_of"]
    rows = [
        {
            "citizen": citizen,
            "field": f"{registry}.{name}",
            "registry": registry,
            "value": value,
            "as_of": as_of,
        }
        for name, value in record.items()
        if name != "as_of"
    ]
    connection.execute(insert(registry_values), rows)
