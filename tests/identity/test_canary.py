"""A planted face and picture are found nowhere after a visit, and elsewhere never at all."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.identity.canary.needles import Needles, read_masked
from tests.identity.canary.search import count_in_memory, in_files, in_memory
from tests.identity.client import Client

LEFT_S = 1.0
"""So long after a visit nothing of it is left in the identity process itself either."""

SCANLINES = 40
"""Qt's painting threads keep the last line that each of them scaled on its stack until the next;
the stripe in one line is up to six needles long. A picture has hundreds of lines."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="reads memory through /proc")


@contextmanager
def _process(*arguments: str, log: Path | None = None) -> Iterator["subprocess.Popen[str]"]:
    """A process of this test that says a line and waits for one."""
    with (
        (log or Path(os.devnull)).open("w") as stderr,
        subprocess.Popen(
            [sys.executable, "-m", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            if process.stdin is not None:
                process.stdin.close()


def _line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _go_on(process: "subprocess.Popen[str]") -> str:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return _line(process)


def _plant(tmp_path: Path) -> Needles:
    """The camera's pictures, and what to look for; proves that the search finds it."""
    file = tmp_path / "needles.json"
    with _process("tests.identity.canary.plant", str(tmp_path / "camera"), str(file)) as planter:
        assert _line(planter) == "ready"
        needles = read_masked(file)
        assert len(needles) > 15
        assert in_memory(planter.pid, needles) == set(needles)
    return needles


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to read the memory of other processes")
def test_nothing_of_a_planted_face_or_picture_is_found(tmp_path: Path, home: Path) -> None:
    needles = _plant(tmp_path)
    log = tmp_path / "log.txt"
    camera = f"{tmp_path / 'camera'}?fps=15&loop=1"
    places = [home, tmp_path, Path("/dev/shm")]
    with _process("tests.identity.canary.window", camera, log=log) as window:
        _, identity, *others = _line(window).split()
        assert _go_on(window) == "live"
        shown = in_memory(window.pid, needles)
        assert "frame BGRX row 3" in shown  # the preview, and nothing else
        assert {name for name in shown if "BGRX" not in name} == set()
        for step in ("enrolled", "verify:match", "erased:True"):
            assert _go_on(window) == step
            assert in_memory(window.pid, needles) == set(), step
            assert in_files(places, needles) == {}, step
        for other in others:
            assert in_memory(int(other), needles) == set()
        assert in_files([Path(os.environ["ATRIUM_CACHE"])], needles) == {}
        time.sleep(LEFT_S)
        assert in_memory(int(identity), needles) == set()
    assert log.read_text() == ""


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to read the memory of other processes")
def test_the_window_keeps_no_picture_of_who_left(tmp_path: Path, home: Path) -> None:
    needles = _plant(tmp_path)
    log = tmp_path / "log.txt"
    camera = f"{tmp_path / 'camera'}?fps=15&loop=1"
    with _process("tests.identity.canary.terminal", camera, log=log) as terminal:
        assert _line(terminal) == "live"
        assert count_in_memory(terminal.pid, needles["stripe BGRX"]) > 20 * SCANLINES
        for step in ("hall:match", "left"):
            assert _go_on(terminal) == step
            assert in_memory(terminal.pid, needles) <= {"stripe BGRX"}
            assert count_in_memory(terminal.pid, needles["stripe BGRX"]) <= SCANLINES
        rooms = psutil.Process(terminal.pid).children()
        assert len(rooms) == 4
        for room in rooms:
            assert in_memory(room.pid, needles) == set(), room.cmdline()
        assert in_files([home, tmp_path, Path("/dev/shm")], needles) == {}
    assert log.read_text() == ""


@pytest.fixture
def private() -> Iterator[int]:
    """The id of a process that keeps its memory private, as an ordinary user where possible."""
    with _process("tests.identity.canary.private") as process:
        assert _line(process) == "ready"
        yield process.pid


_READ = """
import os, sys
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
open(f"/proc/{sys.argv[1]}/mem", "rb").close()
"""


def _may_read(pid: int) -> bool:
    """Whether another process of the same user may."""
    code = [sys.executable, "-c", _READ, str(pid)]
    ended = subprocess.run(code, stderr=subprocess.PIPE, text=True)
    assert ended.returncode == 0 or "PermissionError" in ended.stderr
    return ended.returncode == 0


@linux
def test_no_other_process_of_the_same_user_may_read_the_memory(private: int) -> None:
    assert not _may_read(private)


@linux
def test_the_same_reader_may_read_a_process_that_is_not_private() -> None:
    yama = Path("/proc/sys/kernel/yama/ptrace_scope")
    if yama.exists() and yama.read_text().strip() != "0":
        pytest.skip("this system lets no process read another's memory")
    with _process("tests.identity.canary.private", "--open") as process:
        assert _line(process) == "ready"
        assert _may_read(process.pid)


@linux
def test_the_identity_process_is_private_and_leaves_no_core(client: Client) -> None:
    client.ask("hello")
    pid = client.child.process.pid
    limits = Path(f"/proc/{pid}/limits").read_text()
    assert "Max core file size        0                    0" in limits
    # the kernel gives the files of what may not be dumped to root, whoever runs it
    if os.geteuid() != 0:
        assert Path(f"/proc/{pid}/mem").stat().st_uid == 0
    client.child.process.send_signal(signal.SIGABRT)
    client.child.process.wait()
    assert client.stop() == -signal.SIGABRT
