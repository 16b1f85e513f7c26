"""A whole visit through AT-SPI alone: what a screen reader shows and can do is enough."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.test_visit import received

_READER = Path(__file__).with_name("screen_reader.py")
_PYTHON = "/usr/bin/python3"
"""Debian's own, for which python3-pyatspi is made."""


def missing() -> str:
    """What this machine lacks, "" when all is there."""
    for program in ("dbus-run-session", "Xvfb", _PYTHON):
        if shutil.which(program) is None:
            return program
    asked = subprocess.run([_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "python3-pyatspi" if asked.returncode else ""


def test_a_visit_by_accessible_objects_alone_ends_with_a_receipt(home: Path) -> None:
    if lacking := missing():
        pytest.skip(f"needs {lacking}: run packaging/setup-debian.sh")
    hidden = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "NO_AT_BRIDGE")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    session = [sys.executable, "-m", "tests.journeys.accessible.session", _PYTHON, str(_READER)]
    done = subprocess.run(
        ["dbus-run-session", "--", *session],
        env={**environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "announced: You have arrived: Household registration." in done.stdout
    assert received(home) == 1
