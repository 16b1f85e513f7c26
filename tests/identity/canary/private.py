"""`python -m tests.identity.canary.private [--open]`: a process hardened as identity is, or not.

Run by root it becomes an ordinary user first; it says "ready" and stays until its stdin ends.
"""

import ctypes
import os
import sys

from identity.process.hardening import keep_memory_private

_NOBODY = 65534
_PR_SET_DUMPABLE = 4


def main() -> int:
    """Harden, wait."""
    if os.geteuid() == 0:
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    # changing the user takes the right to be read away too: give it back, as after an exec
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)
    if "--open" not in sys.argv:
        keep_memory_private()
    print("ready", flush=True)
    sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
