"""When the moments that people wait for happened, in milliseconds; for the demo and benchmarks."""

import os
import time
from pathlib import Path


class Milestones:
    """A stopwatch for each named wait; nothing personal."""

    def __init__(self) -> None:
        self._began: dict[str, float] = {}
        self.ms: dict[str, int] = {}

    def begin(self, name: str) -> None:
        """The wait of this name starts now."""
        self._began[name] = time.monotonic()

    def runs(self, name: str) -> bool:
        """Whether somebody waits for it now."""
        return name in self._began

    def end(self, name: str) -> None:
        """It is over; the first end after a begin counts."""
        began = self._began.pop(name, None)
        if began is not None:
            self.ms[name] = round((time.monotonic() - began) * 1000)

    def since_process_start(self, name: str) -> None:
        """From the moment the system made this process until now."""
        status = Path("/proc/self/stat").read_text(encoding="ascii")
        started_ticks = int(status.rsplit(")", 1)[1].split()[19])
        started = started_ticks / os.sysconf("SC_CLK_TCK")  # since the machine started
        self.ms[name] = round((time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000)
