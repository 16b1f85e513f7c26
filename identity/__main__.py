"""`python -m identity --messages FD --frames FD [--models DIR] [--engine NAME]`."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# numpy starts a thread for each core unless it is told before its first import
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from foundation.children import connect
from foundation.logs import start_log
from foundation.paths import data_dir
from foundation.secrets import VaultDamaged, open_vault
from identity.errors import IdentityError
from identity.faces.engine import ENGINES
from identity.gallery.store import Gallery
from identity.process.hardening import keep_memory_private
from identity.process.kit import Kit
from identity.process.preview import Preview
from identity.process.server import Server

KEY_NAME = "gallery-kek"


def main(argv: Sequence[str]) -> int:
    """Serve one window until it goes away."""
    start_log("identity")
    keep_memory_private()
    link = connect(argv)
    parser = argparse.ArgumentParser(prog="identity")
    parser.add_argument("--models", type=Path, metavar="DIR")
    parser.add_argument("--engine", choices=ENGINES, default="sface")
    options = parser.parse_args(link.rest)
    gallery = Gallery(data_dir() / "gallery.sqlite", _key)
    kit = Kit(options.engine, options.models)
    Server(link.channel, kit, gallery, Preview(link.frames)).run()
    return 0


def _key() -> bytes:
    try:
        return open_vault().get_or_create(KEY_NAME)
    except VaultDamaged as damaged:
        raise IdentityError("gallery_unreadable", str(damaged)) from damaged


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
