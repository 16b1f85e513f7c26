"""The product's courier as a process, with a clock that jumps (the last argument is its file)."""

import sys
from pathlib import Path

from benchmarks.faults.clock import JumpingClock
from kiosk.services.courier.__main__ import main

if __name__ == "__main__":
    file = Path(sys.argv.pop())
    raise SystemExit(main(JumpingClock(file)))
