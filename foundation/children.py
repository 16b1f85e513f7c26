"""Starting a room as a process of its own, and being one."""

import argparse
import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from foundation.frames import FrameRing
from foundation.messages import Channel

_PR_SET_PDEATHSIG = 1
_STOP_GRACE_S = 3.0

FORGETFUL = {
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0:glibc.malloc.perturb=165",
    "PYTHONMALLOC": "malloc",
}
"""Makes a process overwrite its memory as it frees it, so that no picture and no template outlives
its use there. It must be told before the process starts, and costs 2 % of a face's time."""

LEAN = {
    "MALLOC_ARENA_MAX": "1",
    "OPENBLAS_NUM_THREADS": "1",
}
"""Makes a process keep what it frees in one place, where it is used again, and start no threads to
multiply small matrices: 52 MB less at a hundred counters, with what no longer stays loaded."""

_ENVIRONMENT: dict[str, dict[str, str]] = {"identity": FORGETFUL, "hall3d": LEAN}


@dataclass
class Connection:
    """What a child holds of its parent; `rest` are the arguments that are not for the link."""

    channel: Channel
    frames: FrameRing | None
    rest: list[str]


@dataclass
class Child:
    """What a parent holds of a child."""

    room: str
    process: "subprocess.Popen[bytes]"
    channel: Channel
    frames: FrameRing | None

    def stop(self) -> int:
        """Close the link, which ends the child; kill it when it does not go. Returns its code."""
        self.channel.close()
        try:
            code = self.process.wait(_STOP_GRACE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        if self.frames is not None:
            self.frames.close()
            self.frames = None
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


def command(room: str) -> list[str]:
    """How to start a room: by module, or from a frozen bundle by its own program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "child", room]
    return [sys.executable, "-m", room]


def spawn(
    room: str,
    *arguments: str,
    frames: tuple[int, int] | FrameRing | None = None,
    env: Mapping[str, str] | None = None,
) -> Child:
    """Start a room (`identity`, `hall3d`, `backend`, `kiosk.services.courier`).

    frames: the widest and tallest picture it will publish, where it makes pictures; or the ring
    of a child that has ended, which goes on after its newest picture.
    env: additions to this process's environment.
    """
    ours, theirs = Channel.pair()
    ring = FrameRing.create(*frames) if isinstance(frames, tuple) else frames
    passed = [theirs.fileno()] + ([ring.fd] if ring else [])
    line = [*command(room), "--messages", str(theirs.fileno())]
    if ring:
        line += ["--frames", str(ring.fd)]
    try:
        process = subprocess.Popen(
            [*line, *arguments],
            pass_fds=passed,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **_ENVIRONMENT.get(room, {}), **(env or {})},
        )
    except OSError:
        ours.close()
        if ring:
            ring.close()
        raise
    finally:
        theirs.close()
    return Child(room, process, ours, ring)


def connect(argv: Sequence[str]) -> Connection:
    """Be a child: take the link from the command line and die when the parent does."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--messages", type=int, required=True)
    parser.add_argument("--frames", type=int)
    options, rest = parser.parse_known_args(list(argv))
    die_with_parent()
    ring = FrameRing.attach(options.frames) if options.frames is not None else None
    return Connection(Channel.from_descriptor(options.messages), ring, rest)


def die_with_parent() -> None:
    """Ask the kernel to end this process when the thread that started it ends.

    A child also sees its channel close, which covers a parent that died before this call.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel refused PR_SET_PDEATHSIG")
