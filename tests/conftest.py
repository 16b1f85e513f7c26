"""What every test is held to: no unexpected log line, no thread and no process left behind."""

import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QCoreApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_GRACE_S = 3.0


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of research data and models, for measuring; skips where there is none."""
    named = os.environ.get("ATRIUM_SHARED")
    folder = Path(named) if named else Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "data").is_dir():
        pytest.skip("needs research data: name its folder in ATRIUM_SHARED")
    return folder


@pytest.fixture(scope="session")
def qt() -> QCoreApplication:
    """The one Qt application of this run; Qt does not survive a second one."""
    from PySide6.QtGui import QGuiApplication

    import kiosk.screens.window  # noqa: F401, sets Qt's environment before Qt starts

    return QGuiApplication.instance() or QGuiApplication(["atrium"])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A terminal's home of this test's own; what is costly to prepare is found where it was."""
    from foundation.paths import cache_dir

    monkeypatch.setenv("ATRIUM_CACHE", str(cache_dir()))
    monkeypatch.setenv("ATRIUM_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """A warning that nobody expects is a fault."""
    yield
    if request.node.get_closest_marker("log_allowed"):
        return
    lines = [
        f"{record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    assert not lines, f"unexpected log lines: {lines}"


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Threads and children that a test starts end with it."""
    threads = set(threading.enumerate())
    children = {child.pid for child in psutil.Process().children()}
    yield
    deadline = time.monotonic() + _GRACE_S
    while left := _left(threads, children):
        assert time.monotonic() < deadline, f"left behind: {left}"
        time.sleep(0.02)


def _left(threads: set[threading.Thread], children: set[int]) -> list[str]:
    alive = [t.name for t in threading.enumerate() if t not in threads and not t.daemon]
    running = [
        child.name()
        for child in psutil.Process().children()
        if child.pid not in children and child.status() != psutil.STATUS_ZOMBIE
    ]
    return alive + running
