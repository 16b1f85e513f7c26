"""`atrium staff reset-pin`: a new random PIN, shown once."""

import argparse

from foundation.secrets import open_vault
from kiosk.staff.pin import StaffPin


def run(options: argparse.Namespace) -> int:
    """Print the new PIN; the old one no longer opens the desk."""
    print(f"The staff's new PIN is {StaffPin(open_vault()).reset()}. It is shown only now.")
    return 0
