"""Approvals by phone: asked with a two-digit code, answered once, by the citizen's own device.

Whoever asks learns nothing about who has a phone: a stranger's approval stays pending just so.
"""

import secrets
from dataclasses import asdict, dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from backend.store.tables import approvals, devices

LASTS_S = 90
READ_S = 30
"""So long after its end an answer can still be read: one in the last second counts."""
MOST_ASKED, WITHIN_S = 5, 3600
"""So often one citizen's phone may be asked in so many seconds: nobody is worn down to a yes."""

PENDING, APPROVED, REFUSED, EXPIRED = "pending", "approved", "refused", "expired"


@dataclass(frozen=True)
class Approval:
    """`code`: shown by the terminal, entered on the phone; `expires_at`: seconds since 1970."""

    id: str
    code: str
    expires_at: int


@dataclass(frozen=True)
class TooOften:
    """This phone was asked too often; again after `retry_after_s`."""

    retry_after_s: int


def enrol_device(connection: Connection, citizen: str, public_key: str) -> None:
    """Trust this key (32 bytes in hexadecimal) for a citizen, in place of the one before."""
    device = insert(devices).values(citizen=citizen, public_key=public_key)
    connection.execute(device.on_conflict_do_update(set_={"public_key": public_key}))
    _end_waiting(connection, citizen)  # no key answers a question that was asked of another


def ask(connection: Connection, citizen: str, now: int) -> Approval | TooOften:
    """Begin an approval; one that still waits ends, so that only the newest code counts."""
    forget_asked(connection, now)
    mine = approvals.c.citizen == citizen
    count, oldest = connection.execute(
        select(func.count(), func.min(approvals.c.asked_at)).where(mine)
    ).one()
    if count >= MOST_ASKED:
        return TooOften(max(1, oldest + WITHIN_S - now))
    _end_waiting(connection, citizen)
    approval = Approval(secrets.token_hex(16), f"{secrets.randbelow(100):02d}", now + LASTS_S)
    row = {**asdict(approval), "citizen": citizen, "asked_at": now, "state": PENDING}
    connection.execute(insert(approvals).values(**row))
    return approval


def forget_asked(connection: Connection, now: int) -> None:
    """Let go of those that count no more for how often a phone was asked."""
    connection.execute(delete(approvals).where(approvals.c.asked_at <= now - WITHIN_S))


def state_of(connection: Connection, identifier: str, now: int) -> str | None:
    """pending, approved, refused or expired; None for an approval that nobody asked for."""
    row = _row(connection, identifier)
    if row is None:
        return None
    last = row.expires_at + (0 if row.state == PENDING else READ_S)
    return str(row.state) if now < last else EXPIRED


def signed_text(identifier: str, code: str, approve: bool) -> bytes:
    """What a device signs."""
    return f"atrium-approval:1\n{identifier}\n{code}\n{'yes' if approve else 'no'}".encode()


def answer(
    connection: Connection, identifier: str, code: str, approve: bool, signature: str, now: int
) -> bool:
    """Take a device's answer; False when it does not count. Another code than the terminal shows
    is a refusal: whoever holds the phone does not stand there."""
    row = _row(connection, identifier)
    if row is None or row.state != PENDING or now >= row.expires_at:
        return False
    query = select(devices.c.public_key).where(devices.c.citizen == row.citizen)
    key = connection.execute(query).scalar()
    if key is None or not _signed(str(key), signature, signed_text(identifier, code, approve)):
        return False
    agreed = approve and secrets.compare_digest(code, str(row.code))
    state = APPROVED if agreed else REFUSED
    connection.execute(update(approvals).where(approvals.c.id == identifier).values(state=state))
    return True


def _end_waiting(connection: Connection, citizen: str) -> None:
    waiting = (approvals.c.citizen == citizen) & (approvals.c.state == PENDING)
    connection.execute(update(approvals).where(waiting).values(state=EXPIRED))


def _row(connection: Connection, identifier: str) -> Any:
    return connection.execute(select(approvals).where(approvals.c.id == identifier)).first()


def _signed(key: str, signature: str, text: bytes) -> bool:
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        public.verify(bytes.fromhex(signature), text)
    except (InvalidSignature, ValueError):
        return False
    return True
