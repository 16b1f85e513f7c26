"""What a draft's code opens: where it lies at the department, and the key it is sealed with.

Both come from the code and the citizen by scrypt, so whoever holds every draft, but no code, tries
2^35 codes at a tenth of a second each, for one citizen.
"""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from foundation.secrets.chunked import BrokenSeal
from kiosk.services.outbox.sealing import Sealer

_COST = {"n": 2**15, "r": 8, "p": 1, "maxmem": 2**26, "dklen": 64}


@dataclass(frozen=True)
class DraftKey:
    """`locator`: 43 characters that name the draft; `sealing`: 32 bytes."""

    locator: str
    sealing: bytes


def draft_key(code: str, citizen: str) -> DraftKey:
    """Takes some 100 ms: never on the window's thread."""
    salt = hashlib.sha256(b"atrium-draft:1\n" + citizen.encode()).digest()
    made = hashlib.scrypt(code.encode(), salt=salt, **_COST)
    return DraftKey(_text(hashlib.sha256(b"locator" + made[:32]).digest()), made[32:])


def seal(saved: dict[str, Any], key: DraftKey) -> str:
    """Base64url of the sealed JSON."""
    content = json.dumps(saved, ensure_ascii=False).encode()
    return _text(Sealer(key.sealing).seal(content, key.locator))


def unseal(sealed: str, key: DraftKey) -> dict[str, Any]:
    """What was saved. Raises BrokenSeal."""
    try:
        content = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
    except binascii.Error as broken:
        raise BrokenSeal("the draft was changed") from broken
    saved: dict[str, Any] = json.loads(Sealer(key.sealing).open(content, key.locator))
    return saved


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
