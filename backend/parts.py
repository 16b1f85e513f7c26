"""What the HTTP routes work with."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from backend.cases.states import CaseStates, load_states
from backend.clock import Clock, now
from backend.offer import Offer, load_offer
from backend.receipts.keys import ReceiptKey, key_set, pin_keys, remember_key
from backend.registries.demonstration import seed
from backend.store.database import Database


@dataclass
class Parts:
    """One back-end: its file, its offer, its signing key and who may call it."""

    database: Database
    offer: Offer
    states: CaseStates
    signer: ReceiptKey
    token: str
    clock: Clock = now
    in_flight: set[str] = field(default_factory=set)
    in_flight_lock: threading.Lock = field(default_factory=threading.Lock)


def set_up(
    file: Path,
    assets: Path,
    seed_of_key: bytes,
    token: str,
    trust: Path,
    clock: Clock = now,
) -> Parts:
    """Open or make a back-end in `file` and pin its receipt keys in `trust`.

    seed_of_key: 32 secret bytes of the receipt key. token: what terminals must present.
    """
    if not token:
        raise ValueError("the back-end needs a terminal token")
    parts = Parts(
        Database(file),
        load_offer(assets),
        load_states(assets),
        ReceiptKey(seed_of_key),
        token,
        clock,
    )
    parts.database.write(lambda connection: remember_key(connection, parts.signer))
    parts.database.write(lambda connection: seed(connection, assets))
    with parts.database.read() as connection:
        pin_keys(trust, key_set(connection))
    return parts
