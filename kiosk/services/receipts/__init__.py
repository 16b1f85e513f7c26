"""Receipts: checked without a network, and carried as a picture that a phone can keep."""

from kiosk.services.receipts.acknowledgement import (
    Acknowledgement,
    acknowledge,
    parse_acknowledgement,
)
from kiosk.services.receipts.files import verify_file
from kiosk.services.receipts.keys import KeySource, load_keys, trusted_keys_file
from kiosk.services.receipts.proof import Proof, proof_of
from kiosk.services.receipts.qr import qr_rows
from kiosk.services.receipts.slip import Slip, slip_of
from kiosk.services.receipts.verify import Receipt, Verdict, verify

__all__ = [
    "Acknowledgement",
    "KeySource",
    "Proof",
    "Receipt",
    "Slip",
    "Verdict",
    "acknowledge",
    "load_keys",
    "parse_acknowledgement",
    "proof_of",
    "qr_rows",
    "slip_of",
    "trusted_keys_file",
    "verify",
    "verify_file",
]
