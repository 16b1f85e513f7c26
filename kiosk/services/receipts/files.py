"""Checking a receipt that was kept as a file."""

from dataclasses import replace
from pathlib import Path

from kiosk.services.receipts.keys import KeysUnreadable, key_sources
from kiosk.services.receipts.verify import Verdict, is_erasure, verify

_LARGEST = 16 * 1024


def verify_file(path: Path, keys: Path | None = None) -> Verdict:
    """Check the receipt in `path`: the compact JWS, and after it at most one line feed.

    keys: a JWK set to use instead of the trust store and of what lies beside the receipt.
    `Verdict.vouched_by` says which of them had the key: "given", "trust_store",
    "this_terminal" for an erasure, or "beside_receipt", which shows only that receipt and key
    file belong together.
    """
    try:
        raw = path.read_bytes()
    except OSError:
        return Verdict(False, "unreadable")
    if len(raw) > _LARGEST or not raw.isascii():
        return Verdict(False, "malformed")
    token = raw.decode("ascii").removesuffix("\n")
    try:
        sources = key_sources(path, keys, is_erasure(token))
    except KeysUnreadable:
        return Verdict(False, "no_keys")
    verdict = Verdict(False, "no_keys")
    for source in sources:
        verdict = replace(verify(token, source.keys), vouched_by=source.name)
        if verdict.reason != "unknown_key":
            break
    return verdict if verdict.valid else replace(verdict, vouched_by="")
