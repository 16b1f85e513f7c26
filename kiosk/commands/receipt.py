"""`atrium receipt verify FILE`: is it genuine and unchanged? No network is asked."""

import argparse

from kiosk.services.receipts import verify_file

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
    "beside_receipt": "the key file beside the receipt, which anybody may have put there",
}


def run(options: argparse.Namespace) -> int:
    """Print the verdict; exit 0 when valid, 1 when not."""
    verdict = verify_file(options.file, options.keys)
    if not verdict.valid or verdict.receipt is None:
        print(f"invalid: {_REASONS.get(verdict.reason, verdict.reason)}")
        return 1
    receipt = verdict.receipt
    print("valid")
    print(f"  reference   {receipt.reference}")
    print(f"  service     {receipt.service} ({receipt.department})")
    print(f"  received    {receipt.received_at}")
    print(f"  checked by  {_VOUCHED.get(verdict.vouched_by, verdict.vouched_by)}")
    return 0
