"""A display where there is none: Xvfb, for as long as the demonstration runs."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.cli import CommandFailed


def has_display() -> bool:
    """Whether a window could be seen here."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def some_display(width: int, height: int) -> Iterator[None]:
    """The display there is, or a virtual one of this size in pixels until the block ends."""
    if has_display() or os.environ.get("QT_QPA_PLATFORM"):
        yield
        return
    server = shutil.which("Xvfb")
    if server is None:
        raise CommandFailed("there is no display and no Xvfb; run packaging/setup-debian.sh")
    reads, writes = os.pipe()
    screen = f"{width}x{height}x24"
    xvfb = subprocess.Popen(
        [server, "-displayfd", str(writes), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writes],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    try:
        with os.fdopen(reads, "rb") as answer:
            number = answer.readline().strip().decode()
        if not number:
            raise CommandFailed("the virtual display did not start")
        os.environ["DISPLAY"] = f":{number}"
        yield
    finally:
        os.environ.pop("DISPLAY", None)
        xvfb.terminate()
        xvfb.wait()
