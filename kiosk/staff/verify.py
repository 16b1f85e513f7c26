"""Checks an audit trail from anywhere: `python -m kiosk.staff.verify FILE [--head N:HASH]`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk.staff.chain import Head, broken_line, read_lines


def main(argv: Sequence[str] | None = None) -> int:
    """0: whole; 1: broken, and at which line; 2: cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m kiosk.staff.verify",
        description="Say whether an audit trail is as it was written.",
    )
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument(
        "--head", type=_head, metavar="N:HASH", help="a line noted elsewhere, to find a cut tail"
    )
    options = parser.parse_args(argv)
    try:
        lines = read_lines(options.file.read_bytes())
    except OSError as unreadable:
        print(f"{options.file} cannot be read: {unreadable.strerror}", file=sys.stderr)
        return 2
    broken = broken_line(lines, options.head)
    if broken is not None:
        print(f"broken at line {broken}: it was changed, removed or added")
        return 1
    newest = f"; the newest is {len(lines)}:{lines[-1].hash}" if lines else ""
    print(f"whole: {len(lines)} lines{newest}")
    return 0


def _head(text: str) -> Head:
    number, _, hashed = text.partition(":")
    return Head(int(number), hashed)


if __name__ == "__main__":
    sys.exit(main())
