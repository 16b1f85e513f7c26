"""A virtual display whose pixels can be read, and clicks on it."""

import ctypes
import mmap
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

_HEADER_WORDS = 25


class Display:
    """Xvfb with one screen of a size in pixels; its picture lies in a file that is mapped here."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self._folder = tempfile.TemporaryDirectory(prefix="atrium-display-")
        reading, writing = os.pipe()
        screen = f"{size[0]}x{size[1]}x24"
        self._server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writing), "-screen", "0", screen),
                *("-nolisten", "tcp", "-fbdir", self._folder.name),
            ],
            pass_fds=(writing,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self.name = f":{told.readline().strip()}"
        path = Path(self._folder.name) / "Xvfb_screen0"
        with path.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)

    def __enter__(self) -> "Display":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait(10)
        self._memory.close()
        self._folder.cleanup()

    def run(self, module: str, *arguments: str) -> str:
        """Run a module's program on this display; what it printed."""
        wanted = {
            "DISPLAY": self.name,
            "QT_QPA_PLATFORM": "xcb",
            "QT_QUICK_BACKEND": "software",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "ATRIUM_DISPLAY_FILE": str(Path(self._folder.name) / "Xvfb_screen0"),
        }
        line = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(
            line, env={**os.environ, **wanted}, stdout=subprocess.PIPE, text=True, check=True
        )
        return done.stdout


class Pixels:
    """The picture of the display that a program runs on."""

    def __init__(self) -> None:
        with Path(os.environ["ATRIUM_DISPLAY_FILE"]).open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        head = np.frombuffer(self._memory[: 4 * _HEADER_WORDS], ">u4")
        self._start = int(head[0]) + 12 * int(head[19])
        self._width, self._height, self._line = int(head[4]), int(head[5]), int(head[12])

    def sample(self, every: int = 24) -> NDArray[np.uint8]:
        """Some of the pixels as they are now."""
        end = self._start + self._line * self._height
        whole = np.frombuffer(memoryview(self._memory)[self._start : end], np.uint8)
        rows = whole.reshape(self._height, self._line)[:, : self._width * 4]
        return rows.reshape(self._height, self._width, 4)[::every, ::every].copy()


class Mouse:
    """Clicks as the X server's test extension makes them."""

    def __init__(self) -> None:
        self._x11, self._xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(None))

    def move(self, x: int, y: int) -> None:
        """Move the pointer."""
        self._xtst.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._x11.XFlush(self._display)

    def press(self, down: bool) -> None:
        """Press or release the first button."""
        self._xtst.XTestFakeButtonEvent(self._display, 1, int(down), 0)
        self._x11.XFlush(self._display)
