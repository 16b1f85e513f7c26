"""What the HTTP routes work with."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from backend.attachments.uploads import Uploads
from backend.cases.states import CaseStates, load_states
from backend.clock import Clock, now
from backend.notices.reading import Notices
from backend.offer import Offer, load_offer
from backend.receipts.keys import ReceiptKey, key_set, pin_keys, remember_key
from backend.registries.asking import Registries
from backend.registries.demonstration import seed
from backend.registries.embedded import Embedded
from backend.registries.protocol import Registry
from backend.store.database import Database


@dataclass
class Parts:
    """One back-end: its file, its offer, its signing key and who may call it."""

    database: Database
    offer: Offer
    states: CaseStates
    signer: ReceiptKey
    token: str
    uploads: Uploads
    registries: Registries
    notices: Notices
    officer_token: str = ""
    clock: Clock = now
    broken_read: int | None = None
    """The first line of the log of reads that is not as it was written, once that was found."""
    in_flight: set[str] = field(default_factory=set)
    in_flight_lock: threading.Lock = field(default_factory=threading.Lock)


def set_up(
    file: Path,
    assets: Path,
    seed_of_key: bytes,
    token: str,
    trust: Path,
    clock: Clock = now,
    remote: Mapping[str, Registry] | None = None,
    officer_token: str = "",
) -> Parts:
    """Open or make a back-end in `file` and pin its receipt keys in `trust`.

    seed_of_key: 32 secret bytes of the receipt key; the key of attachments is derived from them.
    token: what terminals must present.
    remote: registries that are kept elsewhere. officer_token: what officers must present, "": none
    is let in.
    """
    if not token:
        raise ValueError("the back-end needs a terminal token")
    database = Database(file)
    parts = Parts(
        database,
        load_offer(assets),
        load_states(assets),
        ReceiptKey(seed_of_key),
        token,
        Uploads(file.with_name("attachments-received"), _attachments_key(seed_of_key)),
        Registries(Embedded(database), remote or {}),
        Notices(assets / "notices"),
        officer_token,
        clock,
    )
    parts.database.write(lambda connection: remember_key(connection, parts.signer))
    parts.database.write(lambda connection: seed(connection, assets, parts.signer))
    with parts.database.read() as connection:
        pin_keys(trust, key_set(connection))
    return parts


def _attachments_key(seed_of_key: bytes) -> bytes:
    return HKDF(SHA256(), 32, None, b"attachments").derive(seed_of_key)
