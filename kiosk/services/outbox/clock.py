"""What time it is: on the wall, where it may be set, and since boot, where it never jumps."""

import ctypes
import time
from pathlib import Path
from typing import Protocol

_TIME_ERROR = 5
_TIMEX_BYTES = 512  # struct timex and to spare; all zeros ask and set nothing


class Clock(Protocol):
    """A clock that tests may set."""

    @property
    def boot(self) -> str:
        """Names this run of the machine; `steady` counts anew in each."""
        ...

    def wall(self) -> float:
        """Seconds since 1970; may jump."""
        ...

    def steady(self) -> float:
        """Seconds since boot, also through sleep."""
        ...

    def synchronised(self) -> bool:
        """Whether the kernel says that a time server keeps the wall clock right."""
        ...


class SystemClock:
    """This machine's clocks."""

    def __init__(self) -> None:
        self.boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()

    def wall(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def steady(self) -> float:
        """Seconds since boot."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def synchronised(self) -> bool:
        """As the kernel says."""
        state = int(ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES)))
        return 0 <= state < _TIME_ERROR
