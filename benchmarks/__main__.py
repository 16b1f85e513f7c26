"""`python -m benchmarks`: every benchmark, one after the other."""

import importlib
import sys

ALL = ("identity", "search", "hall", "outbox", "round_trips", "forms")
MODULES = {"hall": "benchmarks.hall.__main__", "outbox": "benchmarks.outbox.__main__"}
"""Benchmarks that are packages."""


def main() -> int:
    """Run those named on the command line, or all."""
    for name in sys.argv[1:] or ALL:
        print(f"== {name}", flush=True)
        importlib.import_module(MODULES.get(name, f"benchmarks.{name}")).main([])
    return 0


if __name__ == "__main__":
    sys.exit(main())
