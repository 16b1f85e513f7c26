"""Which keys this machine believes: given, pinned at set-up, or found beside a receipt."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from foundation.paths import data_dir

BESIDE = "receipt-keys.json"
"""The name of a key file that travels with a receipt."""
ERASURES = "erasure-keys.json"
"""The same for the receipt of an erasure, which a terminal signs and not a department."""


class KeysUnreadable(Exception):
    """A key file is there but is no JWK set; the text says which."""


@dataclass(frozen=True)
class KeySource:
    """A JWK set and where it came from: `given`, `trust_store`, `this_terminal` or
    `beside_receipt`."""

    name: str
    path: Path
    keys: dict[str, Any]


def trusted_keys_file() -> Path:
    """Where the back-end's set-up pins the keys that this machine trusts."""
    return data_dir() / "trust" / "receipt-keys.json"


def terminal_keys_file() -> Path:
    """Where the identity process pins this terminal's own keys for erasures."""
    return data_dir() / "trust" / ERASURES


def load_keys(path: Path) -> dict[str, Any]:
    """A JWK set; read again only where the file is another than last time. Raises
    KeysUnreadable."""
    try:
        now = path.stat()
    except OSError as broken:
        raise KeysUnreadable(f"{path} cannot be read as a JWK set: {broken}") from broken
    return _read(path, now.st_ino, now.st_mtime_ns, now.st_size)


@lru_cache(maxsize=16)
def _read(path: Path, *_: int) -> dict[str, Any]:
    try:
        keys = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as broken:
        raise KeysUnreadable(f"{path} cannot be read as a JWK set: {broken}") from broken
    if not isinstance(keys, dict) or not isinstance(keys.get("keys"), list):
        raise KeysUnreadable(f"{path} is no JWK set")
    return keys


def key_sources(receipt: Path, given: Path | None, erasure: bool = False) -> list[KeySource]:
    """Where to look for the key of a receipt, the most trustworthy first. A department's key
    never vouches for an erasure, nor a terminal's for an application.

    A key file that was named is the only one asked. Otherwise the trust store comes first, so
    that a key which travels with a receipt can never stand in for one that is pinned.
    """
    if given is not None:
        return [KeySource("given", given, load_keys(given))]
    if erasure:
        pinned, beside = ("this_terminal", terminal_keys_file()), receipt.parent / ERASURES
    else:
        pinned, beside = ("trust_store", trusted_keys_file()), receipt.parent / BESIDE
    places = [pinned, ("beside_receipt", beside)]
    return [KeySource(name, path, load_keys(path)) for name, path in places if path.is_file()]
