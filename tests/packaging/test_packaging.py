"""What is shipped: a unit that starts the product, a lock that names no address."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from kiosk.cli import ROOMS, main

ROOT = Path(__file__).parents[2]


def unit() -> dict[str, list[str]]:
    """The unit's keys; one may stand there several times."""
    found: dict[str, list[str]] = {}
    for line in (ROOT / "packaging" / "atrium-kiosk.service").read_text().splitlines():
        if line and not line.startswith(("#", "[")):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


def test_the_unit_starts_a_command_that_exists(capsys: pytest.CaptureFixture[str]) -> None:
    command = shlex.split(unit()["ExecStart"][0])
    program = next(i for i, part in enumerate(command) if Path(part).name == "atrium")
    with pytest.raises(SystemExit) as helped:
        main([*command[program + 1 :], "--help"])
    assert helped.value.code == 0
    assert command[program + 1 :] == ["run", "--kiosk"]
    assert "--kiosk" in capsys.readouterr().out


def test_the_unit_prepares_before_it_opens() -> None:
    prepare = shlex.split(unit()["ExecStartPre"][0])
    assert prepare == ["/usr/bin/env", "QT_QPA_PLATFORM=offscreen", "/opt/atrium/atrium", "prepare"]
    with pytest.raises(SystemExit) as helped:
        main(["prepare", "--help"])
    assert helped.value.code == 0


def test_the_unit_keeps_what_the_product_needs_and_nothing_of_a_visitor() -> None:
    service = unit()
    assert "ATRIUM_HOME=/var/lib/atrium" in service["Environment"]
    assert service["LoadCredential"] == ["atrium-passphrase:/etc/atrium/passphrase"]
    assert service["LimitCORE"] == ["0"] and service["MemorySwapMax"] == ["0"]
    assert service["Restart"] == ["always"]


def test_every_room_can_be_started_from_a_frozen_program() -> None:
    for room in ROOMS:
        assert (ROOT / Path(*room.split(".")) / "__main__.py").is_file()
        top = room.partition(".")[0]
        assert f'"{top}"' in (ROOT / "packaging" / "atrium.spec").read_text()


def test_a_room_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["child", "nowhere"]) == 2
    assert "hall3d" in capsys.readouterr().err


def test_the_lock_pins_everything_by_version_and_hash_and_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock and "--index-url" not in lock and " @ " not in lock
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[A-Za-z0-9._-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_the_lock_has_everything_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    locked = {
        _normal(line.split("==")[0])
        for line in (ROOT / "requirements.lock").read_text().splitlines()
        if "==" in line
    }
    names = {_normal(re.split(r"[^A-Za-z0-9._-]", asked)[0]) for asked in wanted}
    assert names <= locked


def _normal(name: str) -> str:
    """A package's name as indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
