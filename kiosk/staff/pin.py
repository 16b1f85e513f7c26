"""The staff's PIN: random, hashed, and slower with every wrong try."""

import hmac
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Protocol

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

DIGITS = 6
FREE_TRIES = 5
FIRST_WAIT_S = 15
LAST_TRY = 15
_NAME = "staff-pin"
_COST = 2**14


class SecretStore(Protocol):
    """The part of the vault that is needed here."""

    def get(self, name: str) -> bytes | None:
        """A secret, or None."""
        ...

    def put(self, name: str, secret: bytes) -> None:
        """Keep a secret."""
        ...


@dataclass(frozen=True)
class Attempt:
    """What came of a try. `wait_s`: seconds before the next; `locked`: a new PIN is needed."""

    ok: bool
    wait_s: int = 0
    locked: bool = False


@dataclass
class _Record:
    salt: str
    hash: str
    failures: int = 0
    not_before: float = 0.0


class StaffPin:
    """One PIN for the desk; the record lives in the vault, so that a restart forgives nothing."""

    def __init__(self, store: SecretStore, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._clock = clock

    def is_set(self) -> bool:
        """Whether there is a PIN at all."""
        return self._store.get(_NAME) is not None

    def reset(self) -> str:
        """Make a new PIN and return it, the only time that it can be seen."""
        pin = strong_pin()
        salt = secrets.token_bytes(16)
        self._keep(_Record(salt.hex(), _hash(pin, salt)))
        return pin

    def attempt(self, pin: str) -> Attempt:
        """Try a PIN. A try during a wait, or on a locked PIN, is refused unseen."""
        record = self._record()
        if record is None or record.failures >= LAST_TRY:
            return Attempt(False, locked=True)
        now = self._clock()
        # A clock that was set back must not make anybody wait longer than the rule.
        wait = min(record.not_before - now, _wait_s(record.failures))
        if wait > 0:
            return Attempt(False, wait_s=round(wait) or 1)
        if hmac.compare_digest(_hash(pin, bytes.fromhex(record.salt)), record.hash):
            self._keep(_Record(record.salt, record.hash))
            return Attempt(True)
        record.failures += 1
        pause = _wait_s(record.failures)
        record.not_before = now + pause
        self._keep(record)
        return Attempt(False, pause, record.failures >= LAST_TRY)

    def _record(self) -> _Record | None:
        held = self._store.get(_NAME)
        return _Record(**json.loads(held)) if held is not None else None

    def _keep(self, record: _Record) -> None:
        self._store.put(_NAME, json.dumps(asdict(record)).encode())


def strong_pin() -> str:
    """Six random digits, no row and no repetition that somebody would try first."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
        if not is_weak(pin):
            return pin


def is_weak(pin: str) -> bool:
    """Few different digits, a row up or down, or a half that is repeated."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    halves = pin[:3] == pin[3:] or pin[:2] * 3 == pin
    return len(set(pin)) < 4 or steps in ({1}, {9}) or halves


def _wait_s(failures: int) -> int:
    if failures < FREE_TRIES:
        return 0
    return int(FIRST_WAIT_S * 2 ** (failures - FREE_TRIES))


def _hash(pin: str, salt: bytes) -> str:
    return Scrypt(salt=salt, length=32, n=_COST, r=8, p=1).derive(pin.encode()).hex()
