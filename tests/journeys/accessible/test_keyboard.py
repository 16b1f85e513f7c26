"""A whole visit by the keyboard alone, no pointer: by Qt's key events and by the X server's."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.accessible.keyboard import QtKeys, visit
from tests.journeys.conftest import Terminal
from tests.journeys.test_visit import received

Start = Callable[..., Terminal]


def test_a_visit_by_keyboard_alone_ends_with_a_receipt(start: Start) -> None:
    terminal = start()
    visit(QtKeys(terminal))
    assert received(terminal.home) == 1


def missing() -> str:
    """What this machine lacks for real key events, "" when all is there."""
    if shutil.which("Xvfb") is None:
        return "Xvfb"
    try:
        ctypes.CDLL("libXtst.so.6")
    except OSError:
        return "libXtst"
    return ""


def test_a_visit_by_the_x_servers_own_key_events_ends_with_a_receipt(home: Path) -> None:
    if lacking := missing():
        pytest.skip(f"needs {lacking}: run packaging/setup-debian.sh")
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.accessible.x_keys"],
        env={key: value for key, value in os.environ.items() if key not in hidden},
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "xcb received []"
    assert received(home) == 1
