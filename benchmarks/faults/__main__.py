"""`python -m benchmarks.faults`: nothing lost and nothing twice, whatever fails on the way."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from benchmarks.faults.run import Plan, run


def main(argv: Sequence[str]) -> int:
    """Both kinds of peers; exit 1 when anything was lost, doubled, or not flagged."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults")
    parser.add_argument("--submissions", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--rate", type=float, default=0.01, help="network faults for each request")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args(argv)
    many = {"rate": options.rate, "seed": options.seed}
    native = run(Plan(options.submissions, options.kills, **many))
    # There each kill leaves doubts for a clerk, and a minute's lease to wait for: fewer will do.
    few = max(100, options.submissions // 10), max(4, options.kills // 10)
    plain = run(Plan(*few, native=False, **many))
    result = {**native, "without_idempotency": plain}
    print(json.dumps(result) if options.json else _table(result))
    bad = [one[name] for one in (native, plain) for name in ("lost", "duplicated", "unflagged")]
    return 1 if any(bad) else 0


def _table(result: dict[str, Any]) -> str:
    return "\n".join(f"{name:20} {value}" for name, value in result.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
