"""`atrium receipt verify FILE`: is it genuine and unchanged? No network is asked."""

import argparse
from collections.abc import Iterator

from kiosk.services.receipts import Verdict, verify_file

_REASONS = {
    "malformed": "this is no receipt, or it was changed",
    "bad_signature": "the signature does not fit: it was changed, or somebody else made it",
    "unknown_key": "it was signed with a key that this machine does not know",
    "no_keys": "there are no keys to check it with; name them with --keys FILE",
    "unreadable": "the file cannot be read",
}
_VOUCHED = {
    "given": "the keys you named",
    "trust_store": "the keys this terminal trusts",
    "this_terminal": "this terminal's own key",
    "beside_receipt": "the key file beside the receipt, which anybody may have put there",
}


def run(options: argparse.Namespace) -> int:
    """Print the verdict; exit 0 when valid, 1 when not."""
    verdict = verify_file(options.file, options.keys)
    if not verdict.valid:
        print(f"invalid: {_REASONS.get(verdict.reason, verdict.reason)}")
        return 1
    print("valid")
    for name, value in _lines(verdict):
        print(f"  {name:<10}  {value}")
    return 0


def _lines(verdict: Verdict) -> Iterator[tuple[str, object]]:
    if verdict.receipt:
        receipt = verdict.receipt
        yield "reference", receipt.reference
        yield "service", f"{receipt.service} ({receipt.department})"
        yield "received", receipt.received_at
    if verdict.erasure:
        erasure = verdict.erasure
        yield "erased", erasure.sub
        yield "at", f"{erasure.erased_at} by {erasure.iss}"
        yield "destroyed", f"the key of {erasure.templates} templates ({', '.join(erasure.models)})"
    if verdict.document:
        document = verdict.document
        yield "document", f"{document.kind} ({document.department}, level {document.level})"
        yield "issued", document.issued_on
        yield "valid", f"until {document.valid_until}" if document.valid_until else "for good"
        yield from document.facts.items()
    yield "checked by", _VOUCHED.get(verdict.vouched_by, verdict.vouched_by)
