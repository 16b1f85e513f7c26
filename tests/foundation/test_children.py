"""Child processes: they answer, and they do not outlive the one who started them."""

import os
import signal
import subprocess
import sys
import time

import psutil

from foundation.children import spawn

ROOM = "tests.app.echo_room"


def test_a_child_answers_and_ends_when_it_is_stopped() -> None:
    with spawn(ROOM, frames=(4, 4)) as child:
        child.channel.send({"id": 1, "request": "echo", "text": "hi"})
        assert child.channel.receive(timeout_s=20) == {"id": 1, "result": "hi"}
    assert child.process.returncode is not None


def test_a_child_dies_with_a_parent_that_was_killed() -> None:
    program = (
        "import time\nfrom foundation.children import spawn\n"
        f"child = spawn({ROOM!r})\n"
        "child.channel.send({'id': 1, 'request': 'echo', 'text': 'up'})\n"
        "assert child.channel.receive(20)\n"
        "print(child.process.pid, flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        grandchild = int(parent.stdout.readline())
        os.kill(parent.pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while psutil.pid_exists(grandchild) and _runs(grandchild):
        assert time.monotonic() < deadline, "the child outlived its parent"
        time.sleep(0.05)


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
