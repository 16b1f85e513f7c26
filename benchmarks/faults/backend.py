"""The product's back-end as a process, with a clock that jumps (the last argument is its file)."""

import sys
from pathlib import Path

from backend.__main__ import main
from benchmarks.faults.clock import JumpingClock

if __name__ == "__main__":
    raise SystemExit(main(JumpingClock(Path(sys.argv[-1])).moment))
