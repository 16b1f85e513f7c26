"""Gamepads in the window: plugged in and out while it runs, walking, pressing, and falling out."""

import os
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.app.gamepad import Gamepads
from kiosk.devices.gamepad.evdev import EvdevPad, NoGamepad, decoded
from kiosk.devices.gamepad.pad import AXIS, EAST, KEY, SOUTH, Event, Range, X, Y
from tests.journeys.conftest import Terminal

Start = Callable[..., Terminal]


class Plug:
    """A gamepad's plug: what is done on the pad comes out of its file as the kernel's bytes, until
    it is pulled out."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reading, self._writing = os.pipe()
        self.ranges = {X: Range(-100, 100), Y: Range(-100, 100)}
        self.closed = False

    def do(self, kind: int, code: int, value: int) -> None:
        os.write(self._writing, struct.pack("@qqHHi", 0, 0, kind, code, value))

    def press(self, code: int) -> None:
        self.do(KEY, code, 1)
        self.do(KEY, code, 0)

    def pull_out(self) -> None:
        os.close(self._writing)
        self._path.unlink()

    def fileno(self) -> int:
        return self._reading

    def read(self) -> list[Event]:
        told = os.read(self._reading, 4096)
        if not told:
            raise OSError("no such device")
        return decoded(told)

    def close(self) -> None:
        self.closed = True
        os.close(self._reading)


class Machine:
    """A machine with sockets for gamepads; whatever is plugged in besides is no gamepad."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.plugs: dict[Path, Plug] = {}

    def plug_in(self, name: str) -> Plug:
        path = self.folder / name
        plug = self.plugs[path] = Plug(path)
        path.touch()
        return plug

    def listed(self) -> set[Path]:
        return set(self.folder.glob("event*"))

    def opened(self, path: Path) -> Plug:
        if path not in self.plugs:
            raise NoGamepad(path.name)
        return self.plugs[path]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    folder = tmp_path / "input"
    folder.mkdir()
    (folder / "event0").touch()
    return Machine(folder)


@pytest.fixture
def terminal(start: Start, machine: Machine) -> Iterator[Terminal]:
    """A terminal that somebody has walked up to, and the gamepads of the machine."""
    running = start()
    app = running.app
    gamepads = Gamepads(app.screens, app.hall, machine.folder, machine.listed, machine.opened)
    app.gamepads.close()
    app.gamepads = gamepads
    running.begin()
    yield running


def test_a_hand_on_a_gamepad_walks_chooses_and_enters(terminal: Terminal, machine: Machine) -> None:
    walker, app, hall = terminal.walker, terminal.app, terminal.screens.hall
    assert app.gamepads.count == 0
    plug = machine.plug_in("event7")
    walker.until(lambda: app.gamepads.count == 1, "the gamepad")
    terminal.identify_by_pin()
    walker.until(lambda: bool(hall.ready) and bool(hall.counters), "the hall")
    plug.do(AXIS, Y, -100)
    walker.until(lambda: hall.meY > 2.0, "some steps")
    plug.do(AXIS, Y, 0)
    plug.press(0x223)
    plug.press(0x223)
    second = hall.counters[1]["id"]
    walker.until(lambda: (hall.selected or {}).get("id") == second, "the second counter")
    plug.press(SOUTH)
    walker.until(lambda: hall.place == f"counter:{second}" and hall.arrived != "", "the counter")
    plug.press(SOUTH)
    walker.screen("services")
    plug.press(EAST)
    walker.screen("hall")
    plug.press(EAST)
    walker.until(lambda: hall.place == "entrance" and hall.arrived != "", "the entrance")


def test_a_gamepad_that_is_pulled_out_while_it_walks_walks_no_farther(
    terminal: Terminal, machine: Machine
) -> None:
    walker, app, hall = terminal.walker, terminal.app, terminal.screens.hall
    plug = machine.plug_in("event7")
    terminal.identify_by_pin()
    walker.until(lambda: bool(hall.ready) and app.gamepads.count == 1, "the hall and the gamepad")
    plug.do(AXIS, Y, -100)
    walker.until(lambda: hall.meY > 2.0, "some steps")
    plug.pull_out()
    walker.until(lambda: app.gamepads.count == 0 and bool(hall.ahead), "rest")
    assert plug.closed
    other = machine.plug_in("event8")
    walker.until(lambda: app.gamepads.count == 1, "another gamepad")
    before = hall.heading
    other.do(AXIS, X, 100)
    walker.until(lambda: hall.heading != before, "a turn")
    other.do(AXIS, X, 0)


def test_what_is_no_gamepad_is_refused(tmp_path: Path) -> None:
    keys = tmp_path / "event3"
    keys.write_bytes(b"")
    with pytest.raises(NoGamepad):
        EvdevPad(keys)
    with pytest.raises(OSError):
        EvdevPad(tmp_path / "gone")
