"""`python -m identity --messages FD --frames FD [--models DIR] [--engine NAME]
[--candidate-search] [--search ADDRESS [--district NAME]]`."""

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
from foundation.secrets import open_vault
from identity.faces.engine import ENGINES
from identity.gallery.keys import KeyRing
from identity.gallery.receipts import Notary
from identity.gallery.search.finder import Finder
from identity.gallery.search.index import Index
from identity.gallery.store import Gallery
from identity.process.enrol import People
from identity.process.hardening import keep_memory_private
from identity.process.kit import Kit
from identity.process.preview import Preview
from identity.process.server import Server


def main(argv: Sequence[str]) -> int:
    """Serve one window until it goes away."""
    start_log("identity")
    keep_memory_private()
    link = connect(argv)
    parser = argparse.ArgumentParser(prog="identity")
    parser.add_argument("--models", type=Path, metavar="DIR")
    parser.add_argument("--engine", choices=ENGINES, default="sface")
    parser.add_argument("--candidate-search", action="store_true", help="answer `identify`")
    parser.add_argument("--search", metavar="ADDRESS", help="PostgreSQL with pgvector, shared")
    parser.add_argument("--district", default="", help="where this terminal enrols into it")
    options = parser.parse_args(link.rest)
    gallery = Gallery(data_dir() / "gallery.sqlite", KeyRing(open_vault))
    notary = Notary(open_vault, data_dir() / "trust" / "erasure-keys.json")
    kit = Kit(options.engine, options.models)
    people = People(gallery, _finder(gallery, kit, options.search, options.district))
    preview = Preview(link.frames)
    Server(link.channel, kit, people, notary, preview, options.candidate_search).run()
    return 0


def _finder(gallery: Gallery, kit: Kit, address: str | None, district: str) -> Finder:
    """The index is imported with its first use: few terminals search at all."""

    def shared(space: str) -> Index:
        from identity.gallery.search.postgres import PostgresIndex

        return PostgresIndex(str(address), space)

    def here(_: str) -> Index:
        from identity.gallery.search.scan import ExactScan

        return ExactScan()

    model = kit.info.models[-1]
    return Finder(gallery, model, shared, district) if address else Finder(gallery, model, here)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
