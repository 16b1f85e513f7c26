"""The set-up script: quick when nothing is missing, exact about what is, clear without rights."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "setup-debian.sh"
TOOLS = ("sh", "grep", "cat")


class Machine:
    """A PATH of stand-ins for the tools that would change a real machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls = folder / "calls"
        self.calls.touch()
        for tool in TOOLS:
            found = shutil.which(tool)
            assert found is not None
            (folder / tool).symlink_to(found)
        self.tool("apt-get", f'echo "apt-get $*" >> {self.calls}')
        self.user(0)
        self.missing()

    def tool(self, name: str, body: str) -> None:
        program = self.folder / name
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)

    def user(self, number: int) -> None:
        self.tool("id", f"echo {number}")

    def missing(self, *packages: str) -> None:
        """dpkg-query -W -f FORMAT PACKAGE answers like Debian's."""
        pattern = "|".join(packages) or "nothing"
        self.tool(
            "dpkg-query",
            f'case "$4" in {pattern}) exit 1;; *) echo "install ok installed";; esac',
        )

    def run(self) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [SCRIPT, sys.executable],
            env={"PATH": str(self.folder)},
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> list[str]:
        return self.calls.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_nothing_is_done_where_nothing_is_missing(machine: Machine) -> None:
    machine.user(1000)
    done = machine.run()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.called() == []


def test_only_what_is_missing_is_installed(machine: Machine) -> None:
    machine.missing("xvfb", "libpulse0")
    done = machine.run()
    assert done.returncode == 0
    assert machine.called() == [
        "apt-get update -qq",
        "apt-get install -y -qq --no-install-recommends xvfb libpulse0",
    ]


def test_somebody_who_is_not_root_uses_sudo(machine: Machine) -> None:
    machine.user(1000)
    machine.missing("xvfb")
    machine.tool("sudo", f'echo sudo >> {machine.calls}\n"$@"')
    assert machine.run().returncode == 0
    assert machine.called()[:2] == ["sudo", "apt-get update -qq"]


def test_without_root_and_sudo_the_packages_are_named(machine: Machine) -> None:
    machine.user(1000)
    machine.missing("xvfb")
    done = machine.run()
    assert done.returncode == 1
    assert "no sudo: xvfb" in done.stderr
    assert machine.called() == []


@pytest.mark.parametrize("step", ["update", "install"])
def test_a_step_that_fails_ends_it(machine: Machine, step: str) -> None:
    machine.missing("xvfb")
    machine.tool("apt-get", f'echo "$1" >> {machine.calls}\n[ "$1" != {step} ] || exit 100')
    assert machine.run().returncode == 100
    assert machine.called()[-1] == step, "nothing comes after it"
