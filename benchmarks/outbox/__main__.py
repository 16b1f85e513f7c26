"""`python -m benchmarks.outbox`: commits, draining, and delays, each beside a plain peer."""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.outbox import commits, delays, draining


def main(argv: Sequence[str]) -> int:
    """Print a table, or JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outbox")
    parser.add_argument("--commits", type=int, default=1000)
    parser.add_argument("--submissions", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="a folder on the disk to be measured")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        results: dict[str, Any] = {"commit": commits.measure(folder, options.commits)}
        results["delay"] = delays.measure(folder, 200)
        results["drain"] = draining.measure(folder / "home", options.submissions)
    if options.json:
        print(json.dumps(results))
        return 0
    for part, rows in results.items():
        for title, row in rows.items():
            print(f"{part:8} {title:22} {'  '.join(f'{k} {v}' for k, v in row.items())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
