"""`atrium demo`: a visit that walks itself, in a home of its own that is thrown away after."""

import argparse
import os
import tempfile

from foundation.paths import cache_dir
from kiosk.demo.display import has_display, some_display

LANDSCAPE = (1920, 1080)


def run(options: argparse.Namespace) -> int:
    """Walk, write the pictures, print the outcome."""
    size = LANDSCAPE[::-1] if options.portrait else LANDSCAPE
    options.out.mkdir(parents=True, exist_ok=True)
    if not has_display():
        print("There is no display here: the window opens on a virtual one.", flush=True)
    with some_display(*size), tempfile.TemporaryDirectory(prefix="atrium-demo-") as home:
        os.environ.setdefault("ATRIUM_CACHE", str(cache_dir()))
        os.environ["ATRIUM_HOME"] = home
        from kiosk.demo.visit import walk_visit

        return walk_visit(options, size)
