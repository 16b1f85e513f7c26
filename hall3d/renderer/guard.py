"""Ends the process when drawing hangs: a new one is better than a picture that never comes."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

HUNG_S = 8.0
"""Far beyond the slowest first frame, which makes every texture ready."""


@contextmanager
def bounded(seconds: float = HUNG_S) -> Iterator[None]:
    """What takes longer ends this process by SIGALRM, also inside a driver that never returns to
    Python. Main thread only; blocks cannot be nested."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
