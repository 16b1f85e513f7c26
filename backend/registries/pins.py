"""PINs: kept as scrypt hashes; wrong ones wait, longer each time."""

import hashlib
import hmac
import os
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from backend.store.tables import citizens, pin_attempts

FREE_TRIES = 5
_FIRST_WAIT_S = 30
_LONGEST_WAIT_S = 24 * 3600
_FORGOTTEN_S = 30 * 24 * 3600
"""Whoever rests so long tries less often than somebody who always waits the longest wait."""
_NOBODY = ("00" * 16, "00" * 32)


@dataclass(frozen=True)
class PinVerdict:
    """Whether it was right; how often one may still try, and after how many seconds."""

    ok: bool
    tries_left: int
    retry_after_s: int | None


def hash_pin(pin: str, salt: bytes | None = None) -> tuple[str, str]:
    """(salt, hash), both in hexadecimal."""
    salt = salt or os.urandom(16)
    hashed = hashlib.scrypt(pin.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)
    return salt.hex(), hashed.hex()


def stored_hash(connection: Connection, number: str) -> tuple[str, str]:
    """(salt, hash) of a citizen; one that nothing matches, at the same cost, for a stranger."""
    row = connection.execute(select(citizens).where(citizens.c.number == number)).first()
    return _NOBODY if row is None else (row.pin_salt, row.pin_hash)


def matches(pin: str, stored: tuple[str, str]) -> bool:
    """Whether this is the PIN. Takes some 50 ms: never call it in a transaction."""
    _, hashed = hash_pin(pin, bytes.fromhex(stored[0]))
    return hmac.compare_digest(hashed, stored[1])


def begin_try(connection: Connection, number: str, now: int) -> PinVerdict | None:
    """Count a try before it is known, so that no two run on one; a verdict while locked."""
    query = select(pin_attempts).where(pin_attempts.c.number == number)
    row = connection.execute(query).first()
    failed, locked_until = (row.failed, row.locked_until) if row else (0, 0)
    if now < locked_until <= now + _LONGEST_WAIT_S:
        return PinVerdict(False, 0, locked_until - now)
    failed += 1
    values = {"failed": failed, "locked_until": now + _wait(failed)}
    attempt = insert(pin_attempts).values(number=number, **values)
    connection.execute(attempt.on_conflict_do_update(set_=values))
    return None


def end_try(connection: Connection, number: str, right: bool) -> PinVerdict:
    """The verdict of a try that was begun; the right PIN forgets the wrong ones."""
    if right:
        connection.execute(delete(pin_attempts).where(pin_attempts.c.number == number))
        return PinVerdict(True, FREE_TRIES, None)
    query = select(pin_attempts.c.failed).where(pin_attempts.c.number == number)
    failed = connection.execute(query).scalar() or 1
    wait = _wait(failed)
    return PinVerdict(False, max(0, FREE_TRIES - failed), wait or None)


def forget_tries(connection: Connection, now: int) -> None:
    """Let go of wrong ones of long ago, and of numbers that nobody has."""
    long_ago = pin_attempts.c.locked_until <= now - _FORGOTTEN_S
    connection.execute(delete(pin_attempts).where(long_ago))


def _wait(failed: int) -> int:
    if failed < FREE_TRIES:
        return 0
    doublings = min(failed - FREE_TRIES, 20)
    return int(min(_LONGEST_WAIT_S, _FIRST_WAIT_S * 2**doublings))
