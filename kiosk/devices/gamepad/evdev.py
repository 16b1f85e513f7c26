"""Gamepads as Linux offers them: one file a device, read without waiting."""

import array
import errno
import fcntl
import os
import struct
from pathlib import Path
from typing import Protocol

from kiosk.devices.gamepad.pad import RIGHT_X, SOUTH, Event, Range, X, Y

FOLDER = Path("/dev/input")
_EVENT = struct.Struct("@qqHHi")
"""Seconds, microseconds, kind, code, value."""
_ABSOLUTE = struct.Struct("@6i")
"""Value, least, greatest, fuzz, flat, resolution."""
_AT_ONCE = 64
_KEYS = 0x300
_READ = 2 << 30
_KEY_KIND = 1


class Device(Protocol):
    """A gamepad's file."""

    ranges: dict[int, Range]

    def fileno(self) -> int:
        """For an event loop to watch."""
        ...

    def read(self) -> list[Event]:
        """What has happened since the last time. Raises OSError when the pad is gone."""
        ...

    def close(self) -> None:
        """Give the file back."""
        ...


class NoGamepad(Exception):
    """This file is no gamepad."""


class EvdevPad:
    """An open gamepad. Raises NoGamepad for another kind of device, OSError where it may not be
    read."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            if not self._has_key(SOUTH):
                raise NoGamepad(f"{path} is no gamepad")
            self.ranges = {axis: self._range(axis) for axis in (X, Y, RIGHT_X)}
        except BaseException:
            os.close(self._file)
            raise

    def fileno(self) -> int:
        return self._file

    def read(self) -> list[Event]:
        try:
            told = os.read(self._file, _EVENT.size * _AT_ONCE)
        except BlockingIOError:
            return []
        if not told:
            raise OSError(errno.ENODEV, "the gamepad is gone")
        return decoded(told)

    def close(self) -> None:
        os.close(self._file)

    def _has_key(self, code: int) -> bool:
        bits = array.array("B", bytes(_KEYS // 8))
        try:
            self._ask(0x20 + _KEY_KIND, bits)
        except OSError as refused:
            raise NoGamepad("it has no list of keys") from refused
        return bool(bits[code // 8] >> code % 8 & 1)

    def _range(self, axis: int) -> Range:
        told = array.array("B", bytes(_ABSOLUTE.size))
        try:
            self._ask(0x40 + axis, told)
        except OSError:
            return Range(0, 0)  # a pad without this stick
        _, low, high, *_ = _ABSOLUTE.unpack(told)
        return Range(low, high)

    def _ask(self, number: int, into: "array.array[int]") -> None:
        """EVIOCGBIT and EVIOCGABS."""
        fcntl.ioctl(self._file, _READ | len(into) << 16 | ord("E") << 8 | number, into, True)


def decoded(told: bytes) -> list[Event]:
    """The kernel's bytes as events; an end that is not whole is left out."""
    whole = len(told) - len(told) % _EVENT.size
    return [Event(*fields[2:]) for fields in _EVENT.iter_unpack(told[:whole])]


def files() -> set[Path]:
    """Every device file there is now."""
    return set(FOLDER.glob("event*"))
